// Texts in Markdown to read: all that the repository has, and made ones.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { project } from "./site.mjs";

const archives = ["generator/testdata/regels", "generator/testdata/hostile", "generator/markdown/testdata", "generator/webaddress/testdata", "generator/personal/testdata", "generator/characters/testdata"];
const contents = ["content", "tests/fixture/content"];

/** The files of a folder whose names end so. @param {string} folder @param {string} end */
const files = (folder, end, deep = false) => readdirSync(join(project, folder), { recursive: deep }).map(String).filter((name) => name.endsWith(end)).sort().map((name) => join(folder, name));

/** What archives of tests write in short: a character by its number, and one many times. @param {string} text */
const written = (text) =>
  text
    .replace(/[<{]U\+([0-9A-F]{4,6})[>}]/g, (_, hex) => String.fromCodePoint(parseInt(hex, 16)))
    .replace(/\{(\d+)x?([^}])\}/g, (_, n, sign) => sign.repeat(Number(n)));

/** The text below the front matter. @param {string} text */
const below = (text) => text.replace(/^\{kop\}\n|^---\n[^]*?\n---[ \t]*(?:\n|$)/, "");

/**
 * The texts of all entries and pages, and whatever stands in an archive of the tests.
 * @returns {{name: string, body: string}[]}
 */
export function storedBodies() {
  const made = [];
  for (const file of archives.flatMap((folder) => files(folder, ".txtar"))) {
    const [, ...parts] = readFileSync(join(project, file), "utf8").split(/^-- (.+) --$/m);
    for (let i = 0; i < parts.length; i += 2) made.push({ name: `${file}: ${parts[i]}`, body: written(below(parts[i + 1].slice(1))) });
  }
  made.push(...addresses());
  for (const file of contents.flatMap((folder) => files(folder, ".md", true))) made.push({ name: file, body: below(readFileSync(join(project, file), "utf8")) });
  return made;
}

/** Addresses, each as the address of a link. */
const addresses = () =>
  ["mogen", "mogen-niet", "omwegen", "volgcodes"].flatMap((name) =>
    readFileSync(join(project, `generator/webaddress/testdata/${name}.txtar`), "utf8").split("\n").filter((line) => line && !/^(?:\t|-- )/.test(line)).map((line) => ({ name: `adressen/${name}`, body: `[de pagina](<${written(line)}>) en <${written(line)}>` })),
  );

const many = (/** @type {string} */ text, /** @type {number} */ n) => text.repeat(n);

/** The largest text of its kind that may be, or the one after it. @param {Record<string, number>} limits @param {number} more @returns {{name: string, body: string}[]} */
export const largeBodies = (limits, more) =>
  Object.entries({
    "tekst-groot": (n) => many(`${many("woord ", 1000)}\n\n`, 11).slice(0, n - 3) + "x",
    "tekst-regel": (n) => `x\n${many("é", n)}`,
    "tekst-links": (n) => many("[deze kaart](/over/)\n", n),
    "tekst-voetnoten": (n) => `${many("[^1]\n", n - 1)}\n[^1]: x`,
    "tekst-haken": (n) => many("[1]\n\n", n),
    "tekst-sterren": (n) => many("*", n),
    "tekst-koppen": (n) => many("## kop\n", n),
    "tabel-kolommen": (n) => `x\n\n|${many("a|", n)}\n|${many("-|", n)}`,
    "tabel-vakken": (n) => `a|a\n-|-\n${many("a|a\n", n / 2 - 2 + (n % 2))}${n % 2 ? "a|a" : "x"}`,
    "tekst-diep": (n) => Array.from({ length: n }, (_, i) => `${many("  ", i)}- x`).join("\n"),
    "link-titel": (n) => `[naar x](/over/ "${many("t", n)}")`,
    "tekst-tabellen": (n) => many("a|b\n-|-\n\n", n),
    "tekst-codetekens": (n) => many("`", n),
    "tekst-onderdelen": (n) => many("- - - x\n", Math.floor((n - 2) / 7) + more),
    "nog-vaker": (n) => many("<b> ", n),
  }).flatMap(([name, text]) => [{ name, body: text(limits[name] + more) }]);

