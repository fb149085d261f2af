// What a visit leaves behind: in a profile's own history file, in the address, and on the clipboard of whoever asks for
// a link.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import {
  attribute,
  await_fragment,
  close_browser,
  flags,
  fragment_of,
  look_at_no_pixel,
  one_file,
  open,
  patience_ms,
  phone,
  prepare_painting,
  rest,
  serve,
  site_folder,
  until,
  use_whole_browser,
  wait_for_state,
  whole_browser,
  wide,
} from './page.mjs';
import { page_test } from './page_test.mjs';
import { brief, example_file, read_content } from './tool.mjs';

look_at_no_pixel();
use_whole_browser();

const buses = read_content(example_file);
const [first, second, third] = brief.links
  .filter(({ kind }) => kind === 'leads_to')
  .map(({ from }) => from)
  .filter((id, i, ids) => ids.indexOf(id) === i);
let site = null;
before(async () => (site = await serve(site_folder)));
after(async () => (site.close(), close_browser()));

const press = (page, id) => page.locator(`[data-node="${id}"]`).press('Enter');
const place_of = (page) => page.evaluate(() => [location.href, history.length]);
const shown_sections = ':is(.part-node, .part-stop):is(:target, .shown)';
const take_engine_away = (page) => page.addInitScript('delete globalThis.WebAssembly');
const await_step = (page, step) =>
  page.waitForFunction((wanted) => document.documentElement.dataset.step === wanted, String(step));

// Chromium's own record, as it writes it when it is closed: [address, title] of each page.
const read_history = (profile) =>
  JSON.parse(
    execFileSync(
      'python3',
      [
        '-c',
        `import json, sqlite3, sys
visits = sqlite3.connect(sys.argv[1]).execute("select url, title from urls order by id")
print(json.dumps(visits.fetchall()))`,
        path.join(profile, 'Default/History'),
      ],
      { encoding: 'utf8' }
    )
  );

async function visit(url, body, { prepare = () => {}, state = 'ready' } = {}) {
  const profile = mkdtempSync(path.join(os.tmpdir(), 'throughline-profile-'));
  try {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: whole_browser,
      args: flags,
      ...wide,
      reducedMotion: 'reduce',
    });
    try {
      context.setDefaultTimeout(patience_ms);
      const page = context.pages()[0];
      await prepare_painting(page);
      await prepare(page);
      await page.goto(url);
      await wait_for_state(page, state);
      await body(page);
    } finally {
      await context.close();
    }
    return read_history(profile).filter(([address]) => address.startsWith(url.split('#')[0]));
  } finally {
    rmSync(profile, { recursive: true });
  }
}

// Cards, a line, steps, the text, looks, a talk, and loading again.
async function look_at_everything(page) {
  for (const id of [first, second, third]) {
    await press(page, id);
    await await_fragment(page, id);
  }
  await page.keyboard.press('o');
  await await_fragment(page, /&line=/);
  await page.reload();
  await wait_for_state(page, 'ready');
  assert.equal(await attribute(page, 'data-selected'), third);
  await page.click('#theme');
  await page.click('#tour');
  for (const step of [1, 2, 3]) {
    await await_step(page, step);
    await page.click('#tour-next');
  }
  await page.click('#read-text');
  await page.evaluate((id) => document.querySelector(`#text a[href="#${id}"]`).click(), second);
  await page.waitForFunction((id) => document.documentElement.dataset.selected === id, second);
  await page.click('#present');
  await page.keyboard.press('PageDown');
  await page.waitForFunction(() => throughline.view().startsWith('mode=talk'));
  await page.keyboard.press('F5');
  await until(() => attribute(page, 'data-state').then((state) => state === 'ready'), 'the talk is loaded again');
  assert.equal(await attribute(page, 'data-mode'), 'talk');
}

for (const [place, url] of [
  ['the disk', () => pathToFileURL(one_file).href],
  ['http', () => site.url],
]) {
  test(`a whole visit leaves the page's address in the browser's history and no other: ${place}`, async () => {
    const left = await visit(url(), async (page) => {
      const before = await place_of(page);
      await look_at_everything(page);
      assert.deepEqual(await place_of(page), before);
    });
    assert.deepEqual(left, [[url(), brief.title]]);
  });
}

// Its path and its section are shown by style alone, and the browser must not know which.
test('cards looked at without an engine leave no address in the history either', async () => {
  const body = async (page) => {
    const before = await place_of(page);
    for (const id of [first, second]) {
      await page.locator(`.part-cards a[href="#${id}"]:visible`).click();
      assert.equal(await page.locator(shown_sections).getAttribute('id'), id);
      assert.deepEqual(await place_of(page), before);
    }
    await page.locator('#whole').click();
    assert.equal(await page.locator(shown_sections).count(), 0);
    assert.deepEqual(await place_of(page), before);
  };
  const left = await visit(site.url, body, { prepare: take_engine_away, state: 'text' });
  assert.deepEqual(left, [[site.url, brief.title]]);
});

