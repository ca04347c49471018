// Reads a built site: its files, and what stands in each page, as a browser
// reads it.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** The names of all files of a site, with slashes, without hidden ones but .nojekyll. */
export function filesOf(dir) {
  return readdirSync(dir, { recursive: true })
    .map((name) => String(name).replaceAll("\\", "/"))
    .filter((name) => !name.split("/").some((part) => part.startsWith(".") && part !== ".nojekyll") && statSync(join(dir, name)).isFile())
    .sort();
}

/** The address of a file from the root of the site: "" or "keuzehulpen/knie/". */
export const addressOf = (file) => file.replace(/(^|\/)index\.html$/, "$1");

/**
 * @typedef {object} Facts what is in one page
 * @property {string} file
 * @property {string} url address from the root
 * @property {string} lang
 * @property {string} title
 * @property {string} description
 * @property {string} canonical
 * @property {string} robots
 * @property {string[]} h1
 * @property {number[]} levels of the headings, in order
 * @property {string[]} ids
 * @property {string} main the text of the main part
 * @property {string} text all text
 * @property {{tag: string, attribute: string, value: string, text: string, rel: string}[]} links
 * @property {string[]} inline what a content security policy forbids: inline scripts, styles, handlers
 * @property {string[]} metas addresses in meta elements
 */

/**
 * Reads pages of a site, by their files; all, where none are named.
 * @param {import("playwright-core").Browser} browser
 * @param {string} dir
 * @param {string[]} [files]
 * @returns {Promise<Facts[]>}
 */
export async function readPages(browser, dir, files = filesOf(dir).filter((name) => name.endsWith(".html"))) {
  const page = await browser.newPage();
  const pages = [];
  for (const file of files) {
    const facts = await page.evaluate(readPage, readFileSync(join(dir, file), "utf8"));
    pages.push({ file, url: addressOf(file), ...facts });
  }
  await page.close();
  return pages;
}

function readPage(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const all = (selector) => [...page.querySelectorAll(selector)];
  const content = (selector) => page.querySelector(selector)?.getAttribute("content") ?? "";
  const words = (element) => (element?.textContent ?? "").replace(/\s+/g, " ").trim();
  const links = [];
  for (const attribute of ["href", "src", "action", "data", "poster", "formaction"]) {
    for (const element of all(`[${attribute}]`)) {
      links.push({
        tag: element.localName, attribute, value: element.getAttribute(attribute),
        text: words(element) || element.getAttribute("aria-label") || "", rel: element.getAttribute("rel") ?? "",
      });
    }
  }
  for (const element of all("[srcset]")) {
    for (const part of element.getAttribute("srcset").split(",")) {
      links.push({ tag: element.localName, attribute: "srcset", value: part.trim().split(/\s+/)[0], text: "", rel: "" });
    }
  }
  const inline = [];
  for (const element of all("script:not([src])")) {
    if (!/json/.test(element.type)) inline.push("script");
  }
  if (all("style").length) inline.push("style");
  for (const element of all("*")) {
    for (const { name } of element.attributes) {
      if (name === "style" || name.startsWith("on")) inline.push(`${element.localName}[${name}]`);
    }
  }
  const body = page.body.cloneNode(true);
  for (const element of body.querySelectorAll("script, template")) element.remove();
  return {
    lang: page.documentElement.lang,
    title: page.title,
    description: content('meta[name="description"]'),
    canonical: page.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? "",
    robots: content('meta[name="robots"]'),
    h1: all("h1").map(words),
    levels: all("h1, h2, h3, h4, h5, h6").map((heading) => Number(heading.localName[1])),
    ids: all("[id]").map((element) => element.id),
    main: words(page.querySelector("main")),
    text: words(body),
    links,
    inline,
    metas: all("meta[content]").map((meta) => meta.content).filter((value) => /^(https?:)?\/\//.test(value)),
  };
}
