// The kiosk as its visitors and its staff meet it. The clock is the test's.
import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import { broad, copy_of_page, count_readings, end_readings, log_of, middle_of, open_kiosk, pass, phase_of, pinch, press_corners, serve_copy, swipe, upright, wake } from './kiosk.mjs';
import { attribute, close_browser, fragment_of, launch_browser, look_at_no_pixel, note_problems, open, prepare_painting, read_dom, serve, site_folder, wait_for_state } from './page.mjs';
import { brief, brief_file, example_file, read_content } from './tool.mjs';

look_at_no_pixel();

let site = null;
before(async () => (site = await serve(site_folder)));
after(async () => {
  await close_browser();
  site.close();
});

function kiosk_test(name, options, body) {
  test(name, async () => {
    const opened = await open_kiosk(typeof options === 'function' ? options() : options);
    try {
      await body(opened);
      assert.deepEqual(opened.problems, []);
    } finally {
      await opened.context.close();
    }
  });
}
const places = [['from the disk', () => ({})], ['from a host', () => ({ url: site.url })]];

// ---- The loop
for (const [where, options] of places) {
  kiosk_test(`${where}, the loop plays the tour round and round, and its pause holds it`, options, async ({ page }) => {
    assert.equal(await phase_of(page), 'attract');
    for (const hidden of ['.part-header', '.part-dock', '#text', '#about']) assert.equal(await page.locator(hidden).first().isVisible(), false, hidden);
    assert.ok(await page.locator('#wake').isVisible());
    const stage = await page.locator('#stage').boundingBox();
    assert.deepEqual([stage.x, stage.y, stage.width, stage.height], [0, 0, 1920, 1080]);
    const step = async () => Number(await attribute(page, 'data-step'));
    const drift = () => page.locator('#wake').evaluate((button) => [button.className, getComputedStyle(button).translate]);
    let before_step = await step();
    const drifts = new Set();
    const seen = new Set([before_step]);
    for (let i = 0; i < brief.tour.length; ++i) {
      await pass(page, 12000 - 80);
      const now = await step();
      assert.equal(now, (before_step % brief.tour.length) + 1);
      seen.add((before_step = now));
      drifts.add(String((await drift())[1]));
    }
    assert.equal(seen.size, brief.tour.length);
    assert.ok(drifts.size >= 6, `it stood at ${[...drifts]}`);

    await page.locator('#attract-pause').tap();
    await pass(page, 30000);
    assert.equal(await step(), before_step);
    assert.equal(await phase_of(page), 'attract');
    await pass(page, 50000);
    assert.notEqual(await step(), before_step, 'a pause that nobody ends, ends by itself');
  });
}

kiosk_test('the settings of the address hold, and stay in it', { settings: 'idle=10&warning=5&pace=4' }, async ({ page }) => {
  const step = await attribute(page, 'data-step');
  await pass(page, 4000);
  assert.notEqual(await attribute(page, 'data-step'), step);
  await wake(page);
  await pass(page, 9500);
  assert.equal(await phase_of(page), 'warning');
  await pass(page, 5000);
  assert.equal(await phase_of(page), 'attract');
  assert.equal(await fragment_of(page), 'mode=kiosk&idle=10&warning=5&pace=4');
});

// ---- The first touch
const touches = [
  ['a finger', (page, at) => page.touchscreen.tap(...at)],
  ['a mouse', (page, at) => page.mouse.click(...at)],
  ['a swipe', (page, at) => swipe(page, at, [at[0], at[1] - 300])],
];
for (const [name, touch] of touches) {
  kiosk_test(`the first touch, ${name}, only wakes; what comes to lie under it is not pressed`, { settings: 'idle=5&warning=3' }, async ({ page }) => {
    await wake(page);
    const targets = [];
    for (const under of ['[data-node="raids"]', '#tour', '#theme', '#start-over', '#read-text']) targets.push(await middle_of(page, under));
    for (const at of targets) {
      await pass(page, 9000);
      assert.equal(await phase_of(page), 'attract');
      const theme = await attribute(page, 'data-theme');
      await touch(page, at);
      await pass(page, 1000);
      assert.equal(await phase_of(page), 'visit', `woken at ${at}`);
      assert.deepEqual([await attribute(page, 'data-selected'), await attribute(page, 'data-step'), await attribute(page, 'data-theme')], ['', '', theme]);
      assert.equal(await page.evaluate(() => scrollY), 0);
    }
    // The next one presses; but a browser takes the first tap after a swipe for the end of what the swipe still moves.
    await pass(page, 9000);
    await wake(page);
    await page.touchscreen.tap(...targets[0]);
    await pass(page, 500);
    assert.equal(await attribute(page, 'data-selected'), 'raids');
  });
}

