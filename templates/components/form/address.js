/**
 * What is wrong with an address: as package webaddress of the program says it.
 * @module
 */
import { data, length, pattern, short, words } from "./data.js";

/** @typedef {{message: string, hint: string} | undefined} Wrong nothing where all is well */

/** What has to be the address of a website. @param {string} raw @returns {Wrong} */
export function checkAddress(raw) {
  const wrong = checkURL(raw);
  const [scheme] = cutScheme(raw);
  if (scheme === "https" || scheme === "http" || checkCharacters(raw)) return wrong;
  if (scheme) return words("adres-geen-website", short(scheme));
  return wrong ?? words("adres-geen-web", short(raw));
}

/** What a link may go to. @param {string} raw @returns {Wrong} */
export function checkURL(raw) {
  if (!raw) return words("adres-leeg");
  if (length(raw) > data.limits.adres) return words("adres-lang", length(raw), data.limits.adres);
  if (/^<[^]*>$/.test(raw)) return words("adres-haken", raw.slice(1, -1));
  const unsound = checkCharacters(raw);
  if (unsound) return unsound;
  if (raw === "#") return words("adres-hekje");
  if (raw[0] === "#") return undefined;
  if (raw.startsWith("//")) return words("adres-schuine-strepen", raw.replace(/^\/+/, ""));
  if (raw[0] === "/") return checkPath(raw);
  const [scheme, rest] = cutScheme(raw);
  if (!scheme) return checkRelative(raw);
  if (scheme === "https" || scheme === "http") return checkWeb(raw, rest);
  if (scheme === "mailto") return checkMail(rest);
  if (scheme === "tel") return pattern("telefoon").test(rest) ? undefined : words("adres-telefoon");
  return words("adres-begin", short(scheme));
}

/** @param {string} raw @returns {Wrong} */
function checkCharacters(raw) {
  const hex = (/** @type {number} */ n, /** @type {number} */ digits) => n.toString(16).toUpperCase().padStart(digits, "0");
  let at = 0;
  for (const c of raw) {
    const code = /** @type {number} */ (c.codePointAt(0));
    if (c === " " || (code > 32 && /[\p{White_Space}]/u.test(c))) return words(trim(raw) !== raw ? "adres-spatie-rand" : "adres-spatie");
    if (code < 32 || code === 0x7f || (code >= 0x80 && !/[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(c))) return words("adres-onzichtbaar", `U+${hex(code, 4)}`);
    if (c === "\\") return words("adres-streep");
    if ('"<>`'.includes(c) && (at === 0 || at === raw.length - 1)) return words("adres-teken-rand", c, c);
    if ('"<>`'.includes(c)) return words("adres-teken", c, `%${hex(code, 2)}`);
    if (c === "%") {
      const digits = raw.slice(at + 1, at + 3);
      if (!/^[0-9a-f]{2}$/i.test(digits)) return words("adres-procent");
      const escaped = parseInt(digits, 16);
      if (escaped < 32 || escaped === 0x7f) return words("adres-onzichtbaar", `%${hex(escaped, 2)}`);
    }
    at += c.length;
  }
  const turns = bidi.exec(decode(raw))?.[0].codePointAt(0);
  return turns ? words("adres-onzichtbaar", `U+${hex(turns, 4)}`) : undefined;
}

const bidi = /\p{Bidi_Control}/u;

/** An address with its escapes read. @param {string} raw */
const decode = (raw) => raw.replace(/(%[0-9a-f]{2})+/gi, (run) => new TextDecoder().decode(Uint8Array.from(run.slice(1).split("%"), (digits) => parseInt(digits, 16))));

/** Without white space at either end, as Go has it. @param {string} text */
export const trim = (text) => text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, "");

