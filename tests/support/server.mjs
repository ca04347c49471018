// A host of static files, as plain as hosts are: a folder shows its index.html,
// an address without its last slash is sent on, and what is not there gets
// 404.html. It sends the headers that netlify.toml sets, so that the content
// security policy is under test too.
import { readFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { project } from "./site.mjs";

const kinds = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".xml": "application/xml",
  ".ics": "text/calendar; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".md": "text/markdown; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** The headers that netlify.toml sets for the addresses below a path. @param {string} path */
export function hostHeaders(path = "/") {
  const toml = readFileSync(join(project, "netlify.toml"), "utf8");
  const block = toml.split("[[headers]]").find((part) => part.includes(`for = "${path}*"`)) ?? "";
  return Object.fromEntries([...block.matchAll(/^\s*([A-Z][\w-]*) = "(.*)"$/gm)].map(([, name, value]) => [name, value]));
}

/**
 * Serves a folder below a path, on a free port of this machine.
 * @param {string} dir
 * @param {string} path "/" or "/sub/"
 * @param {object} [options]
 * @param {boolean} [options.brotli] sends all but pictures compressed, to browsers that ask for it
 * @param {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => boolean} [options.instead]
 *   answers what is no file of the site, and says whether it did
 * @returns {Promise<{origin: string, root: string, requests: string[], close: () => Promise<void>}>}
 *   root is the address of the first page.
 */
export async function serve(dir, path = "/", { brotli = false, instead = () => false } = {}) {
  const [site, admin] = [hostHeaders(), { ...hostHeaders(), ...hostHeaders("/admin/") }];
  const requests = [];
  const packed = new Map(); // by the text: what was asked once costs no time again
  const server = createServer(async (request, response) => {
    if (instead(request, response)) return;
    const headers = request.url.startsWith(`${path}admin/`) ? admin : site;
    const answer = (code, kind, body) => {
      const pack = brotli && kind !== kinds[".png"] && /\bbr\b/.test(request.headers["accept-encoding"] ?? "");
      if (pack) {
        const text = body.toString("latin1");
        if (!packed.has(text)) packed.set(text, brotliCompressSync(body));
        body = packed.get(text);
      }
      response.writeHead(code, { ...headers, "Content-Type": kind, ...(pack && { "Content-Encoding": "br" }) });
      response.end(request.method === "HEAD" ? undefined : body);
    };
    let name;
    try {
      const url = new URL(request.url, "http://host");
      requests.push(url.pathname + url.search);
      name = normalize(decodeURIComponent(url.pathname));
      if (!name.startsWith(path)) throw new Error("elsewhere");
      name = name.slice(path.length);
      if (name.split("/").some((part) => part.startsWith("."))) throw new Error("hidden");
      if (name === "" || name.endsWith("/")) name += "index.html";
      answer(200, kinds[extname(name)] ?? "application/octet-stream", await readFile(join(dir, name)));
    } catch (error) {
      if (error.code === "EISDIR") {
        const to = new URL(request.url, "http://host");
        response.writeHead(301, { ...headers, Location: `${to.pathname}/${to.search}` });
        response.end();
        return;
      }
      answer(404, kinds[".html"], await readFile(join(dir, "404.html")));
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref(); // a test that fails may leave it open, and its file has to end all the same
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    root: origin + path,
    requests,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