/** Lines with which something begins, in pieces that can stand in each other. */
const blocks = [
  "# Kop", "## Kop", "#### Diep", "##", "## Kop ##", "### Kop #2", "#geen kop", "Kop\n===", "Kop\n---", "Twee\nregels\n---", "---", "***", "_ _ _", "- - -", "> citaat", ">zonder spatie\nlui verder", "> > dieper", "> - lijst\n> - verder",
  "- een\n- twee", "- een\n\n  nog een alinea\n- twee", "* ster\n+ plus", "1. een\n2. twee", "1) een\n3. drie", "7. zeven", "-", "-\n\n  los", "- \n- leeg", "- a\n  - b\n    - c\n      - d", "-   ver\n\n    in", "-     code in een punt", "  - ingesprongen\n - minder",
  "    code met <b> en https://voorbeeld.nl", "\tcode na een tab", "```\n<b># x</b> https://voorbeeld.nl\n```", "~~~ html\n<p>\n~~~", "```\nnooit dicht", "``` a`b\nx\n```", "- ```\n  code\n  ```\n- x", ">\t- tab\n>\t  verder", "-\tpunt\n\n\tverder",
  "| a | b |\n|---|---|\n| 1 | 2 |", "a|b\n-|-\n1|2|3", "kop | kop\n:-: | ---\nvak | vak | te veel |\nlui", "voor de tabel\na | b\n- | -\nx | y", "| a |\n|---|\n| `x\\|y` | z |", "a | b\n--- | --- | ---", "|a|\n|-|", "- | a | b |\n  |---|---|\n  | 1 | 2 | 3 |", "a|b\n-|-\n\\|1|2\\|",
  "Term\n: uitleg", "Term\n\n: uitleg\n: nog een\n\n  verder", "Twee\ntermen\n:   ver in\n\n    verder", ": geen term", ":zonder spatie", "[^1]: een noot", "[^2]: noot met <i>x</i>\n\n    en een tweede alinea", "[^1]: weer een\n[^ongebruikt]: x", "[^]: leeg",
  "[r]: https://voorbeeld.nl/ \"titel\"", "[R x]:\n  <https://voorbeeld.nl/a b>\n  'titel'", "[weg]: javascript:x", "[r]: /x y z", "[a]: /over/\n[b]: /over\nen tekst", "[a]: /over/ 'titel\nover regels'\n===",
  "##kop", "#\u00a0Kop", "###\u00a0kop", "#Kop met woorden", "#hekje", "• een\n• twee", "– een\n– twee", "– één", "— een\n— twee", "neem mee:\n– dit", "-\u00a0een", "1.\u00a0een", "-een\n-twee", "1.een\n2.twee", "✓ een\n✓ twee", "a) een\nb) twee",
  "a | b\n---|---|---", "| a | b |\n|---|\n| 1 | 2 |", "| a | b |\n| 1 | 2 |", "|—|—|\n| 1 | 2 |", "| a | b |\n|—|—|", "| a |\n|---|---|\n| 1 | 2 |", "|-|-|\n|a|b|", "- a | b\n  --- | --- | ---",
  "    Dit is een zin, en geen code.", "\tNog een zin, die te lang is.", "    code = 1", "    - Een punt van een lijst.", "Een zin.\n---", "Een regel\n---", "Twee\nregels\n----", "Kop\n===", "Kop\n---\n\nNog een\n---", "tekst\n-", "> Een zin.\n> ---",
  "[ ] taak", "- [x] taak\n- [ ] taak", "[!NOTE]\ntekst", "> [!TIP]\n> tekst", ":::note[Titel]\ntekst\n:::", "!!! note", "??? tip", ".. note:: x", "#+TITLE: x", "== Kop ==", "[TOC]", "h2. Kop", "include::x[]",
  "<div>\n**x**\n</div>", "<p>x</p>", "<!-- commentaar -->", "<!-- over\n\nregels -->", "<!-- nooit dicht", "<script>\nx\n\ny\n</script>", "<?php x ?>", "<!DOCTYPE x>", "<![CDATA[ x ]]>", "<span>\nx", "<span class='x'>x</span>", "</div>", "<hr/>", "</b >", "<a href=\"x\">", "<style>x", "<img src=x>", "<li>x", "<table><tr>",
];

