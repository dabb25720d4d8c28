// To be served in the place of sw.js should a service worker ever have to go at once, for instance because it answers
// what it should not: browsers ask for sw.js with every visit, past the worker and past every cache, and this one then
// takes the place of the other, throws away what it kept, and leaves. ("service_worker": false in config.json does the
// same in good order, but needs a page that still starts.)
addEventListener("install", () => skipWaiting());
// Chromium may forget that where the other one is busy just then; a page that has been open for a while says it once more.
addEventListener("message", () => skipWaiting());
addEventListener("activate", (event) => {
  const leave = async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith("vps-portal "));
    await Promise.all(names.map((name) => caches.delete(name)));
    await registration.unregister();
  };
  event.waitUntil(leave());
});
