/**
 * The parts of an index: what is read stays, what is not there yet is loaded.
 * @module
 */
import * as format from "./format.js";
import { take } from "./load.js";
import { inSlices } from "./slices.js";

export class Parts {
  /**
   * @param {string} rootFile name of the root file: zoek-….js
   * @param {import("./load.js").Load} load
   */
  constructor(rootFile, load) {
    this.id = rootFile.slice("zoek-".length, -".js".length);
    this.rootFile = rootFile;
    this.load = load;
    /** @type {Map<string, any>} those that were read */
    this.parts = new Map();
    /** @type {Map<string, Promise<any>>} those on their way */
    this.loading = new Map();
  }

  /** Reads the root, and all there is of an index that is one file. Throws an IndexError if that cannot be had. */
  async open() {
    /** @type {format.Root} */
    const root = await this.get("root");
    if (root.whole) await this.get("t0"); // takes all others
  }

  /** A part. Throws an IndexError if it cannot be had. @param {string} name @returns {Promise<any>} */
  async get(name) {
    let way = this.loading.get(name);
    if (!way) {
      if (this.parts.has(name)) return this.parts.get(name);
      way = this.read(name);
      this.loading.set(name, way);
    }
    try {
      const part = await way;
      this.parts.set(name, part);
      return part;
    } finally {
      this.loading.delete(name);
    }
  }

  /** @param {string} name */
  async read(name) {
    if (name === "root") return format.decodeJSON(await this.body(name), name);
    /** @type {format.Root} */
    const { documents, facets } = await this.get("root");
    const n = Number(name.slice(1));
    switch (name[0]) {
      case "t":
        return this.terms(name);
      case "f": {
        const [body, names] = await Promise.all([this.column(name, n), this.get("n")]);
        return format.decodeFacet(body, name, documents, facets?.[n] ?? "", names);
      }
      case "o":
        return format.decodeRanks(await this.column(name, (facets?.length ?? 0) + n), name, documents);
      case "n":
        return inSlices(format.decodeNames(await this.body(name), name));
      case "k":
        return (await this.body(name)).split("\n");
      case "c":
        return format.decodeCards(await this.body(name), name);
      default: // words from the front, or from the back
        return format.decodeWords(await this.body(name), name);
    }
  }

  /** @param {string} name @returns {Promise<format.TermPart>} */
  async terms(name) {
    /** @type {format.Root} */
    const { documents, whole, facets } = await this.get("root");
    const body = await this.body(name);
    if (!whole) return inSlices(format.decodeTerms(body, name, documents, []));
    const [names, cards, ...values] = await Promise.all(["n", "c0", ...(facets ?? []).map((_, i) => "f" + i)].map((part) => this.get(part)));
    const all = new Map((facets ?? []).map((facet, i) => [facet, values[i]]));
    const told = await inSlices(format.told(names, cards, (t) => all.get(t.f)?.get(t.i) ?? []));
    const terms = await inSlices(format.decodeTerms(body, name, documents, told.keys()));
    return inSlices(format.addTold(terms, told));
  }

  /**
   * The body of a facet or an order, of which a small index has all in one part, a line each.
   * @param {string} name
   * @param {number} line
   */
  async column(name, line) {
    if (!(await this.get("root")).whole) return this.body(name);
    const body = (await this.get("k"))[line];
    if (body === undefined) throw new format.IndexError("damaged", name);
    return body;
  }

  /** What stands in the file of a part, or in one that came before. @param {string} name */
  async body(name) {
    let payload = take(this.id, name);
    if (payload === undefined) {
      await this.load(name === "root" ? this.rootFile : `zoek-${this.id}-${name}.js`).catch(() => {}); // not there
      payload = take(this.id, name);
    }
    if (payload === undefined) throw new format.IndexError("missing", name);
    return format.unseal(payload, name);
  }
}