/** What may stand in a line. */
const inlines = [
  "woord", "twee woorden", "*schuin*", "**vet**", "***beide***", "_x_", "snake_case_woord", "~~weg~~", "~x~", "*niet dicht", "**half*", "a*b*c", "*a **b* c**", "`code`", "`` a`b ``", "`open", "` <b> `", "\\*geen\\*", "\\<b>", "\\[x](y)", "regel  \nafgebroken", "regel\\\nafgebroken", "twee\nregels",
  "[de keuzehulp](https://voorbeeld.nl/)", "[hier](https://voorbeeld.nl/)", "[**klik hier**](/over/)", "[](https://voorbeeld.nl)", "[ ](/over/)", "[→](/over/)", "[x](<https://voorbeeld.nl/a b>)", "[x](https://voorbeeld.nl/a(b)c)", "[x](https://voorbeeld.nl/ \"titel\")", "[x](/over/ 'ti\ntel')", "[x](/over/\n)", "[x]( /over/ )", "[x](a b)", "[x](",
  "[r]", "[r][]", "[tekst][r]", "[tekst][R  X]", "[tekst][weg]", "[tekst][geen]", "[geen]", "[a][b]", "[r](geen link", "[een [link](/over/) erin](/over/)", "[![x](y.png)](/over/)", "![plaatje](x.png)", "![](x.png)", "![r]", "![a [b](c) d](e)", "!\\[x]", "[x](javascript&colon;x)", "[x](&#106;avascript:x)", "[x](java&Tab;script:x)", "[x](\\/over\\/)",
  "[x](http://localhost/)", "[x](//voorbeeld.nl)", "[x](voorbeeld.nl)", "[x](../over/)", "[x](#k-kop)", "[x](#kop)", "[x](#Kop)", "[x](#diep-2)", "[x](#nergens)", "[x](/over)", "[x](/nergens/)", "[x](/over/#x)", "[x](/keuzehulpen/keuzehulp-x/)", "[x](/keuzehulpen/)", "[x](mailto:info@voorbeeld.nl)", "[x](mailto:jan.jansen@voorbeeld.nl?subject=x)", "[x](mailto:a@b.nl?cc=c)", "[x](tel:06-12345678)", "[x](tel:+31-30-1234567)", "[x](tel:nul)", "[x](https://voorbeeld.nl/?utm_source=a&b=c#d)",
  "[thuisarts.nl](https://voorbeeld.nl/)", "[www.thuisarts.nl](/over/)", "[kijk op thuisarts.nl](https://voorbeeld.nl/)", "[info@a.nl](mailto:info@b.nl)", "[https://voorbeeld.nl/x](https://www.voorbeeld.nl/)", "[https:&#47;&#47;thuisarts.nl](https://voorbeeld.nl/)", "<https://voorbeeld.nl/>", "<http://localhost>", "<info@voorbeeld.nl>", "<jan@voorbeeld.nl>", "<ftp:x>", "<a:b", "<javascript:x>",
  "https://voorbeeld.nl", "(www.voorbeeld.nl)", "xwww.voorbeeld.nl", "https&colon;//voorbeeld.nl", "<b>vet</b>", "<br>", "<i\nclass=x>", "<b x='>'>", "</i>", "<3", "< b>", "a<b", "<!-- x -->", "<!-- open", "\\<!-- zo", "&lt;!-- zo", "<!-->", "<?x?>", "<!A x>", "<![CDATA[x]]>", "&eacute;&nbsp;&amp;", "&#8206;", "&#x202E;", "&zwj;", "&onbekend;", "&#0;", "&acy;bc", "a&shy;b",
  "**let op:**tekst", "**let op: **tekst", "** vet **", "**vet **", "woord**(x)**", "**open", "*let op:*tekst", "_let op:_tekst", "__let op:__tekst", "H~2~O", "~~x~", "[a][9]", "[a *b*][]", "x[a][b]", "\\[a\\][b]",
  "{{< x >}}", "{{% x %}}", "{{ x }}", "{% x %}", "<%= x %>", "{#id}", "{: .x}", "{.x}", "{color:red}", "{++x++}", "[[x]]", "![[x]]", "[b]x[/b]", "[@x]", "x^[noot]", "==x==", "'''x'''", "%%x%%", "$$x$$", "\\emph{x}", ":smile:", "`{{ x }}`", "\\{{ x }}", "[{{ x }}](/over/)",
  "[^1]", "[^2]", "[^3]", "[^geen]", "![^1]", "[^1](x)", "[^a b]", "bel 06 12345678", "bel 06-**1234**5678", "`06-12345678`", "jan.jansen@voorbeeld.nl", "`jan@voorbeeld.nl`", "info@voorbeeld.nl", "bsn 111222333", "geboren op 1-2-1950", "geb. 12 maart\n1961", "[111222333](/over/)", "nummer/111222333",
  "pati\u00c3\u00abnt", "ver\u200bborgen", "\u202etekst", "r\u0430ar", "r**\u0430**ar", "a\u0301\u0301\u0301\u0301\u0301", "\ue000", "\ufb01", "\u{1d400}\u{1d401}", "\ufffd", "👩\u200d⚕\ufe0f", "❤\ufe0f", "“citaat”", "'s avonds", "a | b", "é*è*ê", "“*x*”", "1*2*3", "x^2^", "a:b", ": x", "# x", "- x", "> x",
];

