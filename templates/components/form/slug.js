/**
 * A text as it may stand in an address: as package slug of the program writes it.
 * @module
 */
import { data } from "./data.js";

/** The words of a text in small letters and digits of ASCII. @param {string} text */
function words(text) {
  const { letters } = data.words; // each followed by how it is written without accents
  let plain = "";
  for (const c of text.toLowerCase().normalize("NFKD")) {
    const known = letters.indexOf(c);
    if (/[a-z0-9]/.test(c)) plain += c;
    else if (known >= 0) plain += letters[known + 1];
    else if (!/\p{Mn}|['’]/u.test(c)) plain += " ";
  }
  return plain.split(" ").filter(Boolean);
}

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
