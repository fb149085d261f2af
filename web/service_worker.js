// On a kiosk's machine, and only there: the site's own files stay at hand, so that it starts without a network. `kept`
// comes before this, from assemble.mjs: the files of one build and its version. A new version takes over when the page
// says that nobody is before it. Contents beside the page are asked for anew each time, and remembered for when there
// is no network.
'use strict';
const prefix = `throughline ${registration.scope} `;
const files_name = prefix + kept.version;
const contents_name = `${prefix}contents`;
const address_of = (file) => new URL(file, registration.scope).href;
const own = new Map(kept.files.map((file) => [address_of(file), address_of(file)]));
own.set(registration.scope, address_of('index.html'));

async function keep_all() {
  const cache = await caches.open(files_name);
  await cache.addAll([...new Set(own.values())].map((address) => new Request(address, { cache: 'no-cache' })));
}
async function forget_others() {
  const is_other = (name) => name.startsWith(prefix) && ![files_name, contents_name].includes(name);
  for (const name of await caches.keys()) if (is_other(name)) await caches.delete(name);
  await clients.claim();
}
async function answer_own(address, request) {
  return (await (await caches.open(files_name)).match(address)) || fetch(request);
}
async function answer_content(request) {
  const cache = await caches.open(contents_name);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request, response.clone());
    return response;
  } catch (error) {
    const remembered = await cache.match(request);
    if (remembered) return remembered;
    throw error;
  }
}

addEventListener('install', (event) => event.waitUntil(keep_all()));
addEventListener('activate', (event) => event.waitUntil(forget_others()));
addEventListener('message', ({ data }) => data === 'activate' && skipWaiting());
addEventListener('fetch', (event) => {
  if (event.request.method !== 'GET') return;
  const address = event.request.url.split(/[?#]/)[0];
  if (own.has(address)) event.respondWith(answer_own(own.get(address), event.request));
  else if (address.startsWith(registration.scope) && address.endsWith('.json'))
    event.respondWith(answer_content(event.request));
});
