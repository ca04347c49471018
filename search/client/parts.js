/**
 * The parts of an index: what is read stays, what is not there yet is loaded.
 * @module
 */
import * as format from "./format.js";
import { take } from "./load.js";
import { inSlices } from "./slices.js";
import { StemSet } from "./spell.js";

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
    /** @type {Map<string, Promise<void>>} the files on their way, which may hold several parts */
    this.files = new Map();
  }

  /** Reads the root. Throws an IndexError if it cannot be had. @returns {Promise<format.Root>} */
  open() {
    return this.get("root");
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
    const { documents, facets } = await this.open();
    const body = this.body(name);
    switch (name[0]) {
      case "t":
        return inSlices(format.decodeTerms(await body, name, documents));
      case "f": {
        const [text, names] = await Promise.all([body, this.get("n")]);
        return format.decodeFacet(text, name, documents, facets?.[Number(name.slice(1))] ?? "", names);
      }
      case "o":
        return format.decodeRanks(await body, name, documents);
      case "n":
        return inSlices(format.decodeNames(await body, name, facets ?? []));
      case "c":
        return format.decodeCards(await body, name);
      case "w":
        return new StemSet(format.decodeWords(await body, name));
      default: // words from the front, or from the back
        return format.decodeWords(await body, name);
    }
  }

  /** What stands in the file of a part, or in one that came before. @param {string} name */
  async body(name) {
    let payload = take(this.id, name);
    if (payload === undefined) {
      const inRoot = name === "root" || (name !== "w" && (await this.open()).oneFile);
      await this.file(inRoot ? this.rootFile : `zoek-${this.id}-${name}.js`);
      payload = take(this.id, name);
    }
    if (payload === undefined) throw new format.IndexError("missing", name);
    return format.unseal(payload, name);
  }

  /** Loads a file, if it is there. @param {string} name */
  file(name) {
    let way = this.files.get(name);
    if (!way) {
      way = this.load(name)
        .catch(() => {}) // the part that is missing says so
        .finally(() => this.files.delete(name));
      this.files.set(name, way);
    }
    return way;
  }
}