for (const key of ['Tab', 'Enter', 'Space', 'x', 'Shift', 'ArrowDown', 'Escape', 'Control+p']) {
  kiosk_test(`the key ${key} wakes and does nothing else`, { settings: 'idle=5&warning=3' }, async ({ page }) => {
    for (const from of ['attract', 'warning']) {
      if (from === 'warning') await pass(page, 5500);
      assert.equal(await phase_of(page), from);
      await page.keyboard.press(key);
      await pass(page, 200);
      assert.equal(await phase_of(page), 'visit');
      assert.deepEqual([await attribute(page, 'data-selected'), await attribute(page, 'data-step')], ['', '']);
    }
  });
}

// ---- Nobody is there any more
const answers = [
  ['a finger on a card', (page, at) => page.touchscreen.tap(...at)],
  ['a mouse on a card', (page, at) => page.mouse.click(...at)],
  ['the button', (page) => page.locator('#stay').tap()],
  ['a wheel', async (page, at) => (await page.mouse.move(...at), page.mouse.wheel(0, 200))],
  ['a swipe', (page, at) => swipe(page, at, [at[0] + 200, at[1] + 200])],
];
for (const [where, options] of places) {
  kiosk_test(`${where}, after 60 s it asks, any input ends the question, and after 20 s more it starts over`, options, async ({ page }) => {
    await wake(page);
    const card = await middle_of(page, '[data-node="raids"]');
    await page.locator('[data-node="outing"]').tap();
    await pass(page, 59000);
    assert.equal(await phase_of(page), 'visit');
    await page.keyboard.press('q');
    for (const [name, answer] of answers) {
      await pass(page, 61000);
      assert.equal(await phase_of(page), 'warning', name);
      await answer(page, card);
      await pass(page, 1000);
      assert.equal(await phase_of(page), 'visit', name);
      assert.equal(await attribute(page, 'data-selected'), 'outing', `${name} presses nothing`);
    }
    await pass(page, 61000);
    const words = await page.locator('#warning p').innerText();
    await pass(page, 4000);
    assert.notEqual(await page.locator('#warning p').innerText(), words, 'it counts down');
    await pass(page, 16000);
    assert.equal(await phase_of(page), 'attract');
    assert.equal(await attribute(page, 'data-selected'), '');
  });
}

kiosk_test('reading by touch, wheel or key counts as being there', {}, async ({ page }) => {
  await wake(page);
  await page.locator('#read-text').tap();
  await pass(page, 40000);
  const ways = [() => swipe(page, [900, 900], [900, 300]), () => page.mouse.wheel(0, 100), () => page.keyboard.press('Tab'), () => page.keyboard.press('q')];
  for (const way of ways) {
    await way();
    await pass(page, 40000);
    assert.equal(await phase_of(page), 'visit', String(way));
  }
});

