/**
 * A text as it may stand in an address: as package slug of the program writes it.
 * @module
 */
import { data } from "./data.js";

/** A text in small letters without accents and apostrophes, with a space for every other sign. @param {string} text */
function plain(text) {
  const { letters } = data.words; // each followed by how it is written without accents
  let out = "";
  for (const c of text.toLowerCase().normalize("NFKD")) {
    const known = letters.indexOf(c);
    if (/[a-z0-9]/.test(c)) out += c;
    else if (known >= 0) out += letters[known + 1];
    else if (/[\p{L}\p{N}]/u.test(c)) out += c;
    else if (!/\p{Mn}|['’]/u.test(c)) out += " ";
  }
  return out;
}

/** The words of a text in small letters and digits of ASCII. @param {string} text */
const words = (text) => plain(text).replace(/[^a-z0-9]/g, " ").split(" ").filter(Boolean);

/** What texts have in common that differ only in capitals, accents, signs and spaces. @param {string} text */
export const fold = (text) => plain(text).split(" ").filter(Boolean).join(" ");

/** The name of a file for a title, or "". @param {string} title */
export function fileName(title) {
  const { bestandsnaam: most, "bestandsnaam-genoeg": enough } = data.limits;
  let name = "";
  for (const word of words(title)) {
    if (!name) name = word;
    else if (name.length < enough) name += `-${word}`;
  }
  return name.slice(0, most).replace(/-$/, "");
}

/** The id of a heading, without what is before all of them. @param {string} text */
export function headingId(text) {
  const most = data.limits["kop-adres"];
  const id = words(text).join("-");
  return id.slice(0, id[most - 1] === "-" ? most + 1 : most) || "kop";
}
