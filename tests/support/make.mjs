// Makes the sites under test: the catalogue that is shipped, and the made-up one.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { madeUp, project, shipped } from "./content.mjs";

const exec = promisify(execFile);

/** Where the sites are said to be published: a reserved name, below a path. */
export const base = "https://kaartenbak.example/sub";

/** Where the shipped catalogue is said to have its repository, which a build is given; the made-up one has its own. */
export const repository = "https://github.com/verzonnen/kaartenbak";

/** The day by which the sites are built. */
export const today = "2026-11-22";

/** The content folder of each site, of those that are made in a folder. @param {string} dir */
export const contentOf = (dir) => ({ catalogue: shipped, fixture: join(dir, "content") });

/** Builds the program and both sites in a new folder, and gives that folder. */
export async function make() {
  const dir = await mkdtemp(join(tmpdir(), "kaartenbak-tests-"));
  const options = { cwd: project, maxBuffer: 1 << 26 };
  try {
    await exec("go", ["build", "-o", join(dir, "kaartenbak"), "./cmd/kaartenbak"], options);
    const content = contentOf(dir);
    madeUp(content.fixture);
    for (const [name, from] of Object.entries(content)) {
      const flags = ["--content", from, "--out", join(dir, name), "--base-url", base, "--repository", repository, "--today", today];
      await exec("go", ["run", "./cmd/kaartenbak", "build", ...flags], options);
    }
  } catch (error) {
    await rm(dir, { recursive: true, force: true });
    throw new Error(`building the sites: ${error.stderr || error.message}`);
  }
  return dir;
}