// ---- A fresh start
const frozen = (dom) => ({ ...dom, html: { ...dom.html, 'data-frames': '' } });
const hidden_state = (page) => page.evaluate(() => ({
  scrolled: [scrollX, scrollY, ...Array.from(document.querySelectorAll('*')).filter((part) => part.scrollTop).map((part) => part.className)],
  open: document.querySelectorAll('details[open]').length,
  focus: document.activeElement === document.body,
  selected: String(getSelection()),
  hash: location.hash,
  history: history.length,
}));
for (const [name, size] of [['wide', broad], ['upright', upright]]) {
  kiosk_test(`after a visit a ${name} screen equals a fresh one`, { ...size, settings: 'pace=3600' }, async ({ page }) => {
    const fresh = frozen(await read_dom(page));
    const fresh_hidden = await hidden_state(page);
    await wake(page);
    const first_visit = frozen(await read_dom(page));
    const use = async () => {
      await page.locator('[data-node]').nth(3).tap();
      await pass(page, 400);
      if (name === 'upright') await page.locator('#sheet').tap();
      await page.locator('#link-out').tap();
      await page.locator('#panel summary').first().tap();
      await page.locator('#panel').evaluate((panel) => (panel.scrollTop = 150));
      await page.locator('#theme').tap();
      await page.locator('#zoom-in').or(page.locator('.part-zoom button').last()).first().tap();
      await pass(page, 400);
      await page.keyboard.press('Tab');
      await page.locator('#read-text').tap();
      await pass(page, 300);
      await page.locator('#text a').nth(2).tap();
      await pass(page, 300);
      await page.evaluate(() => scrollTo(0, 2500));
      await page.evaluate(() => getSelection().selectAllChildren(document.getElementById('text')));
      await pass(page, 400);
      assert.notDeepEqual(frozen(await read_dom(page)), first_visit);
    };
    await use();
    await pass(page, 81000);
    assert.deepEqual(frozen(await read_dom(page)), fresh);
    assert.deepEqual(await hidden_state(page), fresh_hidden);
    await wake(page);
    assert.deepEqual(frozen(await read_dom(page)), first_visit);

    // By its own button, from within the text.
    await use();
    const [x, y] = await middle_of(page, '#start-over');
    assert.equal(await page.evaluate(([at_x, at_y]) => document.elementFromPoint(at_x, at_y).id, [x, y]), 'start-over');
    await page.touchscreen.tap(x, y);
    await pass(page, 400);
    assert.deepEqual(frozen(await read_dom(page)), first_visit);
    assert.deepEqual(await hidden_state(page), { ...fresh_hidden });
  });
}

// ---- No way out
const is_prevented = (page, selector, type, init = {}) => page.locator(selector).first().evaluate((element, [kind, options]) => {
  const constructors = { wheel: WheelEvent, contextmenu: MouseEvent, auxclick: MouseEvent, mouseup: MouseEvent, keydown: KeyboardEvent, click: MouseEvent };
  return !element.dispatchEvent(new (constructors[kind] || Event)(kind, { bubbles: true, cancelable: true, ...options }));
}, [type, init]);

async function press_back(page) {
  const session = await page.context().newCDPSession(page);
  for (const type of ['mousePressed', 'mouseReleased']) await session.send('Input.dispatchMouseEvent', { type, x: 500, y: 500, button: 'back', clickCount: 1 });
  await session.detach();
}

