/**
 * How much a text may hold: what has to be known before it is read.
 * @module
 */
import { data, length } from "../data.js";
import { bytes } from "./text.js";

/**
 * Finds the limits that a text goes beyond.
 * @param {string} source
 * @param {(name: string, at: number, ...args: number[]) => void} found gets the name of the phrase
 */
export function checkLimits(source, found) {
  const { limits } = data;
  const size = bytes(source);
  if (size > limits["tekst-groot"]) {
    found("tekst-groot", 0, (size + 1023) >> 10, limits["tekst-groot"] >> 10);
    return;
  }
  for (const [name, sign] of [["tekst-links", "]("], ["tekst-voetnoten", "[^"], ["tekst-haken", "["], ["tekst-codetekens", "`"]]) {
    let at = source.indexOf(sign);
    for (let n = 0; n < limits[name] && at >= 0; n++) at = source.indexOf(sign, at + sign.length);
    if (at >= 0) found(name, at, limits[name]);
  }
  if ((source.match(/[*_~]/g)?.length ?? 0) > limits["tekst-sterren"]) found("tekst-sterren", 0, limits["tekst-sterren"]);

  let [columns, cells, previous, start] = [0, 0, 0, 0]; // columns of the table so far
  for (const line of source.replace(/\n$/, "").split("\n")) {
    if (line.length > limits["tekst-regel"] && length(line) > limits["tekst-regel"]) found("tekst-regel", start, limits["tekst-regel"]);
    if (openers(line) > limits["tekst-diep"]) found("tekst-diep", start, limits["tekst-diep"]);
    const inner = line.replace(/^[ \t>]+/, "");
    if (!inner) columns = 0;
    const made = delimiterColumns(inner);
    if (made > limits["tabel-kolommen"]) found("tabel-kolommen", previous, made, limits["tabel-kolommen"]);
    else columns = Math.max(columns, made);
    cells += columns;
    if (cells > limits["tabel-vakken"] && cells - columns <= limits["tabel-vakken"]) found("tabel-vakken", start, limits["tabel-vakken"]);
    previous = start;
    start += line.length + 1;
  }
}

/** How many quotes, lists and explanations the start of a line opens within each other. @param {string} line */
function openers(line) {
  if (/^(?:[- ]*|[* ]*)$/.test(line)) return 0; // a rule across the page
  let n = 0;
  for (const [sign] of line.matchAll(/[ \t]|>|(?:[-*+:]|\d+[.)])(?=[ \t]|$)/gy)) if (sign !== " " && sign !== "\t") n++;
  return n;
}

/** How many columns the line below the header of a table makes; 0 where it is no such line. @param {string} line */
function delimiterColumns(line) {
  if (!/^[-|: \t]*-[-|: \t]*$/.test(line)) return 0;
  const inner = line.trim();
  const bars = inner.split("|").length - 1;
  return bars - (inner[0] === "|" ? 1 : 0) - (inner[inner.length - 1] === "|" ? 1 : 0) + 1;
}
