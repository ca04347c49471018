// The content folders that the tests build sites of.
import { cpSync, existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the project. */
export const project = fileURLToPath(new URL("../..", import.meta.url));

/** The content that is shipped. */
export const shipped = join(project, "content");

/**
 * Copies the made-up content of fixture/, in which every field has a value, to a
 * new folder. A vocabulary that it lacks has one made-up term there, so that a new
 * one is no concern of tests about something else.
 * @param {string} dir
 */
export function madeUp(dir) {
  cpSync(join(project, "tests/fixture/content"), dir, { recursive: true });
  for (const name of readdirSync(join(shipped, "begrippen"))) {
    const file = join(dir, "begrippen", name);
    if (!existsSync(file)) writeFileSync(file, "- id: verzonnen\n  naam: Verzonnen\n");
  }
  return dir;
}
