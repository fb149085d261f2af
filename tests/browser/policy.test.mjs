// What each page allows itself, letter by letter; what a whole visit leaves behind and asks for; what a shared link
// shows.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { inflateRawSync } from 'node:zlib';
import { decode_png } from './image.mjs';
import { close_browser, node_button, one_file, open, rest, serve, site_folder } from './page.mjs';
import { brief, brief_file, example_file, read_content, tool } from './tool.mjs';

let site = null;
before(async () => (site = await serve(site_folder)));
after(async () => (site.close(), close_browser()));

const unpack = runInNewContext(
  `${readFileSync(new URL('../../web/base91.js', import.meta.url), 'utf8')}; throughline_base91`,
  { Uint8Array }
);
const served = async () => (await fetch(site.url)).text();
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

// The inline elements that a policy speaks of: scripts that run, and styles.
const inline = (html, element) =>
  [...html.matchAll(new RegExp(`<${element}([^>]*)>([^]*?)</${element}>`, 'g'))]
    .filter(([, attributes]) => !/type="(text\/plain|application\/json)"/.test(attributes))
    .map(([, , text]) => text);

function policy_of(html) {
  const policies = [...html.matchAll(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/g)];
  assert.equal(policies.length, 1);
  const [{ index, 1: policy }] = policies;
  for (const element of ['<script', '<style', '<link', '<body'])
    assert.ok(html.indexOf(element) > index, `the policy stands before ${element}`);
  return policy;
}

test("the one file's policy is exactly this, its hashes those of what the file holds", () => {
  const html = readFileSync(one_file, 'utf8');
  const [early, bridge, ...more] = inline(html, 'script');
  assert.equal(more.length, 0);
  const glue = inflateRawSync(unpack(/id="payload-glue">([^<]*)</.exec(html)[1]));
  const [style, ...other] = inline(html, 'style');
  assert.equal(other.length, 0);
  assert.equal(
    policy_of(html),
    [
      "default-src 'none'",
      `script-src ${hash(early)} ${hash(bridge)} ${hash(glue)} 'wasm-unsafe-eval'`,
      `style-src ${hash(style)}`,
      'img-src data: blob:',
      'connect-src file:',
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; ')
  );
});

test("the site's policy is exactly this, its hashes those of the bytes that are served", async () => {
  const html = await served();
  const [[early, bridge], [style]] = [inline(html, 'script'), inline(html, 'style')];
  assert.deepEqual([inline(html, 'script').length, inline(html, 'style').length], [2, 1]);
  assert.equal(
    policy_of(html),
    [
      "default-src 'none'",
      `script-src 'self' ${hash(early)} ${hash(bridge)} 'wasm-unsafe-eval'`,
      `style-src ${hash(style)}`,
      "connect-src 'self'",
      "font-src 'self'",
      "img-src 'self' data: blob:",
      "worker-src 'self'",
      "manifest-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; ')
  );
});

for (const [name, url] of [
  ['from the disk', undefined],
  ['over http', 'site'],
]) {
  test(`after a whole visit ${name} nothing is stored, nothing more asked for, and no entry added`, async () => {
    const { page, context, requests, problems } = await open(url ? { url: site.url } : {});
    const entries = await page.evaluate(() => history.length);
    const asked = requests.length;
    await page.evaluate(
      () => (globalThis.print = () => dispatchEvent(new Event('beforeprint')) && dispatchEvent(new Event('afterprint')))
    );
    await node_button(page, brief.nodes[0].title).click();
    for (const key of ['o', 'f', 'b', 'i', '+', 'ArrowLeft', '0', 'Escape']) await page.keyboard.press(key);
    await page.click('#theme');
    await page.click('#contrast');
    await page.click('#print');
    await page.click('#tour');
    for (let step = 1; step < brief.tour.length; ++step) await page.click('#tour-next');
    await page.click('#tour-end');
    await page.click('#read-text');
    await page.locator('.part-contents a').last().click();
    await page.locator('.part-node a').first().click();
    await page
      .locator('#open-brief')
      .setInputFiles({ name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from('{"title": 1}') });
    await page.click('#mistakes-dismiss');
    await page.locator('#open-brief').setInputFiles(example_file);
    await page.waitForFunction((title) => document.title === title, read_content(example_file).title);
    await rest(page);
    assert.equal(requests.length, asked, `asked for ${requests.slice(asked)}`);
    assert.equal(await page.evaluate(() => history.length), entries);
    const kept = await page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      document.cookie,
      (await indexedDB.databases()).length,
      globalThis.caches ? (await caches.keys().catch(() => [])).length : 0,
      location.protocol !== 'file:' ? (await navigator.serviceWorker.getRegistrations()).length : 0,
    ]);
    assert.deepEqual(kept, [0, 0, '', 0, 0, 0]);
    assert.deepEqual(await context.storageState(), { cookies: [], origins: [] });
    if (url) {
      // What the browser itself counts, of every kind of storage there is.
      const session = await context.newCDPSession(page);
      const { usage, usageBreakdown } = await session.send('Storage.getUsageAndQuota', {
        origin: new URL(site.url).origin,
      });
      assert.equal(usage, 0, JSON.stringify(usageBreakdown));
      await page.evaluate(() => localStorage.setItem('seen', 'yes'));
      assert.equal((await context.storageState()).origins.length, 1, 'it would be seen');
    }
    assert.deepEqual(problems, []);
    await context.close();
  });
}