/** @param {string} raw @returns {[string, string]} */
function cutScheme(raw) {
  const i = raw.search(/[:/?#]/);
  return i > 0 && raw[i] === ":" ? [raw.slice(0, i).toLowerCase(), raw.slice(i + 1)] : ["", ""];
}

/** Whether a text is an e-mail address by its looks. @param {string} text */
export const isMail = (text) => text.includes("@") && pattern("mail").test(text);

/** @param {string} rest what comes after mailto: @returns {Wrong} */
function checkMail(rest) {
  const [, all, query = ""] = /** @type {RegExpExecArray} */ (/^([^?]*)\??(.*)$/s.exec(rest));
  const addresses = all.split(",");
  if (!addresses.every((address) => isMail(unescaped(address) ?? ""))) return words("adres-mail");
  const odd = query.split("&").map((pair) => pair.split("=")[0]).find((key) => !["", "subject", "body"].includes(key.toLowerCase()));
  if (odd !== undefined) return words("adres-mail-vraag", short(odd));
  for (const address of addresses) {
    const wrong = checkHost(address.slice(address.indexOf("@") + 1));
    if (wrong) return wrong;
  }
  return undefined;
}

/** A text without the escapes of an address; undefined where they are no text. @param {string} text */
function unescaped(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** @param {string} raw @param {string} rest @returns {Wrong} */
function checkWeb(raw, rest) {
  const authority = rest.startsWith("//") ? rest.slice(2).split(/[/?#]/)[0] : "";
  if (!authority) return words("adres-zonder-naam");
  const user = authority.lastIndexOf("@");
  if (user >= 0 && user + 1 < authority.length) return words("adres-gebruiker", short(authority.slice(user + 1)));
  const [, host, port] = /** @type {RegExpExecArray} */ (/^(\[[^\]]*\]|[^:]*):?(.*)$/.exec(authority.slice(user + 1)));
  if (port && !/^[0-9]*$/.test(port)) return words("adres-ongeldig");
  if (port && (Number(port) < 1 || Number(port) > 65535)) return words("adres-poort", short(port));
  return host ? (checkHost(host) ?? checkDetour(raw)) : words("adres-zonder-naam");
}

/** How many addresses may lead on to each other. */
const maxDetours = 5;

/** An address that only leads on to another, which stands in it. @param {string} raw @returns {Wrong} */
function checkDetour(raw) {
  let [to, by] = [raw, ""];
  for (let n = 0; n < maxDetours; n++) {
    const found = detour(to);
    if (!found) break;
    by ||= found.host;
    to = found.within;
  }
  if (!by) return undefined;
  to = untracked(to)[0];
  return /^https?$/.test(cutScheme(to)[0]) && !checkURL(to) ? words("adres-omweg", by, to) : words("adres-omweg-dicht", by);
}

/** The host of such an address, and the address within, or "". @param {string} raw @returns {{host: string, within: string} | undefined} */
function detour(raw) {
  const [, authority = "", path = "", query = ""] = /^[^]*?:\/\/([^/?#]*)\/?([^?#]*)\??([^#]*)/.exec(raw) ?? [];
  const host = authority.toLowerCase().split(":")[0];
  const { omwegen } = data.words;
  for (let i = 0; i < omwegen.length; i += 3) {
    const [name, start, how] = omwegen.slice(i, i + 3);
    if ((host === name || (name[0] === "." && host.endsWith(name))) && `/${path}`.startsWith(start)) return { host, within: inner(`/${path}`, start, query, how) };
  }
  return undefined;
}

/** The address in a detour. @param {string} path @param {string} start @param {string} query @param {string} how it is written */
function inner(path, start, query, how) {
  const parameter = (/** @type {string[]} */ ...names) => query.split("&").map((pair) => pair.split(/=([^]*)/)).find(([name, value]) => names.includes(name) && value)?.[1] ?? "";
  const whole = `${path}?${query}`;
  const after = whole.indexOf("__");
  switch (how) {
    case "path":
      return `https://${path.slice(start.length)}`;
    case "escaped":
      return unescaped(/http[^]*/.exec(path)?.[0] ?? "") ?? "";
    case "base64":
      return fromBase64(parameter("u").replace(/^a1/, ""));
    case "dashes":
      return unescaped(parameter("u").replaceAll("-", "%").replaceAll("_", "/")) ?? "";
    case "underscores": {
      const end = after < 0 ? -1 : whole.indexOf("__;", after + 2);
      const to = end < 0 ? "" : whole.slice(after + 2, end);
      return to.includes("*") ? "" : to;
    }
  }
  return unescaped(parameter(...how.split(","))) ?? "";
}

/** @param {string} text as an address may have it @returns {string} */
function fromBase64(text) {
  try {
    if (/[^A-Za-z0-9_-]/.test(text)) return "";
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0)));
  } catch {
    return "";
  }
}

/** @param {string} authority @returns {Wrong} */
function checkHost(authority) {
  if (authority[0] !== "[" && /%(?![89a-f][0-9a-f])/i.test(authority)) return words("adres-ongeldig");
  let host = (unescaped(authority) ?? authority).toLowerCase().replace(/\.$/, "");
  if (/^\[|^(\d{1,3}\.){3}\d{1,3}$/.test(host)) return words("adres-nummer");
  if (/[^\0-\x7f]|xn--/.test(host)) {
    const ascii = toASCII(host);
    const name = ascii && fromASCII(ascii);
    if (!name) return words("adres-naam", short(host));
    if (host !== ascii && host.normalize("NFC") !== name) return words("adres-letters", short(host), short(ascii));
    if (/\p{Script=Latin}/u.test(name) && /(?!\p{Script=Latin})\p{L}/u.test(name)) return words("adres-schriften", short(name), short(ascii));
    host = ascii;
  }
  const labels = host.split(".");
  const last = labels[labels.length - 1];
  if (/^(\d+|0x.*)$/.test(last)) return words("adres-nummer");
  if (labels.length < 2 || data.words.besloten.includes(last)) return words("adres-niet-openbaar", short(host));
  const bad = (/** @type {string} */ label) => !label || label.length > 63 || /^-|-$|[^a-z0-9_-]/.test(label);
  if (host.length > 253 || labels.some(bad) || last.length < 2 || !/^[a-z]/.test(last)) return words("adres-naam", short(host));
  return undefined;
}

/** The name of a site in its own letters; "" where it has none. @param {string} ascii */
function fromASCII(ascii) {
  const labels = ascii.split(".").map((label) => (label.startsWith("xn--") ? fromPunycode(label.slice(4)) : label));
  return labels.includes("") ? "" : labels.join(".");
}

/** A word that is written in Punycode (RFC 3492), or "". @param {string} text */
function fromPunycode(text) {
  const dash = text.lastIndexOf("-");
  const letters = [...text.slice(0, Math.max(dash, 0))];
  let [code, at, bias] = [128, 0, 72];
  for (let i = dash + 1; i < text.length; ) {
    const before = at;
    for (let weight = 1, k = 36; ; k += 36) {
      const digit = "abcdefghijklmnopqrstuvwxyz0123456789".indexOf(text[i++] ?? " ");
      if (digit < 0) return "";
      at += digit * weight;
      const least = Math.min(Math.max(k - bias, 1), 26);
      if (digit < least) break;
      weight *= 36 - least;
    }
    const length = letters.length + 1;
    let delta = Math.floor((at - before) / (before === 0 ? 700 : 2));
    delta += Math.floor(delta / length);
    let steps = 0;
    for (; delta > 455; steps += 36) delta = Math.floor(delta / 35);
    bias = steps + Math.floor((36 * delta) / (delta + 38));
    code += Math.floor(at / length);
    at %= length;
    if (code > 0x10ffff) return "";
    letters.splice(at++, 0, String.fromCodePoint(code));
  }
  return letters.join("");
}

/** @param {string} host */
function toASCII(host) {
  try {
    return new URL(`https://${host}/`).hostname;
  } catch {
    return "";
  }
}

/** The address without . and .. in it, as path.Clean of Go. @param {string} path */
function clean(path) {
  /** @type {string[]} */
  const out = [];
  for (const part of path.split("/")) {
    if (part === "..") out.pop();
    else if (part && part !== ".") out.push(part);
  }
  return `/${out.join("/")}`;
}

/** @param {string} raw @returns {Wrong} */
function checkPath(raw) {
  const path = raw.split(/[#?]/)[0];
  const plain = unescaped(path) ?? decodeURIComponent(path.replace(/%(?![0-7][0-9a-f])/gi, "%25"));
  if (plain.includes("\\")) return words("adres-pad");
  const cleaned = clean(plain);
  if (plain.includes("//") || (plain !== cleaned && plain !== `${cleaned}/`)) return words("adres-punten", short(`${cleaned.replace(/\/$/, "")}/`));
  return undefined;
}

/** An address that depends on where the page is. @param {string} raw @returns {Wrong} */
function checkRelative(raw) {
  const text = short(raw);
  const path = raw.split(/[#?]/)[0];
  const [host, whole] = hostIn(raw);
  if (isMail(raw)) return words("adres-deel-mail", text, text);
  if (pattern("nummer").test(raw)) return words("adres-deel-telefoon", text);
  if (host && (whole || !raw.startsWith("."))) return words("adres-deel-website", text, text);
  if (!path) return words("adres-deel-leeg", text);
  const at = clean(`/${path.replace(/\.html$/, "").replace(/\.md$/, "")}`).replace(/^\/|\/$/g, "");
  return words("adres-deel", text, short(at.includes("/") ? at : `keuzehulpen/${at}`));
}

/** The site that a reader sees in a text, and whether that is written as an address. @param {string} text @returns {[string, boolean]} */
export function hostIn(text) {
  text = text.toLowerCase();
  let host = text.replace(/^https:\/\//, "").replace(/^http:\/\//, "").replace(/^www\./, "");
  const whole = host !== text;
  host = host.split(/[/?#]/)[0];
  const colon = host.lastIndexOf(":");
  if (colon >= 0) host = host.slice(0, colon);
  const dot = host.lastIndexOf(".");
  if (dot <= 0 || /\s/.test(text) || host.includes("@")) return ["", false];
  return whole || data.words.domeinen.includes(host.slice(dot + 1)) ? [host, whole] : ["", false];
}

/** The site of a good address, without www.; "" for one within this site. @param {string} address */
export const hostOf = (address) => (/^https?:\/\/([^/?#:]*)/i.exec(address)?.[1] ?? "").toLowerCase().replace(/\.$/, "").replace(/^www\./, "");

/**
 * Whether an address follows who opens it.
 * @param {string} raw
 * @returns {[string, ...string[]] | undefined} the name of the phrase, and what to fill in
 */
export function tracking(raw) {
  const host = hostOf(raw);
  if (data.words.verkorters.includes(host)) return ["adres-verkort", host];
  const [clean, found] = untracked(raw);
  return found ? ["adres-volgcode", short(found), clean] : undefined;
}

/** An address without the parameters that follow who opens it, and the last of them. @param {string} raw @returns {[string, string]} */
function untracked(raw) {
  const question = raw.indexOf("?");
  if (question < 0) return [raw, ""];
  const [, query, anchor] = /** @type {RegExpExecArray} */ (/^([^#]*)(#.*)?$/s.exec(raw.slice(question + 1)));
  let found = "";
  const kept = query.split("&").filter((pair) => {
    const name = pair.split("=")[0];
    const tracks = data.words.volgcodes.includes(name.toLowerCase()) || name.toLowerCase().startsWith("utm_");
    if (tracks) found = name;
    return !tracks;
  });
  return [found ? raw.slice(0, question) + (kept.length ? `?${kept.join("&")}` : "") + (anchor ?? "") : raw, found];
}

/** The site of an address that publishes copies of what others made, or "". @param {string} address */
export function mirror(address) {
  const host = /^[a-z]+:\/\/([^/?#]*)/i.exec(address)?.[1] ?? "";
  return data.words.kopieen.find((name) => host === name || host.endsWith(`.${name}`)) ?? "";
}
