/**
 * Which search index the site has now, and which data of the form. The names of
 * those files change with nearly every entry. If pages named them, every page would
 * change too; so the script latest.js does, at the top of the site, when it is asked.
 * @module
 */
import { loadScript } from "search-client/load.js";

/** @typedef {"index" | "form"} Name */

const global = "kaartenbakLatest";
const own = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href;

/** The address of latest.js. This script stands one folder deeper. */
export const latestScript = new URL("../latest.js", own).href;

/** Asked for again, it must not come from a cache. */
let past = "";

/** @returns {Partial<Record<Name, string>> | undefined} addresses from the top of the site */
const names = () => Reflect.get(globalThis, global);

/**
 * The address of a file. Throws if latest.js cannot be had or does not name it.
 * @param {Name} name
 * @returns {Promise<string>}
 */
export async function latest(name) {
  if (!names()) await loadScript(latestScript + past);
  const file = names()?.[name];
  if (!file) throw new Error(`${latestScript} names no ${name}`);
  return new URL(`../${file}`, own).href;
}

/** Has latest.js asked for again: a file that it named is gone. */
export function forget() {
  Reflect.deleteProperty(globalThis, global);
  past = `?${Date.now()}`;
}