test('a content that lets each view be known has each in the address, and so in the history', async () => {
  const { id } = buses.nodes[3];
  const left = await visit(site.url, async (page) => {
    await page.locator('input[type=file]').first().setInputFiles(example_file);
    await page.waitForFunction((title) => document.title === title, buses.title);
    await press(page, id);
    await page.waitForFunction((of) => location.hash === `#${of}`, id);
    assert.equal(await page.evaluate(() => history.state.view), '', 'it is kept once');
  });
  assert.deepEqual(
    left.map(([address]) => address),
    [site.url, `${site.url}#${id}`]
  );
});

for (const [place, url] of [
  ['the disk', () => pathToFileURL(one_file).href],
  ['http', () => site.url],
]) {
  test(`a link to a view opens there, once read the address is bare, and back leaves the page: ${place}`, async () => {
    const { page, context, problems } = await open({ url: url(), fragment: `${first}&theme=dark` });
    assert.deepEqual(await place_of(page), [url(), 2]); // the empty page of a new tab, and this one
    for (const loaded of ['by the link', 'again']) {
      assert.equal(await fragment_of(page), `${first}&theme=dark`, loaded);
      assert.equal(await attribute(page, 'data-selected'), first, loaded);
      assert.equal(await attribute(page, 'data-theme'), 'dark', loaded);
      await page.reload();
      await wait_for_state(page, 'ready');
    }
    // One that somebody writes into the address is a place of its own, as in every page.
    await page.evaluate((id) => (location.hash = id), second);
    await await_fragment(page, second);
    assert.deepEqual(await place_of(page), [url(), 3]);
    await page.evaluate(() => (location.hash = 'no-such-card'));
    await page.waitForFunction(() => location.hash === '' && document.documentElement.dataset.selected === '');
    assert.deepEqual(await place_of(page), [url(), 4]);
    await page.evaluate(() => history.back());
    await page.waitForFunction((id) => document.documentElement.dataset.selected === id, second);
    await page.evaluate(() => void setTimeout(() => history.go(-2)));
    await page.waitForURL('about:blank');
    assert.deepEqual(problems, []);
    await context.close();
  });
}

test('where the engine does not run, a link to a card leads to its section, and the address is bare', async () => {
  const { page, context } = await open({
    url: site.url,
    fragment: third,
    state: 'text',
    prepare: take_engine_away,
  });
  assert.deepEqual(await place_of(page), [site.url, 2]);
  assert.equal(await fragment_of(page), third);
  await page.waitForFunction((id) => {
    const { top, bottom } = document.getElementById(id).getBoundingClientRect();
    return document.activeElement.id === id && top >= 0 && bottom <= innerHeight;
  }, third);
  await page.evaluate((id) => document.querySelector(`#text a[href="#${id}"]`).click(), first);
  assert.deepEqual(await place_of(page), [site.url, 2]);
  assert.equal(await fragment_of(page), first);
  await context.close();
});

page_test(
  'a link to the view is copied when it is asked for, and opens there',
  { permissions: ['clipboard-read', 'clipboard-write'] },
  async ({ page, context }) => {
    await press(page, second);
    await await_fragment(page, second);
    await page.getByRole('button', { name: 'Copy a link to this view' }).click();
    await page.waitForFunction(
      () => document.getElementById('status').textContent === 'The link to this view was copied.'
    );
    assert.equal(await page.locator('#link-field').count(), 0);
    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(link, `${pathToFileURL(one_file).href}#${second}`);
    const other = await context.newPage();
    await other.goto(link);
    await wait_for_state(other, 'ready');
    assert.equal(await attribute(other, 'data-selected'), second);
  }
);

for (const [name, size] of [
  ['a wide window', wide],
  ['a phone', phone],
]) {
  test(`where the browser does not copy, the link stands selected in a field until put away: ${name}`, async () => {
    const { page, context, problems } = await open({ ...size, url: site.url, fragment: second });
    const session = await context.browser().newBrowserCDPSession();
    const contexts = await session.send('Target.getTargets');
    const { browserContextId } = contexts.targetInfos.find(({ url }) => url === page.url());
    await session.send('Browser.setPermission', {
      permission: { name: 'clipboard-write' },
      setting: 'denied',
      browserContextId,
    });
    if (name === 'a phone') await page.click('#sheet');
    await rest(page); // the sheet brings the card into sight
    const before = await page.evaluate(() => scrollY);
    // A driver's click scrolls on its own account.
    await page.evaluate(() => document.getElementById('copy-link').click());
    const field = page.getByRole('textbox', { name: 'Link to this view' });
    await field.waitFor();
    assert.equal(await field.inputValue(), `${site.url}#${second}`);
    assert.equal(
      await page.evaluate(() => document.activeElement.id === 'link-field' && String(getSelection())),
      `${site.url}#${second}`
    );
    assert.match(await page.locator('#status').textContent(), /does not copy here/);
    const [after, bottom] = await page.evaluate(() => [
      scrollY,
      document.getElementById('link-field').getBoundingClientRect().bottom,
    ]);
    assert.equal(after, before, 'nothing scrolls away');
    assert.ok(bottom <= size.viewport.height);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.getElementById('link-field'));
    assert.equal(await attribute(page, 'data-selected'), second, 'Escape closes one thing at a time');
    assert.equal(
      await page.evaluate(() => document.activeElement.id),
      'copy-link',
      'the focus is back where it came from'
    );
    assert.deepEqual(problems, []);
    await context.close();
  });
}
