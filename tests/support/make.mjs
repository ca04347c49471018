// Makes the sites under test: the catalogue that is shipped, and the made-up one
// of fixture/, in which every field has a value.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const exec = promisify(execFile);

/** The folder of the project. */
export const project = fileURLToPath(new URL("../..", import.meta.url));

/** Where the sites are said to be published: a reserved name, below a path. */
export const base = "https://kaartenbak.example/sub";

/** The day by which the sites are built. */
export const today = "2026-11-22";

/** The content folder of each site. */
export const content = { catalogue: join(project, "content"), fixture: join(project, "tests/fixture/content") };

/** Builds the program and both sites in a new folder, and gives that folder. */
export async function make() {
  const dir = await mkdtemp(join(tmpdir(), "kaartenbak-tests-"));
  const options = { cwd: project, maxBuffer: 1 << 26 };
  try {
    await exec("go", ["build", "-o", join(dir, "kaartenbak"), "./cmd/kaartenbak"], options);
    for (const [name, from] of Object.entries(content)) {
      const flags = ["--content", from, "--out", join(dir, name), "--base-url", base, "--today", today];
      await exec("go", ["run", "./cmd/kaartenbak", "build", ...flags], options);
    }
  } catch (error) {
    await rm(dir, { recursive: true, force: true });
    throw new Error(`building the sites: ${error.stderr || error.message}`);
  }
  return dir;
}
