// Pagefind, as its documentation says.
export async function open() {
  const pagefind = await import(new URL("pagefind/pagefind.js", location.href).href);
  await pagefind.init();
  /** @param {any} found null if another key came */
  const hits = async (found) => {
    const shown = await Promise.all((found?.results ?? []).slice(0, 10).map((r) => r.data()));
    return shown.map((r) => ({ id: Number(/(\d+)\.html/.exec(r.url)[1]), title: r.meta.title, card: r.excerpt }));
  };
  return {
    /** @param {string} text */
    search: async (text) => hits(await pagefind.search(text)),
    /** As it advises for each key: it waits 300 ms for the next. @param {string} text */
    typed: async (text) => hits(await pagefind.debouncedSearch(text)),
    /** What that does before it waits. @param {string} text */
    hurried: (text) => pagefind.preload(text),
  };
}
