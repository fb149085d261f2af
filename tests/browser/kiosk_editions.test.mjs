// A kiosk's own contents, which lie beside the page on its host or its disk.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  broad,
  copy_of_page,
  count_readings,
  end_readings,
  log_of,
  open_kiosk,
  pass,
  phase_of,
  serve_copy,
  wake,
} from './kiosk.mjs';
import {
  attribute,
  close_browser,
  launch_browser,
  look_at_no_pixel,
  note_problems,
  prepare_painting,
  wait_for_state,
} from './page.mjs';
import { brief, example_file, read_content } from './tool.mjs';

look_at_no_pixel();
after(close_browser);

// A translation of what the page came with: its ids are the same.
const french = () => ({
  ...brief,
  language: 'fr',
  language_name: 'Français',
  title: 'Les lois et les travailleuses du sexe',
});
const other = () => ({
  ...read_content(example_file),
  language: 'en',
  language_name: 'English',
  kiosk: { idle_secs: 7, warning_secs: 4, step_secs: 5 },
});
const broken = () => ({ ...read_content(example_file), lanes: [] });

// From the disk a browser must be told to let the page read its neighbours.
const left = []; // to be closed although a test failed
after(() => Promise.all(left.map((close) => close())));
async function open_beside(kind, files, { leave = ['--allow-file-access-from-files'], settings } = {}) {
  if (kind === 'host') {
    const copy = await serve_copy(files);
    const opened = await open_kiosk({ url: copy.url, settings });
    left.push(copy.close);
    return { ...opened, put: copy.put, close: async () => (await opened.context.close(), copy.close()) };
  }
  const copy = copy_of_page(files);
  const launched = await launch_browser(leave);
  left.push(async () => (await launched.close(), copy.remove()));
  const page = await launched.newPage({ ...broad, hasTouch: true, reducedMotion: 'reduce' });
  const problems = [];
  await prepare_painting(page);
  note_problems(page, problems);
  await page.clock.install({ time: new Date('2026-03-01T09:00:00') });
  await page.addInitScript(count_readings);
  await page.goto(`${pathToFileURL(path.join(copy.folder, 'throughline.html')).href}#mode=kiosk&${settings}`);
  await wait_for_state(page, 'ready');
  await page.clock.pauseAt(new Date('2026-03-01T09:01:00'));
  await pass(page, 100);
  return { page, problems, put: copy.put, close: async () => (await launched.close(), copy.remove()) };
}
const buses = read_content(example_file);
async function assert_nothing_built_in(page) {
  const text = await page.evaluate(() => document.title + document.body.innerText);
  for (const part of [brief.title, brief.nodes[0].title, brief.tour[0].title, brief.tour[0].text])
    assert.ok(!text.includes(part), part);
  assert.equal(await page.locator('.part-emblem').count(), 0);
}

for (const kind of ['disk', 'host']) {
  test(`from a ${kind}, languages have their own names in the header, and the next visitor has the first`, async () => {
    const { page, close, problems } = await open_beside(
      kind,
      { 'brief.fr.json': french() },
      { settings: 'editions=brief.fr.json&pace=3600' }
    );
    await end_readings(page);
    while (await page.locator('#waiting').count()) await pass(page, 100);
    assert.deepEqual(problems, []);
    await wake(page);
    const names = () => page.locator('.part-languages button').allInnerTexts();
    assert.deepEqual(await names(), [brief.language_name || brief.language, 'Français']);
    await page.locator('[id="language:fr"]').tap();
    await pass(page, 300);
    assert.equal(await page.title(), french().title);
    assert.equal(await attribute(page, 'lang'), 'fr');
    assert.equal(await page.locator('[id="language:en"]').getAttribute('lang'), 'en');
    await pass(page, 82000);
    assert.equal(await phase_of(page), 'attract');
    assert.equal(await page.title(), brief.title);
    assert.match((await log_of(page)).join('\n'), /^2026-03-01 09:\d\d:\d\d brief\.fr\.json was taken$/m);
    await close();
  });

  test(`from a ${kind}, another content replaces the built one, a saved change comes between visitors`, async () => {
    const { page, put, close } = await open_beside(
      kind,
      { 'other.json': other() },
      { settings: 'editions=other.json' }
    );
    await end_readings(page);
    assert.equal(await page.title(), other().title);
    await wake(page);
    await pass(page, 7000);
    assert.equal(await phase_of(page), 'warning', 'its own settings hold');
    await page.touchscreen.tap(500, 500);
    await pass(page, 300);
    const changed = { ...other(), title: 'Mended overnight' };
    put('other.json', changed);
    await end_readings(page);
    assert.equal(await page.title(), other().title, 'not under a visitor');
    await pass(page, 12000);
    await end_readings(page);
    assert.equal(await page.title(), changed.title);
    const taken = (await log_of(page)).filter((entry) => entry.includes('was taken'));
    await pass(page, 30000);
    await end_readings(page);
    assert.equal(
      (await log_of(page)).filter((entry) => entry.includes('was taken')).length,
      taken.length,
      'the same bytes are no news'
    );
    await close();
  });

  test(`from a ${kind}, without its own content it shows nothing of the built one, says why, and goes on`, async () => {
    const { page, put, close } = await open_beside(
      kind,
      { 'other.json': broken() },
      { settings: 'editions=other.json,missing.json' }
    );
    await page.clock.resume();
    await page.waitForFunction(() => document.querySelectorAll('.part-waiting-files > li').length === 2);
    const screen = await page.locator('#waiting').innerText();
    assert.match(screen, /other\.json:\d+:\d+: \/lanes/);
    assert.match(screen, /missing\.json\s+It could not be read/);
    await assert_nothing_built_in(page);
    await page.touchscreen.tap(700, 500);
    await page.keyboard.press('Enter');
    await pass(page, 1000);
    assert.equal(await page.locator('#waiting').isVisible(), true, 'a visitor changes nothing');
    const log = (await log_of(page)).join('\n');
    assert.match(log, /other\.json was not taken: other\.json:\d+:\d+: \/lanes/);
    assert.match(log, /missing\.json.*could not be read/);
    assert.equal(log.match(/missing/g).length, 1, 'what is read again and has not changed is no news');
    put('other.json', buses);
    await page.clock.runFor(10100);
    await page.waitForFunction((title) => document.title === title, buses.title);
    assert.equal(await phase_of(page), 'attract');
    assert.equal(await page.locator('#waiting').count(), 0);
    await assert_nothing_built_in(page);
    await close();
  });
}

test('from a disk, without leave to read it, screen and log say what to do', async () => {
  const { page, close } = await open_beside(
    'disk',
    { 'other.json': other() },
    { settings: 'editions=other.json', leave: [] }
  );
  await page.clock.resume();
  await page.waitForSelector('.part-waiting-files');
  assert.match(await page.locator('#waiting').innerText(), /--allow-file-access-from-files/);
  assert.match((await log_of(page)).join('\n'), /--allow-file-access-from-files/);
  await close();
});
