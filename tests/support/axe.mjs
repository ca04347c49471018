// axe-core on a page, in all the colours in which it is looked at: WCAG 2.0 to 2.2,
// A and AA, and axe's best practices. In dark and in forced colours only the colours
// differ, so that only the rules about colour are asked.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** How a page is looked at, and by which rules: all, or those about colour alone. */
export const looks = [
  { name: "light", media: { colorScheme: "light", forcedColors: "none" }, all: true },
  { name: "dark", media: { colorScheme: "dark", forcedColors: "none" }, all: false },
  { name: "forced colours", media: { colorScheme: "light", forcedColors: "active" }, all: false },
];

/** Puts axe in a page; not as a script element, which the content security policy forbids. */
export const prepare = (page) => page.evaluate(source);

const run = new Function("[part, all]", `
  const tags = ${JSON.stringify(tags)};
  const rules = axe.getRules(all ? tags : ["cat.color"]).filter((rule) => rule.tags.some((tag) => tags.includes(tag)));
  return axe.run(part, { runOnly: { type: "rule", values: rules.map((rule) => rule.ruleId) }, resultTypes: ["violations"] })`);

/** What axe finds in a part of the page, by all rules or by those about colour. */
export async function look(page, part, all) {
  const { violations, passes } = await page.evaluate(run, [part, all]);
  if (part === "html" && passes.length < (all ? 15 : 1)) throw new Error(`axe looked at ${passes.length} rules`);
  return violations;
}

/**
 * Puts the whole page in view: what sticks to an edge of the window covers nothing then.
 * That it does not cover what has the focus is in keyboard.test.mjs.
 */
export async function whole(page) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: page.viewportSize().width, height });
}

/** A line for each rule that a page breaks, in any of the looks. */
export async function broken(page) {
  await prepare(page);
  await whole(page);
  const lines = [];
  for (const { name, media, all } of looks) {
    await page.emulateMedia(media);
    for (const { id, nodes } of await look(page, "html", all)) lines.push(`${name}: ${id}: ${nodes.map(({ target }) => target.join(" ")).slice(0, 3).join(" / ")}`);
  }
  return lines;
}
