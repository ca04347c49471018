// Reads JSON strings, one a line, and writes for each its words and their stems.
import { createInterface } from "node:readline";
import { tokenize } from "../client/tokens.js";
import { snowball, stem } from "../client/stem.js";

const out = [];
for await (const line of createInterface({ input: process.stdin })) {
  out.push(JSON.stringify(tokenize(JSON.parse(line)).map((t) => [t.word, stem(t.word), /[^a-z]/.test(t.word) ? "" : snowball(t.word), t.caps, t.hyphen])));
}
process.stdout.write(out.join("\n") + "\n");
