/**
 * Takes the place of a service worker that must go: it throws away what was kept
 * and removes itself.
 * @module
 */
const worker = /** @type {any} */ (self);
const prefix = `kaartenbak ${new URL(worker.registration.scope).pathname} `;
worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (/** @type {any} */ event) => {
  event.waitUntil(
    (async () => {
      for (const key of await caches.keys()) if (key.startsWith(prefix)) await caches.delete(key);
      worker.registration.unregister(); // not waited for: that ends only when this does
    })(),
  );
});
