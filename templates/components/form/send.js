/**
 * The ways in which an entry leaves the form.
 * @module
 */
import { data, pattern, t } from "./data.js";

/** Addresses that are longer are refused by forges; some say 8 kB. */
const maxURL = 7500;

/** What is wrong with the name of a new file, or "". @param {string} collection @param {string} slug */
export function slugProblem(collection, slug) {
  const { bestandsnaam } = data.limits;
  if (!pattern("bestandsnaam").test(slug) || pattern("apparaat").test(slug) || slug === "index" || slug.length > bestandsnaam) return t("insturen.naam-fout", bestandsnaam);
  const taken = data.entries[collection].find(([other]) => other === slug);
  return taken ? t("insturen.naam-bezet", taken[1]) : "";
}

/** The name of the site at an address, for people. @param {string} address */
export function forgeName(address) {
  const { host } = new URL(address);
  return { "github.com": "GitHub", "gitlab.com": "GitLab", "codeberg.org": "Codeberg" }[host] ?? host;
}

/**
 * Where a new file is made, with the text in the address if that fits.
 * @param {string} address of the folder's page for a new file
 * @param {string} slug
 * @param {string} text
 * @returns {{href: string, whole: boolean}} whole is whether the text is in it
 */
export function newFile(address, slug, text) {
  const name = encodeURIComponent(`${slug}.md`);
  const href = address.includes("/-/new/") ? `${address}?file_name=${name}` : `${address}?filename=${name}`;
  const long = `${href}&value=${encodeURIComponent(text)}`;
  const whole = !address.includes("/-/new/") && long.length <= maxURL;
  return { href: whole ? long : href, whole };
}

/** @param {string} name @param {string} text */
export function download(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/markdown;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Copies a text; false where the browser does not do that. @param {string} text */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