async function try_to_leave(page, context) {
  const url = page.url();
  const outside = await page.evaluate(() => Array.from(document.querySelectorAll('a[href]')).filter((link) => !link.getAttribute('href').startsWith('#') && link.checkVisibility()).map((link) => link.href));
  assert.deepEqual(outside, []);
  assert.equal(await page.locator('input, form, iframe, #print, [target]:not(#leave)').count(), 0);
  await page.evaluate(() => (window.open = () => (window.was_opened = true)));
  await page.evaluate(() => (window.print = () => (window.was_printed = true)));
  for (const type of ['contextmenu', 'dragstart', 'selectstart', 'gesturestart', 'auxclick']) assert.ok(await is_prevented(page, '#text', type), type);
  assert.ok(await is_prevented(page, '#text', 'wheel', { ctrlKey: true, deltaY: 100 }), 'zooming with the wheel');
  assert.ok(await is_prevented(page, '#text', 'mouseup', { button: 3 }), 'the back button of a mouse');
  for (const key of ['p', 's', 'o', 'u', 'f', 'n', 't', 'w', '+', '-', '0', 'ArrowLeft']) {
    for (const held of ['ctrlKey', 'metaKey', 'altKey']) assert.ok(await is_prevented(page, 'body', 'keydown', { key, [held]: true }), `${held} ${key}`);
  }
  for (const key of ['F1', 'F3', 'F6', 'F7', 'F11', 'F12', 'Backspace', 'ContextMenu', 'BrowserBack', 'BrowserHome', 'LaunchMail']) assert.ok(await is_prevented(page, 'body', 'keydown', { key }), key);
  for (let i = 0; i < 9; ++i) await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => 'leaving' in document.documentElement.dataset), false);
  await page.evaluate(() => document.getElementById('leave') && document.getElementById('leave').click());
  for (const options of [{ button: 'middle' }, { modifiers: ['Control'] }, { modifiers: ['Shift'] }]) await page.locator('#text a').first().click(options);
  assert.ok(await page.evaluate(() => getComputedStyle(document.body).userSelect === 'none'));
  await page.mouse.move(300, 300);
  await page.mouse.down();
  await page.mouse.move(900, 500, { steps: 4 });
  await page.mouse.up();
  assert.equal(await page.evaluate(() => String(getSelection())), '');
  await pinch(page);
  assert.equal(await page.evaluate(() => visualViewport.scale), 1);
  await swipe(page, [5, 500], [1500, 500]);
  await press_back(page);
  await page.keyboard.press('Alt+ArrowLeft');
  assert.deepEqual(await page.evaluate(() => [window.was_opened, window.was_printed, history.length]), [undefined, undefined, await page.evaluate(() => history.length)]);
  assert.equal(context.pages().length, 1);
  assert.equal(page.url(), url);
}

for (const [where, options] of places) {
  kiosk_test(`${where}, no gesture, key or link leads out`, options, async ({ page, context }) => {
    await wake(page);
    await try_to_leave(page, context);
    await page.locator('[data-node]').first().tap();
    await pass(page, 500);
    assert.equal(await page.locator('#start-over').isVisible(), true);
    assert.equal(await attribute(page, 'data-mode'), 'kiosk');
  });
}

test('what is dropped on it is not shown', async () => {
  const { page, context } = await open_kiosk();
  await wake(page);
  const title = await page.title();
  await page.evaluate(async (text) => {
    const carried = new DataTransfer();
    carried.items.add(new File([text], 'other.json', { type: 'application/json' }));
    const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: carried });
    document.getElementById('stage').dispatchEvent(event);
    // Whoever had begun to read it has read it before this.
    const [file] = event.dataTransfer.files;
    for (let i = 0; i < 2; ++i) await file.arrayBuffer();
  }, JSON.stringify(read_content(example_file)));
  await pass(page, 500);
  assert.equal(await page.title(), title);
  await context.close();
});

for (const [where, url] of [['from the disk', () => undefined], ['from a host', () => site.url]]) {
  test(`${where}, with the engine dead the whole text leads nowhere else either`, async () => {
    const { page, context } = await open({ ...broad, hasTouch: true, ...(url() && { url: url() }), fragment: 'mode=kiosk&idle=30', state: '',
      prepare: (opened) => opened.addInitScript(() => {
        delete globalThis.WebAssembly;
        // It would load again within a second.
        const set_timeout = window.setTimeout;
        window.setTimeout = (action, ms, ...rest) => set_timeout(action, ms >= 1000 ? 1e6 : ms, ...rest);
      }) });
    await wait_for_state(page, 'text');
    assert.ok(await page.locator('#fallback').isVisible());
    await try_to_leave(page, context);
    await page.locator('#text a').first().tap();
    assert.equal(await fragment_of(page), 'mode=kiosk&idle=30');
    await context.close();
  });
}

test('other modes keep what the kiosk takes away', async () => {
  const { page, context } = await open({ hasTouch: true });
  for (const type of ['contextmenu', 'dragstart', 'selectstart', 'auxclick']) assert.equal(await is_prevented(page, '#text', type), false, type);
  for (const key of ['F12', 'Backspace', 'F5']) assert.equal(await is_prevented(page, 'body', 'keydown', { key }), false, key);
  assert.equal(await is_prevented(page, 'body', 'keydown', { key: 'p', ctrlKey: true }), false);
  await press_corners_of_explore(page);
  assert.equal(await page.locator('#staff-panel').count(), 0);
  assert.equal(await page.evaluate(() => history.state && history.state.kiosk), null);
  await context.close();
});
async function press_corners_of_explore(page) {
  const { width, height } = page.viewportSize();
  for (const at of [[3, 3], [width - 3, 3], [width - 3, height - 3], [3, height - 3]]) await page.touchscreen.tap(...at);
}

