// Runs the tests on the built site: node tests/run.mjs [FILE...]. The sites are
// built once, for all files.
import { spawn } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { make } from "./support/make.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const asked = process.argv.slice(2);

/** Those that take longest, which start first: at the end none is left alone. */
const long = ["lighthouse", "search", "axe", "browser", "form", "decap", "keyboard"].map((name) => `${name}.test.mjs`);
const all = readdirSync(here).filter((name) => name.endsWith(".test.mjs")).sort();
const files = asked.length > 0 ? asked : [...long, ...all.filter((name) => !long.includes(name))].map((name) => here + name);

const dir = await make();
process.on("exit", () => rmSync(dir, { recursive: true, force: true }));

/** How long a file may take, in ms: some eight times what the longest does. What hangs fails, and is named. */
const limit = 10 * 60_000;

const child = spawn(process.execPath, ["--test", "--test-concurrency=2", `--test-timeout=${limit}`, "--test-reporter=spec", ...files], {
  env: { ...process.env, KAARTENBAK_TESTS: dir },
  stdio: ["ignore", "inherit", "inherit"],
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => {
  if (signal) console.error(`the tests were stopped by ${signal}`);
  process.exit(code ?? 1);
});