/** What many more made texts than these once showed to differ. /zelf/ is the page of the text itself. */
const found = [
  "> tekst\n    > #### Diep", "-   -\n  \n    [^3]", "- > - | a | b |\n\t  |---|---|\n\t  | 1 | 2 | 3 |", "a | b\n    ---|---\n1 | 2 | 3", "x\n    |-|-|\n===", "a\n\t|-|-|\n===\nb", "[^1]: \t<div>\n===\na@b.nl", "&amp\n` \n-|-\n=", "[*li**nk*](/over/)",
  "Term\n: uitleg\n\n[a]: /over/<b>x\n: nog", "a | b\n--- | --- | ---\n1 | 2 | 3 | 4", "a | b\n--- | ---\n: uitleg <b>", "<?> en <?x?>", "[x\n+/\\\n](/over/)", "[x ](/over/) \n\n06-12345678", "[a&nbsp;b@c.nl](mailto:info@b.nl)", "# [x](/nergens/)\n\n#  \n\n## ![](x)", "## [](/nergens/)",
  "[x](/zelf/) [y](/zelf/#k-kop) [z](/zelf/#kop) [zz](/zelf/#nergens) [q](/zelf)\n\n## Kop", "https://a.nl/ www.a.nl ".repeat(60),
];

/** What Markdown looks at, in bits. */
const signs = [
  ..."[]()<>*_~`|:;#-=+!&\\\"'^.{}1a \n\t/@,?é😀".split(/(?:)/u), "\n", "\n\n", "  ", "    ", " \n", "\n- ", "\n> ", "\n1. ", "\n: ", "\n## ", "\n    ", "\n\t", "\n| ", " | ", "|-|-|", "\n-|-\n", "```", "\n```\n", "~~", "**", "](", "](/over/)", "][", "[^", "[^1]", "\n[^1]: ", "\n[a]: /over/", "[a]", "![",
  "<b>", "</b>", "<a b='", "<!--", "-->", "<!", "<?", "<div>", "&lt;", "&#35;", "&amp", "\\\n", "woord", "a b", "06 12345678", "www.", "https://a.nl", "<https://a.nl>", "a@b.nl", "\u200b", "\u0430", "\n---\n", "\n===\n", "\n***\n",
];

/** A generator of numbers below 1 that always gives the same row. @param {number} seed */
function random(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Every piece alone, each block in a quote and in a list, and texts of pieces put
 * together by a fixed seed.
 * @param {number} n how many of the last, and as many of signs alone
 * @param {number} seed
 * @returns {{name: string, body: string}[]}
 */
export function madeBodies(n, seed) {
  const next = random(seed);
  const one = (/** @type {string[]} */ list) => list[Math.floor(next() * list.length)];
  const within = (/** @type {string} */ text, /** @type {string} */ first, /** @type {string} */ rest) => text.split("\n").map((line, i) => (i ? rest : first) + line).join("\n");
  const made = [];
  const add = (/** @type {string} */ name, /** @type {string} */ body) => made.push({ name, body });
  for (const body of found) add("found", body);
  for (const block of blocks) {
    add("block", block);
    add("after a paragraph", `tekst\n${block}\ntekst`);
    add("twice", `${block}\n\n${block}`);
    add("in a quote", within(block, "> ", "> "));
    add("in an item", within(block, "- ", "  "));
    add("in a note", `[^n]\n\n${within(block, "[^n]: ", "    ")}`);
  }
  for (const inline of inlines) {
    add("inline", inline);
    add("in a heading", `[r]: /over/\n\n[^1]: x\n\n## ${inline.replaceAll("\n", " ")}\n\ntekst [^1] ${inline} tekst`);
    add("in a link", `[${inline}](https://voorbeeld.nl/)`);
    add("in a cell", `a | b\n- | -\n${inline.replaceAll("\n", " ")} | x`);
  }
  for (let i = 0; i < n; i++) add(`seed ${seed}, signs ${i}`, Array.from({ length: 3 + Math.floor(next() * 40) }, () => one(signs)).join(""));
  for (let i = 0; i < n; i++) {
    const parts = [];
    for (let p = 1 + Math.floor(next() * 5); p > 0; p--) {
      let part = one(blocks);
      if (next() < 0.6) part = Array.from({ length: 1 + Math.floor(next() * 5) }, () => one(inlines)).join(one(["", " ", " ", "\n", "**", " *", "_", "](", "["]));
      if (next() < 0.3) part = part.replace(/[a-z]{3,}/, one(inlines));
      if (next() < 0.15) part = within(part, "> ", one(["> ", ">", ""]));
      if (next() < 0.15) part = within(part, one(["- ", "1. ", "  * ", "-   ", ": ", "[^1]: "]), one(["  ", "   ", "    ", "\t", "", " "]));
      parts.push(part);
    }
    add(`seed ${seed}, text ${i}`, parts.join(one(["\n\n", "\n\n", "\n", "\n \n"])));
  }
  return made;
}
