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
const find_item = ([tag, attributes, text, rect, children], id) =>
  attributes.id === id ? children : (children || []).map((child) => find_item(child, id)).find(Boolean);
const neutral_words = () =>
  page_of()
    .items.map((item) => find_item(item, 'neutral'))
    .find(Boolean)
    .map(([, , text]) => text);
const is_leaving = (page) => page.evaluate(() => 'leaving' in document.documentElement.dataset);
const no_engine = (page) => page.addInitScript(() => delete globalThis.WebAssembly);

async function press_escape(page, times = 3) {
  for (let i = 0; i < times; ++i) await page.keyboard.press('Escape');
}
const is_told = (page) => page.locator('#leave-soon').isVisible();

// A press as the page gets it, at a time of the test's own.
const key_at = (page, ms, options = {}) =>
  page.evaluate(
    ([time_ms, init]) => {
      const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true, ...init });
      Object.defineProperty(event, 'timeStamp', { value: time_ms });
      document.activeElement.dispatchEvent(event);
      return event.defaultPrevented;
    },
    [ms, options]
  );

// Where another page can come, it comes in place of this one.
for (const [name, prepare, state, leave] of [
  ['the button', undefined, 'ready', (page) => page.click('#leave')],
  ['the button, the engine dead', no_engine, 'text', (page) => page.click('#leave')],
  ['Escape', undefined, 'ready', (page) => press_escape(page, 4)], // the first lets go of the card
  ['Escape, the engine dead', no_engine, 'text', (page) => press_escape(page)],
]) {
  test(`${name} leaves and replaces the entry in the history`, async () => {
    const { page, context } = await open({ url: site.url, fragment: brief.nodes[2].id, prepare, state });
    await page.route(exit_url, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>elsewhere</title>' })
    );
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
    return [
      document.title,
      location.hash,
      Array.from(document.getElementById('page').children).filter((part) => part.checkVisibility()).length,
    ];
  });
  assert.deepEqual(shown, [neutral_words()[0], '', 0]);
  // Playwright's own screenshots wait for the other page.
  const { data } = await (await context.newCDPSession(page)).send('Page.captureScreenshot');
  const image = decode_png(Buffer.from(data, 'base64'));
  for (let x = 0; x < image.width; x += 7)
    for (let y = 0; y < image.height; y += 7) assert.deepEqual([...image.at(x, y)].slice(0, 3), [255, 255, 255]);
  await context.close();
});

for (const focus of ['body', '[data-node]', '#panel a', '#open-brief', '#about']) {
  page_test(
    `without a network Escape shows a neutral page, the focus on ${focus}`,
    { fragment: 'step=2' },
    async ({ page }) => {
      // A stage that gets its size only now would let go of the card.
      await rest(page);
      await page.locator(focus).first().focus();
      // What is open closes first: the tour, and the preview of a card that has the focus.
      await press_escape(page, focus === '[data-node]' ? 2 : 1);
      await page.waitForFunction(() => document.documentElement.dataset.step === '');
      await press_escape(page, 1);
      assert.equal(await is_told(page), false);
      await press_escape(page, 1);
      assert.deepEqual(
        [await is_leaving(page), await is_told(page)],
        [false, true],
        'the last press is told beforehand'
      );
      await press_escape(page, 1);
      assert.equal(
        await page.evaluate(() => document.body.innerText.trim().split(/\n+/).join('|')),
        neutral_words().join('|')
      );
      assert.equal(await page.title(), neutral_words()[0]);
      assert.equal(await page.evaluate(() => location.hash), '');
      assert.equal(await page.locator('#neutral').isVisible(), true);
      await page.keyboard.press('Enter');
      assert.equal(await page.locator('#page > *').count(), 1, 'nothing of the page is left in it');
      assert.equal(await key_at(page, 1e9), true, 'and pressed on, it does not stop the other page on its way');
    }
  );
}

