// Readers who are at risk: the way out, what is left behind, and what a content can do to the page.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { decode_png } from './image.mjs';
import { attribute, node_button, open, rest, serve, site_folder, wait_for_state } from './page.mjs';
import { page_test } from './page_test.mjs';
import { brief, example_file, page_of, read_content, tool } from './tool.mjs';

let site = null;
before(async () => (site = await serve(site_folder)));
after(() => site.close());

const exit_url = brief.about.exit.url;
const find_item = ([tag, attributes, text, rect, children], id) => (attributes.id === id ? children : (children || []).map((child) => find_item(child, id)).find(Boolean));
const neutral_words = () => page_of().items.map((item) => find_item(item, 'neutral')).find(Boolean).map(([, , text]) => text);
const is_leaving = (page) => page.evaluate(() => 'leaving' in document.documentElement.dataset);
const no_engine = (page) => page.addInitScript(() => delete globalThis.WebAssembly);

async function tap_shift(page, times = 3) {
  for (let i = 0; i < times; ++i) await page.keyboard.press('Shift');
}

// Where another page can come, it comes in place of this one.
for (const [name, prepare, state, leave] of [
  ['the button', undefined, 'ready', (page) => page.click('#leave')],
  ['the button, the engine dead', no_engine, 'text', (page) => page.click('#leave')],
  ['Shift three times', undefined, 'ready', (page) => tap_shift(page)],
  ['Shift three times, the engine dead', no_engine, 'text', (page) => tap_shift(page)],
]) {
  test(`${name} leaves and replaces the entry in the history`, async () => {
    const { page, context } = await open({ url: site.url, fragment: brief.nodes[2].id, prepare, state });
    await page.route(exit_url, (route) => route.fulfill({ contentType: 'text/html', body: '<title>elsewhere</title>' }));
    const entries = await page.evaluate(() => history.length);
    await leave(page);
    await page.waitForURL(exit_url);
    assert.equal(await page.evaluate(() => history.length), entries);
    await page.goBack();
    assert.ok(!page.url().startsWith(site.url), `back leads to ${page.url()}`);
    await context.close();
  });
}

test('everything is covered in the same task, while the other page has not answered', async () => {
  const { page, context } = await open({ url: site.url, fragment: `${brief.nodes[2].id}&zoom=2` });
  await page.route(exit_url, () => {});
  const shown = await page.evaluate(() => {
    document.getElementById('leave').click();
    return [document.title, location.hash, Array.from(document.getElementById('page').children).filter((part) => part.checkVisibility()).length];
  });
  assert.deepEqual(shown, [neutral_words()[0], '', 0]);
  // Playwright's own screenshots wait for the other page.
  const { data } = await (await context.newCDPSession(page)).send('Page.captureScreenshot');
  const image = decode_png(Buffer.from(data, 'base64'));
  for (let x = 0; x < image.width; x += 7) for (let y = 0; y < image.height; y += 7) assert.deepEqual([...image.at(x, y)].slice(0, 3), [255, 255, 255]);
  await context.close();
});

for (const focus of ['body', '[data-node]', '#panel a', '#open-brief', '#about']) {
  page_test(`without a network Shift three times shows a neutral page, the focus on ${focus}`, { fragment: 'step=2' }, async ({ page }) => {
    await page.locator(focus).first().focus();
    await tap_shift(page, 2);
    assert.equal(await is_leaving(page), false);
    await tap_shift(page, 1);
    assert.equal(await page.evaluate(() => document.body.innerText.trim().split(/\n+/).join('|')), neutral_words().join('|'));
    assert.equal(await page.title(), neutral_words()[0]);
    assert.equal(await page.evaluate(() => location.hash), '');
    assert.equal(await page.locator('#neutral').isVisible(), true);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#page > *').count(), 1, 'nothing of the page is left in it');
  });
}

page_test('Shift with a letter, with another key, slowly or with a click never leaves', {}, async ({ page }) => {
  await page.locator('[data-node]').first().focus();
  for (const key of ['Shift+A', 'Shift+B', 'Shift+C', 'Shift+Tab', 'Shift+Tab', 'Control+Shift', 'Control+Shift', 'Control+Shift']) await page.keyboard.press(key);
  await tap_shift(page, 2);
  await page.keyboard.press('Shift+D');
  await tap_shift(page, 2);
  await page.locator('#panel').click({ modifiers: ['Shift'], position: { x: 3, y: 3 } });
  await page.waitForTimeout(1100);
  await tap_shift(page, 2);
  await page.waitForTimeout(1100);
  await tap_shift(page, 1);
  assert.equal(await is_leaving(page), false);
});

