import { after } from "node:test";
import { launch } from "./browser.mjs";
import { serve } from "./server.mjs";

/**
 * A browser, and a built site on a host, for all tests of a file.
 * @param {string} dir of the site
 */
export async function hosted(dir) {
  const host = await serve(dir, "/sub/");
  const browser = await launch();
  after(async () => {
    await browser.close();
    await host.close();
  });
  return { browser, host };
}