page_test(
  'Escape that closes something never counts; pressed on, it leaves from everywhere',
  { fragment: `${brief.nodes[2].id}&step=2&zoom=2` },
  async ({ page }) => {
    const file = path.join(os.tmpdir(), `throughline-broken-${process.pid}.json`);
    writeFileSync(file, '{}');
    await page.locator('#open-brief').setInputFiles(file);
    await page.waitForSelector('#mistakes li');
    const open_things = () =>
      page.evaluate(
        () =>
          [
            document.querySelector('#mistakes li') !== null,
            document.documentElement.dataset.selected !== '',
            document.documentElement.dataset.step !== '',
            document.getElementById('zoom-out').ariaDisabled !== 'true',
          ].filter(Boolean).length
      );
    for (let left = 4; left > 0; --left) {
      assert.equal(await open_things(), left);
      await press_escape(page, 1);
      await rest(page);
    }
    assert.equal(await open_things(), 0);
    assert.equal(await is_told(page), false);
    await press_escape(page, 2);
    assert.equal(await is_leaving(page), false);
    await press_escape(page, 1);
    assert.equal(await is_leaving(page), true);
  }
);

for (const [name, options] of [
  ['', {}],
  [', the engine dead', { prepare: no_engine, state: 'text' }],
]) {
  page_test(`slow keys leave too, and nothing else that a keyboard sends does${name}`, options, async ({ page }) => {
    // A screen reader's Shift+H keeps the letter, sticky keys are opened by five Shifts.
    for (let i = 0; i < 5; ++i) await page.keyboard.press('Shift');
    for (const key of ['Shift+H', 'Shift+Tab', 'Control+Shift', 'Shift+Escape', 'Control+Escape', 'Alt+Escape'])
      for (let i = 0; i < 3; ++i) await page.keyboard.press(key);
    assert.equal(await is_leaving(page), false);
    // Held down.
    for (let i = 0; i < 9; ++i) await page.keyboard.down('Escape');
    await page.keyboard.up('Escape');
    assert.deepEqual([await is_leaving(page), await is_told(page)], [false, false]);
    await page.keyboard.press('a');
    // Something between: a key, a click, another window.
    for (const between of [
      () => page.keyboard.press('a'),
      () => page.locator('#status').dispatchEvent('click'),
      () => page.mouse.click(3, 300),
      () => page.evaluate(() => dispatchEvent(new Event('blur'))),
    ]) {
      await press_escape(page, 2);
      assert.equal(await is_told(page), true);
      await between();
      assert.equal(await is_told(page), false);
    }
    // A word that is being composed.
    for (let i = 0; i < 3; ++i) await key_at(page, 1e6, { isComposing: true });
    // Too far apart, and just not.
    for (const ms of [1e7, 1e7 + 5001, 1e7 + 10002, 1e7 + 15003]) await key_at(page, ms);
    assert.equal(await is_leaving(page), false);
    for (const ms of [1e8, 1e8 + 4999]) await key_at(page, ms);
    assert.equal(await is_leaving(page), false);
    await key_at(page, 1e8 + 9998);
    assert.equal(await is_leaving(page), true);
  });
}

page_test(
  'in a talk, whose clicker sends Escape on its own account, it takes five presses, and the last is told',
  { fragment: 'mode=talk&step=2' },
  async ({ page }) => {
    await press_escape(page, 3);
    assert.deepEqual([await is_leaving(page), await is_told(page)], [false, false]);
    await press_escape(page, 1);
    assert.equal(await is_told(page), true);
    await page.keyboard.press('PageDown');
    assert.equal(await is_told(page), false);
    await press_escape(page, 4);
    assert.equal(await is_leaving(page), false);
    await press_escape(page, 1);
    assert.equal(await is_leaving(page), true);
  }
);

page_test('the page tells the keys that leave it, where they work', {}, async ({ page }) => {
  assert.match(await page.locator('#leave').getAttribute('aria-description'), /pressing Escape/);
  assert.match(await page.locator('#about').innerText(), /pressing Escape/);
});
test('without scripts the way out is a plain link, second for Tab, that takes the tab; no key promised', async () => {
  const { page, context } = await open({ javaScriptEnabled: false, state: '' });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const focused = page.locator(':focus');
  assert.deepEqual(
    [await focused.getAttribute('href'), await focused.getAttribute('target'), await focused.innerText()],
    [exit_url, '_top', brief.about.exit.label]
  );
  assert.equal(await page.getByText('Escape').locator('visible=true').count(), 0);
  await context.close();
});