// ---- Staff
kiosk_test('four corners clockwise open the panel of the staff, and nothing else does', {}, async ({ page }) => {
  const is_open = () => page.locator('#staff-panel').isVisible();
  for (const [order, between_ms] of [[[0, 3, 2, 1], 500], [[1, 2, 3, 0], 500], [[0, 1, 1, 2, 3], 500], [[0, 1, 2], 500], [[0, 1, 2, 3], 3000]]) {
    await press_corners(page, order, between_ms);
    assert.equal(await is_open(), false, `${order} every ${between_ms} ms`);
    await page.touchscreen.tap(900, 500);
    await pass(page, 100);
  }
  await press_corners(page, [0, 1]);
  await page.touchscreen.tap(900, 500);
  await press_corners(page, [2, 3]);
  assert.equal(await is_open(), false);

  await page.locator('#start-over').tap();
  await pass(page, 500);
  await press_corners(page);
  assert.equal(await is_open(), true);
  assert.equal(await attribute(page, 'data-step'), '', 'the tour’s button lies in the last corner');
  assert.match(await page.locator('#staff-panel').innerText(), /2026-03-01 09:00:\d\d started/);
  await page.locator('#staff-close').tap();
  await pass(page, 500);
  assert.equal(await is_open(), false);
  await press_corners(page);
  await pass(page, 62000);
  assert.equal(await is_open(), false, 'a forgotten panel closes by itself');
  assert.equal(await phase_of(page), 'attract');
});

kiosk_test('from every state a keyboard reaches the staff’s panel, and leaving ends the kiosk', {}, async ({ page }) => {
  for (const bring of [() => {}, () => wake(page), async () => (await wake(page), pass(page, 61000))]) {
    await bring();
    await page.keyboard.press('Control+Alt+KeyK');
    await pass(page, 100);
    assert.equal(await page.locator('#staff-panel').isVisible(), true);
    await page.locator('#staff-close').tap();
    await pass(page, 100000);
    assert.equal(await phase_of(page), 'attract');
  }
  await page.keyboard.press('Control+Alt+KeyK');
  await pass(page, 100);
  await page.locator('#staff-leave').click();
  await pass(page, 500);
  assert.equal(await attribute(page, 'data-mode'), 'explore');
  assert.equal(await attribute(page, 'data-phase'), null);
  assert.equal(await fragment_of(page), '');
  assert.equal(await page.locator('#leave').isVisible(), true);
  assert.equal(await page.evaluate(() => history.state && history.state.kiosk), undefined);
  assert.equal(await is_prevented(page, '#text', 'contextmenu'), false);
});

// ---- Contents beside the page
// A translation of what the page came with: its ids are the same.
const french = () => ({ ...brief, language: 'fr', language_name: 'Français', title: 'Les lois et les travailleuses du sexe' });
const other = () => ({ ...read_content(example_file), language: 'en', language_name: 'English', kiosk: { idle_secs: 7, warning_secs: 4, step_secs: 5 } });
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
  for (const part of [brief.title, brief.nodes[0].title, brief.tour[0].title, brief.tour[0].text]) assert.ok(!text.includes(part), part);
  assert.equal(await page.locator('.part-emblem').count(), 0);
}

