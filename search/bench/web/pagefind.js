// Pagefind, as its documentation says.
export async function open() {
  const pagefind = await import(new URL("pagefind/pagefind.js", location.href).href);
  await pagefind.init();
  return {
    /** @param {string} text */
    async search(text) {
      const { results } = await pagefind.search(text);
      const shown = await Promise.all(results.slice(0, 10).map((r) => r.data()));
      return shown.map((r) => ({ id: Number(/(\d+)\.html/.exec(r.url)[1]), title: r.meta.title, card: r.excerpt }));
    },
    /** As its debouncedSearch does on each key. @param {string} text */
    typed: (text) => pagefind.preload(text),
  };
}
