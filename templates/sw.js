/**
 * The service worker: the shell, the pages that were seen and the search work
 * without network. It holds one build of the site and never mixes two: what it
 * keeps is of its own build, by build.txt, and a newer build takes its place as a
 * whole. With network, pages come from the network. It keeps off the editing system, and of
 * what was opened from a patient's record it keeps nothing.
 * @module
 */

/** @typedef {{version: string, shell: string[]}} Build shell is addresses from the root of the site */

const worker = /** @type {any} */ (self);
const { version, shell } = /** @type {Build} */ (worker.build);
const { scope } = worker.registration;
const prefix = `kaartenbak ${new URL(scope).pathname} `;
const name = prefix + version;
const most = 400; // files in the cache: the first in go first, but for the shell

/** The build that the host has now. */
async function current() {
  const answer = await fetch(new URL("build.txt", scope), { cache: "no-store" });
  return answer.ok ? (await answer.text()).trim() : "";
}

/** An address as it is kept: what is behind ? and # is for the page. @param {string} url */
const plain = (url) => url.split(/[?#]/)[0];

/** The names of the caches of other builds. */
const others = async () => (await caches.keys()).filter((key) => key.startsWith(prefix) && key !== name);

/** The type that an asset has, by the end of its name. */
const types = /** @type {[RegExp, RegExp][]} */ ([
  [/\.js$/, /javascript/],
  [/\.css$/, /css/],
  [/\.(svg|png|jpe?g|webp|ico)$/, /^image\//],
]);

/**
 * Whether an answer is what was asked for: a whole answer of this site, and of the
 * right type. A host that is out of order may answer anything with a page.
 * @param {string} url @param {Response} answer
 */
function whole(url, answer) {
  const type = types.find(([end]) => end.test(url))?.[1];
  return answer.ok && answer.type === "basic" && !answer.redirected && (type?.test(answer.headers.get("content-type") ?? "") ?? true);
}

/** What it leaves alone, from the root of the site. */
const off = ["build.txt", "sw.js", "admin/", "code/", "infobutton/"];

/** @param {string} url */
const isOff = (url) => !url.startsWith(scope) || off.some((path) => url.startsWith(scope + path));

/** How long a page that is kept waits for the network, in ms. */
const patience = 3000;

worker.addEventListener("install", (/** @type {any} */ event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(name);
      await Promise.all(
        shell.map(async (path) => {
          const url = new URL(path, scope).href;
          const answer = await fetch(url, { cache: path.startsWith("assets/") ? "default" : "no-cache" });
          if (!whole(url, answer)) throw new Error(`${url} is not what it should be`);
          await cache.put(url, answer);
        }),
      );
      // What was seen is seen again, in this build.
      for (const old of await others()) {
        for (const { url } of await (await caches.open(old)).keys()) {
          if (url.startsWith(scope + "assets/") || (await cache.match(url))) continue;
          try {
            const answer = await fetch(url, { cache: "no-cache" });
            if (whole(url, answer)) await cache.put(url, answer);
          } catch {
            // gone, or no network: it will be kept when it is seen
          }
        }
      }
      if ((await current()) === version) return;
      await caches.delete(name);
      throw new Error("the site changed meanwhile"); // the browser tries again later
    })(),
  );
});

worker.addEventListener("activate", (/** @type {any} */ event) => {
  event.waitUntil(
    (async () => {
      for (const old of await others()) await caches.delete(old);
      await worker.clients.claim();
    })(),
  );
});

/** Keeps an answer, if it is of this build. @param {string} url @param {Response} answer */
async function keep(url, answer) {
  if ((await current()) !== version) return; // the page asks for the new build
  const cache = await caches.open(name);
  await cache.put(url, answer);
  const kept = await cache.keys();
  const fixed = new Set(shell.map((path) => new URL(path, scope).href));
  for (const { url } of kept.filter(({ url }) => !fixed.has(url)).slice(0, Math.max(0, kept.length - most))) await cache.delete(url);
}

/**
 * Takes the place of the older build, unless another page still uses that. A page
 * asks for it when it has loaded: a worker that goes while it is asked for a page
 * can leave the browser waiting for that page for ever (seen in Chromium 156).
 */
async function takeOver() {
  const pages = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (pages.filter((/** @type {any} */ { url }) => url.startsWith(scope)).length < 2) worker.skipWaiting();
}

worker.addEventListener("message", (/** @type {any} */ event) => {
  if (event.data === "take over") event.waitUntil(takeOver());
  if (typeof event.data?.seen === "string" && !isOff(event.data.seen)) {
    const url = plain(event.data.seen);
    event.waitUntil(
      fetch(url, { cache: "no-cache" }).then(
        (answer) => (whole(url, answer) ? keep(url, answer) : undefined),
        () => {}, // no network
      ),
    );
  }
});

/** The names of assets say what is in them, so that a kept one is right for ever. @param {Request} request */
async function asset(request) {
  const url = plain(request.url);
  const cache = await caches.open(name);
  const kept = await cache.match(url, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (whole(url, answer)) await cache.put(url, answer.clone());
  return answer;
}

/** A page from the network; the one that is kept where there is none, or where it takes too long. @param {any} event */
async function page(event) {
  const { request } = event;
  const url = plain(request.url);
  const kept = await (await caches.open(name)).match(url, { ignoreVary: true });
  const asked = fetch(request, { cache: "no-cache" }).then((answer) => {
    if (whole(url, answer)) event.waitUntil(keep(url, answer.clone()).catch(() => {}));
    return answer;
  });
  try {
    if (!kept) return await asked;
    event.waitUntil(asked.catch(() => {}));
    return await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, patience, kept))]);
  } catch (error) {
    if (kept) return kept;
    if (request.mode === "navigate") return Response.redirect(new URL("zonder-internet/", scope));
    throw error;
  }
}

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  const url = plain(request.url);
  if (request.method !== "GET" || isOff(url) || request.headers.has("range")) return;
  event.respondWith(url.startsWith(scope + "assets/") ? asset(request) : page(event));
});