page_test('it says before leaving what leaving cannot hide, and before the tour what comes up', {}, async ({ page }) => {
  assert.ok((await page.locator('#about').innerText()).includes(brief.about.exit.limits));
  for (const text of [brief.about.publisher, brief.about.explainer]) assert.ok((await page.locator('#about').innerText()).includes(text));
  await page.click('#tour');
  await rest(page);
  const panel = await page.locator('#panel').innerText();
  assert.ok(panel.indexOf(brief.about.content_note) >= 0 && panel.indexOf(brief.about.content_note) < panel.indexOf(brief.tour[0].text));
});

test('nothing is stored and no history entry is made', async () => {
  for (const url of [undefined, site.url]) {
    const { page, context } = await open(url ? { url } : {});
    const entries = await page.evaluate(() => history.length);
    await node_button(page, brief.nodes[0].title).click();
    await page.keyboard.press('o');
    await page.click('#contrast');
    await page.click('#tour');
    await rest(page);
    const kept = await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length, globalThis.caches ? (await caches.keys().catch(() => [])).length : 0, history.length,
      navigator.serviceWorker && location.protocol !== 'file:' ? (await navigator.serviceWorker.getRegistrations()).length : 0]);
    assert.deepEqual(kept, [0, 0, '', 0, 0, entries, 0]);
    assert.deepEqual(await context.cookies(), []);
    await context.close();
  }
});

// Every string of the example becomes markup that would show itself.
function hostile_content() {
  const content = read_content(example_file);
  const free = new Set(['title', 'text', 'summary', 'notes', 'why', 'label', 'publisher', 'brief', 'explainer', 'content_note', 'limits', 'neutral_title', 'neutral_text']);
  const spoil = (value, key) => {
    if (typeof value === 'string') return free.has(key) ? `${value.slice(0, 12)}<img src=x onerror=pwned=1>"'` : value;
    if (Array.isArray(value)) return value.map((item) => spoil(item, key));
    return typeof value === 'object' && value ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, spoil(inner, name)])) : value;
  };
  Object.assign(content.about.exit, { neutral_title: 'Nothing here', neutral_text: 'No page.' });
  return spoil(content, '');
}

page_test('a content reaches the page as text only', {}, async ({ page }) => {
  const file = path.join(os.tmpdir(), `throughline-hostile-${process.pid}.json`);
  writeFileSync(file, JSON.stringify(hostile_content()));
  assert.ok(!/<img/.test(tool('render', file, '--as', 'html') + tool('render', file, '--as', 'head') + tool('render', file, '--as', 'svg')));
  const elements = () => page.evaluate(() => Array.from(new Set(Array.from(document.querySelectorAll('*'), ({ localName }) => localName))).sort());
  const before = await elements();
  await page.locator('#open-brief').setInputFiles(file);
  await page.waitForFunction(() => document.title.includes('onerror'));
  await page.locator('[data-node]').first().click();
  await page.click('#line-out');
  await page.click('#tour');
  await rest(page);
  assert.deepEqual(await page.evaluate(() => [document.querySelectorAll('#page img, #page script').length, globalThis.pwned]), [0, undefined]);
  assert.ok((await page.locator('#text').innerText()).includes('<img src=x onerror=pwned=1>'));
  for (const element of await elements()) assert.ok(before.includes(element), `a content made a ${element}`);
  const active = await page.evaluate(() => Array.from(document.querySelectorAll('#page *')).flatMap((element) => Array.from(element.attributes, ({ name, value }) => `${name}=${value}`)).filter((text) => /^(on|src)|=\s*(javascript|data):/i.test(text)));
  assert.deepEqual(active, []);
});

page_test('links lead within the page or to https, without a referrer', {}, async ({ page }) => {
  const links = await page.locator('a[href]').evaluateAll((list) => list.map((link) => [link.getAttribute('href'), link.rel]));
  for (const [href, rel] of links) assert.ok(href.startsWith('#') || (href.startsWith('https://') && rel.includes('noreferrer') && rel.includes('noopener')), href);
  assert.equal(await page.locator('meta[name="referrer"]').getAttribute('content'), 'no-referrer');
  assert.equal(await attribute(page, 'data-state'), 'ready');
});
