// Lighthouse on the pages that visitors use most, as a phone sees them.
import { createServer } from "node:net";
import lighthouse from "lighthouse";
import { launch } from "./browser.mjs";
import { kinds } from "./kinds.mjs";
import { serve } from "./server.mjs";
import { sites } from "./site.mjs";

const shipped = kinds(sites.catalogue);

/** The pages that are judged, by the names of their kinds. */
export const judged = { home: shipped.home, aid: shipped["rich aid"], listing: shipped.list, search: "zoeken/?q=suikerziekte" };

/** A port that nothing listens at. */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * Starts a browser and a host that sends brotli, as hosts do, and gives what judges
 * a page: `judge(url, settings)`, and `close`.
 */
export async function open() {
  const port = await freePort();
  const browser = await launch([`--remote-debugging-port=${port}`]);
  const host = await serve(sites.catalogue, "/sub/", { brotli: true });
  return {
    async judge(url, settings) {
      for (let left = 2; ; left--) {
        const { lhr } = await lighthouse(host.root + url, { port, logLevel: "error", disableFullPageScreenshot: true, ...settings });
        if (!lhr.runtimeError) return lhr;
        if (!left) throw new Error(`${url}: ${lhr.runtimeError.message}`);
        // It saw no page, as happens on a machine with much to do, and asks to be run again: no score is lost.
      }
    },
    async close() {
      await browser.close();
      await host.close();
    },
  };
}

/** A category's score, of 100. */
export const score = (lhr, category) => Math.round(lhr.categories[category].score * 100);