test('whoever is left for is not told where from', async () => {
  for (const leave of [
    (page) => page.click('#leave'),
    async (page) => {
      for (let i = 0; i < 9; ++i) await page.keyboard.press('Escape');
    },
  ]) {
    const { page, context } = await open({ url: site.url, fragment: brief.nodes[1].id });
    const asked = page.waitForRequest((request) => request.url().startsWith(brief.about.exit.url));
    await page.route(brief.about.exit.url, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>elsewhere</title>' })
    );
    await leave(page);
    const headers = await (await asked).allHeaders();
    assert.equal(headers.referer, undefined);
    await page.waitForURL(brief.about.exit.url);
    assert.equal(await page.evaluate(() => document.referrer), '');
    await context.close();
  }
});

// ---- What a shared link shows.
const meta_of = (html) =>
  new Map(
    [...html.matchAll(/<meta (?:property|name)="((?:og|twitter):[^"]*)" content="([^"]*)">/g)].map(
      ([, name, content]) => [name, content]
    )
  );

test('the site names its picture, title and summary for previews, and the one file does not', async () => {
  const meta = meta_of(await served());
  assert.equal(meta.get('og:title'), brief.title);
  assert.equal(meta.get('og:description'), brief.summary);
  assert.equal(meta.get('twitter:card'), 'summary_large_image');
  assert.equal(meta_of(readFileSync(one_file, 'utf8')).size, 0);
  const name = path.basename(meta.get('og:image'));
  assert.ok(existsSync(path.join(site_folder, name)), name);
  assert.ok(!site.requests.some((asked) => asked.endsWith(name)), "a reader's browser does not fetch it");
  const bytes = Buffer.from(await (await fetch(new URL(name, site.url))).arrayBuffer());
  assert.ok(bytes.length < 300_000, `${bytes.length} bytes`);
  const image = decode_png(bytes);
  assert.deepEqual(
    [image.width, image.height],
    [Number(meta.get('og:image:width')), Number(meta.get('og:image:height'))]
  );
  assert.deepEqual([image.width, image.height], [1200, 630]);
  // The words at the left, dark on paper, and the diagram at the right, in the lanes' colours.
  const count = (from, to, is_meant) => {
    let found = 0;
    for (let y = 0; y < 630; ++y) for (let x = from; x < to; ++x) found += is_meant(image.at(x, y)) ? 1 : 0;
    return found;
  };
  assert.deepEqual([...image.at(4, 4)], [0xfa, 0xf7, 0xf2]);
  assert.ok(count(60, 540, ([r, g, b]) => Math.max(r, g, b) < 60) > 6000, 'a title in ink');
  assert.ok(count(580, 1200, ([r, g, b]) => r > 150 && g < 90 && b < 110) > 400, 'crimson cards');
  assert.ok(count(580, 1200, ([r, g, b]) => g > 100 && r < 70) > 400, 'green cards');
});

test('with neutral words neither the lines for previews nor the picture name the subject', () => {
  const content = read_content(brief_file);
  content.about.card = { title: 'Something to read', text: 'A page with a diagram.' };
  const file = path.join(os.tmpdir(), `throughline-neutral-${process.pid}.json`);
  try {
    writeFileSync(file, JSON.stringify(content));
    const shown =
      tool('render', file, '--as', 'share-head', '--picture', 'share.png') +
      tool('render', file, '--as', 'share-picture');
    assert.ok(shown.includes('content="Something to read"') && shown.includes('>Something'));
    // Word by word, for a title is broken into lines.
    const words = [
      content.title,
      content.summary,
      ...content.lanes.map(({ title }) => title),
      ...content.nodes.map(({ title }) => title),
    ]
      .join(' ')
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 4);
    assert.ok(words.length > 80);
    for (const word of words) assert.ok(!shown.includes(word), word);
  } finally {
    rmSync(file, { force: true });
  }
});
