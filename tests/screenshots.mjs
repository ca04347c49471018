// Makes pictures of the main pages: node tests/screenshots.mjs [FOLDER]. The
// first screen of each on a phone and a desktop, light and dark; the whole page in
// light; and the sheets on which it is printed, where pdftoppm is there.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { launch } from "./support/browser.mjs";
import { settle } from "./support/fold.mjs";
import { kinds } from "./support/kinds.mjs";
import { serve } from "./support/server.mjs";
import { sites } from "./support/site.mjs";

const folder = resolve(process.argv[2] ?? new URL("screenshots", import.meta.url).pathname);
mkdirSync(folder, { recursive: true });

const devices = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 900 } };
const shipped = kinds(sites.catalogue);
const pages = [
  ["home", "catalogue", shipped.home],
  ["thin-aid", "catalogue", shipped["thin aid"]],
  ["rich-aid", "catalogue", shipped["rich aid"]],
  ["complete-aid", "fixture", "keuzehulpen/volledig/"],
  ["hostile-aid", "fixture", "keuzehulpen/lastige-tekens/"],
  ["example", "catalogue", shipped.example],
  ["complete-example", "fixture", "praktijkvoorbeelden/volledig/"],
  ["toolkit", "fixture", "toolkits/volledig/"],
  ["matrix", "fixture", "competentiesets/volledig/"],
  ["listing", "catalogue", shipped.list],
  ["filtered", "catalogue", shipped["filtered list"]],
  ["agenda", "fixture", "bijeenkomsten/"],
  ["condition", "catalogue", shipped.condition],
  ["a-z", "catalogue", shipped["A-Z"]],
  ["search", "catalogue", shipped.search],
  ["compare", "catalogue", shipped.compare],
  ["kept", "catalogue", shipped.kept],
  ["editors", "catalogue", shipped.editors],
  ["submit", "catalogue", shipped.submit],
  ["form", "catalogue", shipped.form],
  ["data", "catalogue", shipped.data],
  ["not-found", "catalogue", shipped["not found"]],
];

const browser = await launch();
const hosts = {};
for (const [site, dir] of Object.entries(sites)) hosts[site] = await serve(dir, "/sub/");
const draws = spawnSync("pdftoppm", ["-v"]).status === 0;

for (const [device, viewport] of Object.entries(devices)) {
  for (const colorScheme of ["light", "dark"]) {
    const context = await browser.newContext({ viewport, colorScheme, reducedMotion: "reduce" });
    const page = await context.newPage();
    for (const [name, site, url] of pages) {
      await page.goto(hosts[site].root + url, { waitUntil: "load" });
      await page.evaluate(settle);
      await page.screenshot({ path: join(folder, `${name}-${device}-${colorScheme}.png`) });
      if (colorScheme === "light") await page.screenshot({ path: join(folder, `${name}-${device}-whole.png`), fullPage: true });
    }
    await context.close();
  }
}

const page = await browser.newPage();
for (const [name, site, url] of pages) {
  await page.goto(hosts[site].root + url, { waitUntil: "load" });
  await page.evaluate(settle);
  const path = join(folder, `${name}-print.pdf`);
  await page.pdf({ path, format: "A4" });
  if (draws) {
    spawnSync("pdftoppm", ["-r", "80", "-png", path, join(folder, `${name}-print`)], { stdio: "inherit" });
    rmSync(path);
  }
}
await browser.close();
for (const host of Object.values(hosts)) await host.close();
console.log(folder);
