// The way out where the page does not have the tab for itself, and where the other page does not answer.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer as create_host } from 'node:http';
import { createServer } from 'node:net';
import { after, before, test } from 'node:test';
import {
  browser,
  close_browser,
  launch_browser,
  look_at_no_pixel,
  one_file,
  serve,
  site_folder,
  use_whole_browser,
} from './page.mjs';
import { brief, page_of } from './tool.mjs';

look_at_no_pixel();
use_whole_browser();

const exit_url = brief.about.exit.url;
const find_item = ([, attributes, , , children], id) =>
  attributes.id === id ? children : (children || []).map((child) => find_item(child, id)).find(Boolean);
const neutral_words = page_of()
  .items.map((item) => find_item(item, 'neutral'))
  .find(Boolean)
  .map(([, , text]) => text);

let site = null; // the page that is framed
let host = null; // the page around it, which is another site's or the same one's
before(async () => {
  site = await serve(site_folder);
  host = create_host((request, response) => {
    const asked = new URL(request.url, 'http://host');
    response.writeHead(200, { 'content-type': 'text/html' });
    // The same site, as far as a browser tells them apart.
    if (asked.pathname === '/page') return response.end(readFileSync(one_file));
    const source = asked.searchParams.has('srcdoc')
      ? `srcdoc="${readFileSync(one_file, 'utf8').replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"`
      : `src="${asked.searchParams.get('src')}"`;
    const sandbox = asked.searchParams.get('sandbox');
    const bounds = sandbox === null ? '' : `sandbox="${sandbox}"`;
    return response.end(
      `<!doctype html><title>a host</title><p>the host's own words</p>
      <iframe ${source} ${bounds} width="900" height="600"></iframe>`
    );
  });
  await new Promise((resolve) => host.listen(0, '127.0.0.1', resolve));
});
after(async () => (site.close(), host.close(), close_browser()));

// The page in a frame: another site's, the same site's, or given as text.
async function open_framed(kind, sandbox) {
  const context = await (await browser()).newContext({ viewport: { width: 1000, height: 700 } });
  const page = await context.newPage();
  await context.route(exit_url, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>elsewhere</title>' })
  );
  const around = `http://127.0.0.1:${host.address().port}`;
  const query = new URLSearchParams(
    kind === 'text' ? { srcdoc: '' } : { src: kind === 'same' ? `${around}/page` : site.url }
  );
  if (sandbox !== undefined) query.set('sandbox', sandbox);
  await page.goto(`${around}/host?${query}`);
  const frame = page.frames().find((one) => one !== page.mainFrame());
  await frame.waitForFunction(() => ['ready', 'text'].includes(document.documentElement.dataset.state));
  return { context, page, frame };
}
// As a reader has the page before anything is pressed; evaluating in a page counts as a press.
const is_locked = (frame) =>
  frame
    .locator(':root[data-frame="locked"]')
    .count()
    .then((count) => count === 1);

const by_button = (page, frame) => frame.locator('#leave').click();
const by_keys = async (page, frame) => {
  await frame.locator('#status').evaluate(() => document.getElementById('stage').focus());
  for (let i = 0; i < 3; ++i) await page.keyboard.press('Escape');
};

for (const [kind, sandbox] of [
  ['same', undefined],
  ['other', undefined],
  ['text', undefined],
  ['same', 'allow-scripts allow-same-origin allow-top-navigation'],
  ['same', 'allow-scripts allow-same-origin allow-top-navigation-by-user-activation'],
  ['other', 'allow-scripts allow-same-origin allow-top-navigation'],
  ['other', 'allow-scripts allow-same-origin allow-top-navigation-by-user-activation'],
  ['other', 'allow-scripts allow-top-navigation'],
  ['text', 'allow-scripts allow-top-navigation'],
]) {
  for (const [how, leave] of [
    ['button', by_button],
    ['Escape', by_keys],
  ]) {
    test(`framed (${kind}, ${sandbox || 'no sandbox'}), the ${how} takes the tab and leaves no entry`, async () => {
      const { context, page, frame } = await open_framed(kind, sandbox);
      const entries = await page.evaluate(() => history.length);
      assert.equal(await is_locked(frame), false);
      await leave(page, frame);
      await page.waitForURL(exit_url);
      assert.equal(await page.title(), 'elsewhere');
      assert.equal(await page.evaluate(() => history.length), entries);
      await context.close();
    });
  }
}