page_test(
  'it says before leaving what leaving cannot hide, and before the tour what comes up',
  {},
  async ({ page }) => {
    assert.ok((await page.locator('#about').innerText()).includes(brief.about.exit.limits));
    for (const text of [brief.about.publisher, brief.about.explainer])
      assert.ok((await page.locator('#about').innerText()).includes(text));
    await page.click('#tour');
    await rest(page);
    const panel = await page.locator('#panel').innerText();
    assert.ok(
      panel.indexOf(brief.about.content_note) >= 0 &&
        panel.indexOf(brief.about.content_note) < panel.indexOf(brief.tour[0].text)
    );
  }
);

test('nothing is stored and no history entry is made', async () => {
  for (const url of [undefined, site.url]) {
    const { page, context } = await open(url ? { url } : {});
    const entries = await page.evaluate(() => history.length);
    await node_button(page, brief.nodes[0].title).click();
    await page.keyboard.press('o');
    await page.click('#contrast');
    await page.click('#tour');
    await rest(page);
    const kept = await page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      document.cookie,
      (await indexedDB.databases()).length,
      globalThis.caches ? (await caches.keys().catch(() => [])).length : 0,
      history.length,
      navigator.serviceWorker && location.protocol !== 'file:'
        ? (await navigator.serviceWorker.getRegistrations()).length
        : 0,
    ]);
    assert.deepEqual(kept, [0, 0, '', 0, 0, entries, 0]);
    assert.deepEqual(await context.cookies(), []);
    await context.close();
  }
});

// Every string of the example becomes markup that would show itself.
function hostile_content() {
  const content = read_content(example_file);
  const free = new Set([
    'title',
    'text',
    'summary',
    'notes',
    'why',
    'label',
    'publisher',
    'brief',
    'explainer',
    'content_note',
    'limits',
    'neutral_title',
    'neutral_text',
  ]);
  const spoil = (value, key) => {
    if (typeof value === 'string') return free.has(key) ? `${value.slice(0, 12)}<img src=x onerror=pwned=1>"'` : value;
    if (Array.isArray(value)) return value.map((item) => spoil(item, key));
    return typeof value === 'object' && value
      ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, spoil(inner, name)]))
      : value;
  };
  Object.assign(content.about.exit, { neutral_title: 'Nothing here', neutral_text: 'No page.' });
  return spoil(content, '');
}

page_test('a content reaches the page as text only', {}, async ({ page }) => {
  const file = path.join(os.tmpdir(), `throughline-hostile-${process.pid}.json`);
  writeFileSync(file, JSON.stringify(hostile_content()));
  assert.ok(
    !/<img/.test(
      tool('render', file, '--as', 'html') + tool('render', file, '--as', 'head') + tool('render', file, '--as', 'svg')
    )
  );
  const elements = () =>
    page.evaluate(() =>
      Array.from(new Set(Array.from(document.querySelectorAll('*'), ({ localName }) => localName))).sort()
    );
  const before = await elements();
  await page.locator('#open-brief').setInputFiles(file);
  await page.waitForFunction(() => document.title.includes('onerror'));
  await page.locator('[data-node]').first().click();
  await page.click('#link-out');
  await page.click('#tour');
  await rest(page);
  assert.deepEqual(
    await page.evaluate(() => [document.querySelectorAll('#page img, #page script').length, globalThis.pwned]),
    [0, undefined]
  );
  assert.ok((await page.locator('#text').innerText()).includes('<img src=x onerror=pwned=1>'));
  for (const element of await elements()) assert.ok(before.includes(element), `a content made a ${element}`);
  const active = await page.evaluate(() =>
    Array.from(document.querySelectorAll('#page *'))
      .flatMap((element) => Array.from(element.attributes, ({ name, value }) => `${name}=${value}`))
      .filter((text) => /^(on|src)|=\s*(javascript|data):/i.test(text))
  );
  assert.deepEqual(active, []);
});

page_test('links lead within the page or to https, without a referrer', {}, async ({ page }) => {
  const links = await page
    .locator('a[href]')
    .evaluateAll((list) => list.map((link) => [link.getAttribute('href'), link.rel]));
  for (const [href, rel] of links)
    assert.ok(
      href.startsWith('#') || (href.startsWith('https://') && rel.includes('noreferrer') && rel.includes('noopener')),
      href
    );
  assert.equal(await page.locator('meta[name="referrer"]').getAttribute('content'), 'no-referrer');
  assert.equal(await attribute(page, 'data-state'), 'ready');
});
