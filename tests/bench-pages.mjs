// How fast the pages are on a slow phone, by Lighthouse: node tests/bench-pages.mjs
// [RUNS]. Each page is looked at some times, and the one in the middle counts; it
// fails where that is below the goal.
import { judged, open, score } from "./support/lighthouse.mjs";

const runs = Number(process.argv[2] ?? 5);
const goal = 98;
const shown = { FCP: "first-contentful-paint", LCP: "largest-contentful-paint", "speed index": "speed-index", TBT: "total-blocking-time", CLS: "cumulative-layout-shift" };

const { judge, close } = await open();
for (const [name, url] of Object.entries(judged)) {
  const all = [];
  for (let run = 0; run < runs; run++) all.push(await judge(url, { onlyCategories: ["performance"] }));
  const middle = all.sort((a, b) => score(a, "performance") - score(b, "performance"))[runs >> 1];
  const times = Object.entries(shown).map(([short, id]) => `${short} ${middle.audits[id].displayValue.replace(/\s/g, " ")}`);
  console.log(`${name}: ${score(middle, "performance")} (${all.map((lhr) => score(lhr, "performance")).join(", ")}); ${times.join(", ")}`);
  if (score(middle, "performance") < goal) process.exitCode = 1;
}
await close();