for (const [kind, sandbox] of [
  ['same', 'allow-scripts allow-same-origin allow-popups'],
  ['other', 'allow-scripts allow-popups'],
  ['other', 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox'],
]) {
  test(`in a frame that may not (${kind}, ${sandbox}) the button says so and opens the page on its own`, async () => {
    const { context, page, frame } = await open_framed(kind, sandbox);
    // The page around it being the same site's, it is known at once; else with the first thing that is pressed.
    if (kind === 'other') await frame.locator('#stage').click({ position: { x: 4, y: 4 } });
    await frame.waitForSelector(':root[data-frame="locked"]', { state: 'attached' });
    assert.equal(await frame.locator('#leave').isVisible(), false);
    const alone = frame.getByRole('link', { name: /frame cannot be left: open the page on its own/ });
    const [opened] = await Promise.all([context.waitForEvent('page'), alone.click()]);
    // A sandbox that goes along has no origin, and a host's files are not for it: then it is the whole text.
    await opened.waitForFunction(() => ['ready', 'text'].includes(document.documentElement.dataset.state));
    assert.equal(await opened.evaluate(() => top === window), true);
    await opened.click('#leave');
    await opened.waitForURL(exit_url);
    await context.close();
  });
}

for (const [kind, sandbox] of [
  ['same', 'allow-scripts allow-same-origin'],
  ['other', 'allow-scripts'],
  ['text', 'allow-scripts'],
]) {
  for (const [how, leave] of [
    [
      'button, as the very first thing that is pressed,',
      async (page, frame) => frame.evaluate(() => document.getElementById('leave').click()),
    ],
    ['Escape', by_keys],
  ]) {
    test(`in a frame that may neither leave nor open (${kind}) the ${how} covers it with a neutral page`, async () => {
      const { context, page, frame } = await open_framed(kind, sandbox);
      await leave(page, frame);
      await frame.getByRole('heading', { name: neutral_words[0] }).waitFor();
      assert.equal(await frame.locator('#page > *').count(), 1);
      assert.equal(await page.title(), 'a host');
      await context.close();
    });
  }
}

test('a frame that cannot open anything either is covered by that button too', async () => {
  const { context, frame } = await open_framed('same', 'allow-scripts allow-same-origin');
  await frame.locator('#leave-alone').click();
  await frame.getByRole('heading', { name: neutral_words[0] }).waitFor();
  await context.close();
});

// A host that takes the call and never says a word.
test('where the other page never answers, the neutral page soon stands here, its address says nothing', async () => {
  const calls = new Set();
  const silent = createServer((socket) => calls.add(socket.on('error', () => {})));
  await new Promise((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const own = await launch_browser([
    `--host-resolver-rules=MAP ${new URL(exit_url).host} 127.0.0.1:${silent.address().port}`,
  ]);
  try {
    const page = await own.newPage();
    await page.goto(`${site.url}#${brief.nodes[2].id}`);
    await page.waitForSelector(':root[data-state="ready"]', { state: 'attached' });
    // In one call: while another page is awaited, Playwright answers none.
    const told = await page.evaluate(
      () =>
        new Promise((resolve) => {
          document.getElementById('leave').click();
          const read = () => [
            document.title,
            location.href,
            document.body.innerText.trim().split(/\n+/),
            document.querySelectorAll('#page > *').length,
          ];
          const at_once = read();
          const look = () =>
            document.getElementById('neutral').checkVisibility()
              ? resolve([at_once, read()])
              : requestAnimationFrame(look);
          look();
        })
    );
    assert.ok(calls.size > 0, 'the other host was called');
    assert.deepEqual(told, [
      [neutral_words[0], site.url, [''], 1],
      [neutral_words[0], site.url, neutral_words, 1],
    ]);
  } finally {
    await own.close();
    for (const socket of calls) socket.destroy();
    silent.close();
  }
});
