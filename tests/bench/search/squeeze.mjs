// Puts a file.br beside each file of a folder, or those named, and says how many
// files there are and their bytes, plain and compressed: node squeeze.mjs folder [name …]
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const [folder, ...names] = process.argv.slice(2);
const sum = { files: 0, plain: 0, brotli: 0 };
for (const name of names.length ? names : readdirSync(folder, { recursive: true })) {
  const file = join(folder, String(name));
  if (!statSync(file).isFile() || file.endsWith(".br")) continue;
  const data = readFileSync(file);
  const small = brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: data.length } });
  sum.files++;
  sum.plain += data.length;
  sum.brotli += Math.min(small.length, data.length);
  if (small.length < data.length) writeFileSync(file + ".br", small);
}
process.stdout.write(JSON.stringify(sum));
