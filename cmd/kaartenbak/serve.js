// Reloads the page after a change, and shows what is wrong with the content.
(() => {
  const key = "kaartenbak-scroll";
  const kept = JSON.parse(sessionStorage.getItem(key) ?? "null");
  if (kept?.url === location.href) scrollTo(0, kept.y);
  sessionStorage.removeItem(key);

  const events = new EventSource("/_kaartenbak/events");
  events.addEventListener("change", () => {
    sessionStorage.setItem(key, JSON.stringify({ url: location.href, y: scrollY }));
    location.reload();
  });
  let lost = false;
  events.addEventListener("error", () => { lost = true; });
  events.addEventListener("open", () => { if (lost) location.reload(); });

  /** @param {string} tag @param {...(string | Node)} parts */
  const make = (tag, ...parts) => {
    const element = document.createElement(tag);
    element.append(...parts);
    return element;
  };
  fetch("/_kaartenbak/problems").then((answer) => answer.json()).then(({ failure, problems }) => {
    if (!failure && !problems.length) return;
    const items = make("ol");
    if (failure) items.append(make("p", make("strong", failure)));
    for (const { place, severity, message, hint } of problems) {
      const item = make("li", make("code", place), " " + message);
      item.className = severity;
      if (hint) item.append(make("br"), hint);
      items.append(item);
    }
    const box = make("details", make("summary", `kaartenbak: ${problems.length} meldingen`), items);
    box.id = "kaartenbak-problems";
    box.toggleAttribute("open", Boolean(failure) || items.querySelector(".error") !== null);
    document.body.append(box);
  });
})();
