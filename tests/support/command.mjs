// The program under test, and projects to run it in.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { content, program, project } from "./site.mjs";

/**
 * Runs the program to its end.
 * @param {string[]} args
 * @param {string} [cwd]
 * @returns {{code: number | null, out: string, err: string}}
 */
export function kaartenbak(args, cwd = project) {
  const run = spawnSync(program, args, { cwd, encoding: "utf8", maxBuffer: 1 << 26, timeout: 300_000 });
  if (run.error) throw run.error;
  return { code: run.status, out: run.stdout, err: run.stderr };
}

/**
 * A new project folder with the made-up content, and with templates where asked.
 * It is removed after the test.
 * @param {import("node:test").TestContext} t
 * @param {{templates?: boolean}} [options]
 */
export function newProject(t, { templates = false } = {}) {
  const dir = mkdtempSync(join(tmpdir(), "kaartenbak-project-"));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  cpSync(content.fixture, join(dir, "content"), { recursive: true });
  if (templates) cpSync(join(project, "templates"), join(dir, "templates"), { recursive: true });
  return dir;
}

/** The numbers of the closing line of a build. */
export function closing({ out }) {
  const found = /^(\d+) pages, (\d+) files, (\d+) bytes, (\d+) changed, (\d+) removed, (\d+) ms$/m.exec(out);
  if (!found) throw new Error(`no closing line in ${JSON.stringify(out)}`);
  const [pages, files, bytes, changed, removed, ms] = found.slice(1).map(Number);
  return { pages, files, bytes, changed, removed, ms };
}
