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

  fetch("/_kaartenbak/problems").then((answer) => answer.text()).then((list) => {
    if (!list) return;
    const box = document.createElement("details");
    box.id = "kaartenbak-problems";
    box.open = list.includes('class="error"') || list.includes("<strong>");
    const errors = list.split("<li").length - 1;
    const title = document.createElement("summary");
    title.textContent = `kaartenbak: ${errors} meldingen`;
    const items = document.createElement("ol");
    items.innerHTML = list; // escaped by the server
    box.append(title, items);
    document.body.append(box);
  });
})();
