// Marks and cuts texts: {"text", "words", "length"} in, pieces out with hits in brackets.
import { createInterface } from "node:readline";
import { excerpt, mark, matcher } from "../client/highlight.js";

const out = [];
const show = (pieces) => pieces.map((p) => (p.hit ? `[${p.text}]` : p.text)).join("");
for await (const line of createInterface({ input: process.stdin })) {
  const { text, words, length } = JSON.parse(line);
  const pieces = length ? excerpt(text, matcher(words), length) : mark(text, matcher(words));
  out.push(JSON.stringify(show(pieces)));
}
process.stdout.write(out.join("\n") + "\n");
