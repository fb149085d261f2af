// The kiosk's files, kept for a start without a network; a new version of them; and that nothing else is kept.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import {
  check_up,
  end_readings,
  is_old,
  kept,
  loaded_again,
  log_of,
  open_kiosk,
  pass,
  serve_copy,
  wake,
} from './kiosk.mjs';
import { attribute, close_browser, look_at_no_pixel, open, rest, serve, site_folder, until } from './page.mjs';

look_at_no_pixel();

let site = null;
before(async () => (site = await serve(site_folder)));
after(async () => {
  await close_browser();
  site.close();
});

const workers_of = (page) =>
  page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]);
const kept_at_hand = (page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null);
const has_waiting = (page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).waiting !== null);

test('it starts without a network, and with the contents that it last read', async (t) => {
  const copy = await serve_copy();
  t.after(copy.close);
  const content = JSON.parse(readFileSync(new URL('../../content/examples/night-buses.json', import.meta.url), 'utf8'));
  copy.put('other.json', content);
  const { page, context } = await open_kiosk({ url: copy.url, settings: 'editions=other.json' });
  await kept_at_hand(page);
  await page.reload();
  await check_up(page);
  await end_readings(page);
  assert.equal(await page.title(), content.title);
  const files = await page.evaluate(async () => {
    const names = await caches.keys();
    const cache = await caches.open(names.find((name) => !name.endsWith('contents')));
    return (await cache.keys()).map((request) => new URL(request.url).pathname.split('/').pop()).sort();
  });
  const expected = readdirSync(site_folder)
    .filter((name) => !/\.(br|gz)$/.test(name) && name !== 'service_worker.js')
    .sort();
  assert.deepEqual(files, expected);
  copy.close();
  await context.setOffline(true);
  await page.goto(`${copy.url}#mode=kiosk&editions=other.json`);
  await page.reload();
  await check_up(page);
  await end_readings(page);
  assert.equal(await page.title(), content.title);
  await context.close();
});

test('a new version comes between visitors, not under one', async (t) => {
  const copy = await serve_copy();
  t.after(copy.close);
  const { page, context } = await open_kiosk({ url: copy.url });
  await kept_at_hand(page);
  await wake(page);
  // Another build: one byte of the page, and so of the worker's list, differs.
  const index = readFileSync(path.join(copy.folder, 'index.html'), 'utf8');
  copy.put('index.html', index.replace('<html ', '<html data-build="next" '));
  const worker = readFileSync(path.join(copy.folder, 'service_worker.js'), 'utf8');
  copy.put('service_worker.js', worker.replace(/version:"[0-9a-f]+"/, 'version:"next"'));
  await page.locator('#start-over').tap();
  await pass(page, 500);
  await until(() => has_waiting(page), 'the new version waits');
  await page.evaluate(() => (window.is_old = true));
  await pass(page, 30000);
  await page.keyboard.press('q');
  await pass(page, 30000);
  assert.ok(await is_old(page), 'somebody is there');
  assert.equal(await has_waiting(page), true);
  await loaded_again(page, () => pass(page, 52000));
  await check_up(page);
  assert.equal(await attribute(page, 'data-build'), 'next');
  assert.match((await log_of(page)).join('\n'), /a new version was loaded/);
  assert.equal((await kept(page)).failures, 0);
  assert.equal((await page.evaluate(() => caches.keys())).length, 1, 'the old version’s files are gone');
  await context.close();
});

test('only the kiosk keeps files, and staff who end it take them away', async () => {
  const note_asked = (opened) =>
    opened.addInitScript(() => {
      const { register } = ServiceWorkerContainer.prototype;
      globalThis.asked = 0;
      ServiceWorkerContainer.prototype.register = function (...words) {
        ++globalThis.asked;
        return register.apply(this, words);
      };
    });
  const asked = (opened) => opened.evaluate(() => globalThis.asked);
  for (const fragment of ['', 'mode=talk', 'mode=speaker', 'step=2']) {
    const { page, context } = await open({ url: site.url, fragment, prepare: note_asked });
    await rest(page);
    assert.deepEqual([await asked(page), ...(await workers_of(page))], [0, 0, 0], fragment);
    await context.close();
  }
  const { page, context } = await open_kiosk({ url: site.url, prepare: note_asked });
  await kept_at_hand(page);
  assert.deepEqual([await asked(page), ...(await workers_of(page))], [1, 1, 1]);
  await page.keyboard.press('Control+Alt+KeyK');
  await pass(page, 100);
  await page.locator('#staff-leave').click();
  await pass(page, 500);
  await until(async () => String(await workers_of(page)) === '0,0', 'neither worker nor files');
  await context.close();
});

test('nothing else is stored in this mode either', async () => {
  const { page, context } = await open_kiosk({ url: site.url });
  await wake(page);
  await pass(page, 90000);
  assert.deepEqual(
    await page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      document.cookie,
      (await indexedDB.databases()).length,
    ]),
    [0, 0, '', 0]
  );
  await context.close();
});
