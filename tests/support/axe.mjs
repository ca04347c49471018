// axe-core on a page, in all the colours in which it is looked at: WCAG 2.0 to 2.2,
// A and AA, and axe's best practices. In dark and in forced colours only the colours
// differ, so that only the rules about colour are asked.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { openOver, settle, unfold } from "./fold.mjs";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** The widths of the windows in which a page is looked at. */
const widths = [320, 1280];

/** How a page is looked at, and by which rules: all, or those about colour alone. */
const looks = [
  { name: "light", media: { colorScheme: "light", forcedColors: "none" }, all: true },
  { name: "dark", media: { colorScheme: "dark", forcedColors: "none" }, all: false },
  { name: "forced colours", media: { colorScheme: "light", forcedColors: "active" }, all: false },
];

const run = new Function("[part, all]", `
  const tags = ${JSON.stringify(tags)};
  const rules = axe.getRules(all ? tags : ["cat.color"]).filter((rule) => rule.tags.some((tag) => tags.includes(tag)));
  return axe.run(part, { runOnly: { type: "rule", values: rules.map((rule) => rule.ruleId) }, resultTypes: ["violations"] })`);

/** What axe finds in a part of the page, by all rules or by those about colour. */
async function look(page, part, all) {
  const { violations, passes } = await page.evaluate(run, [part, all]);
  if (part === "html" && passes.length < (all ? 15 : 1)) throw new Error(`axe looked at ${passes.length} rules`);
  return violations;
}

/**
 * What axe finds in a page as it is now, with all that is folded up in it, at each
 * width and in each of the looks: which rule is broken, and where.
 * @param {import("playwright-core").Page} page
 * @param {object} [options]
 * @param {string} [options.part] the only part that is unfolded and looked at
 * @param {boolean} [options.menu] opens the menu too, which is the same on every page
 * @returns {Promise<{what: string, where: string}[]>}
 */
export async function broken(page, { part = "html", menu = false } = {}) {
  const found = [];
  await page.evaluate(source); // not as a script element, which the content security policy forbids
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate(settle);
    const over = await page.evaluate(unfold, part);
    // The whole page in view: what sticks to an edge of the window covers nothing then.
    // That it does not cover what has the focus is in keyboard.test.mjs.
    await page.setViewportSize({ width, height: await page.evaluate(() => document.documentElement.scrollHeight) });
    for (const { name, media, all } of looks) {
      const told = async (part) => {
        for (const { id, help, nodes } of await look(page, part, all)) {
          for (const { target, any, all, none } of nodes) found.push({ what: `${id}: ${help}`, where: `${name} at ${width} px: ${target.join(" ")}: ${(any[0] ?? all[0] ?? none[0])?.message ?? ""}` });
        }
      };
      await page.emulateMedia(media);
      await told(part);
      for (let number = part === "html" && !menu ? 1 : 0; number < over; number++) {
        await page.evaluate(openOver, number);
        await told(`details[data-over="${number}"]`);
      }
      await page.evaluate(openOver, -1);
    }
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
  return found;
}