for (const kind of ['disk', 'host']) {
  test(`from a ${kind}, languages stand in the header by their own names, and the next visitor has the first one`, async () => {
    const { page, close, problems } = await open_beside(kind, { 'brief.fr.json': french() }, { settings: 'editions=brief.fr.json&pace=3600' });
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

  test(`from a ${kind}, another content takes the place of the built one, and a saved change comes between visitors`, async () => {
    const { page, put, close } = await open_beside(kind, { 'other.json': other() }, { settings: 'editions=other.json' });
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
    assert.equal((await log_of(page)).filter((entry) => entry.includes('was taken')).length, taken.length, 'the same bytes are no news');
    await close();
  });

  test(`from a ${kind}, without a content of its own it shows nothing of the built one, says what is wrong, and goes on by itself`, async () => {
    const { page, put, close } = await open_beside(kind, { 'other.json': broken() }, { settings: 'editions=other.json,missing.json' });
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
  const { page, close } = await open_beside('disk', { 'other.json': other() }, { settings: 'editions=other.json', leave: [] });
  await page.clock.resume();
  await page.waitForSelector('.part-waiting-files');
  assert.match(await page.locator('#waiting').innerText(), /--allow-file-access-from-files/);
  assert.match((await log_of(page)).join('\n'), /--allow-file-access-from-files/);
  await close();
});

// ---- Fingers
const small_targets = (page) => page.evaluate(() => {
  const found = [];
  for (const control of document.querySelectorAll('a[href], button, summary')) {
    if (!control.checkVisibility() || control.matches('[data-node], .part-skip')) continue;
    control.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = control.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const hits = (at_x, at_y) => {
      const hit = document.elementFromPoint(at_x, at_y);
      return hit !== null && (hit === control || control.contains(hit));
    };
    const [half_w, half_h] = [Math.max(box.width / 2, 30) - 2, Math.max(box.height / 2, 30) - 2];
    if (!hits(x, y - half_h) || !hits(x, y + half_h) || !hits(x - half_w, y) || !hits(x + half_w, y)) found.push(`${control.id || control.textContent.slice(0, 30)} ${box.width.toFixed(0)}x${box.height.toFixed(0)}: ${[hits(x, y - half_h), hits(x, y + half_h), hits(x - half_w, y), hits(x + half_w, y)]}`);
  }
  return found;
});
// Where the layout leaves no 60 px: the design's 44, and on a small screen the 24 of WCAG 2.2.
for (const [name, width, height, least] of [['a wide screen', 1920, 1080, 44], ['an upright screen', 1080, 1920, 60], ['a small wide screen', 1366, 768, 24], ['a very large screen', 3840, 2160, 60]]) {
  kiosk_test(`targets on ${name} have 60 px, cards what the layout leaves them`, { viewport: { width, height } }, async ({ page }) => {
    assert.ok(await page.locator('#attract-pause').evaluate((button) => button.getBoundingClientRect().height >= 60));
    await wake(page);
    const cards = await page.locator('[data-node]').evaluateAll((list) => list.map((card) => card.getBoundingClientRect()).map(({ x, y, width: w, height: h }) => ({ x, y, w, h })));
    const smallest = Math.min(...cards.map((card) => card.h));
    console.log(`      ${width}x${height}: cards from ${smallest.toFixed(1)} px, median ${cards.map((card) => card.h).sort((a, b) => a - b)[cards.length >> 1].toFixed(1)} px high, ${Math.min(...cards.map((card) => card.w)).toFixed(0)} px wide`);
    assert.ok(smallest >= least, `a card has ${smallest} px`);
    for (const a of cards) for (const b of cards) if (a !== b) assert.ok(a.x + a.w <= b.x + 0.1 || b.x + b.w <= a.x + 0.1 || a.y + a.h <= b.y + 0.1 || b.y + b.h <= a.y + 0.1, 'two areas overlap');
    assert.deepEqual(await small_targets(page), []);
    await page.evaluate(() => scrollTo(0, 0));
    await page.locator('[data-node]').nth(3).tap();
    await pass(page, 500);
    if (await page.locator('#sheet').isVisible()) await page.locator('#sheet').tap();
    assert.deepEqual(await small_targets(page), []);
    await page.evaluate(() => scrollTo(0, 0));
    await page.locator('#tour').tap();
    await pass(page, 500);
    assert.deepEqual(await small_targets(page), []);
    await pass(page, 61000);
    assert.deepEqual(await page.locator('#stay').evaluate((button) => button.getBoundingClientRect().height >= 60), true);
  });
}
