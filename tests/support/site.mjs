// Where the sites under test are. run.mjs makes them once for all test files; a
// file that is run by hand makes its own.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { contentOf, make } from "./make.mjs";

export { project } from "./content.mjs";
export { base, repository, today } from "./make.mjs";

let dir = process.env.KAARTENBAK_TESTS;
if (!dir) {
  dir = await make();
  process.on("exit", () => rmSync(dir, { recursive: true, force: true }));
}

/** The content folder of each site. */
export const content = contentOf(dir);

/** The folder of each built site. */
export const sites = { catalogue: join(dir, "catalogue"), fixture: join(dir, "fixture") };

/** The program itself. */
export const program = join(dir, "kaartenbak");
