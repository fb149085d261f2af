// No way out of a kiosk: not by a gesture, a key, a link or a file, with and without an engine.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { broad, is_prevented, open_kiosk, pass, pinch, swipe, wake } from './kiosk.mjs';
import { kiosk_test, places_of_page } from './kiosk_test.mjs';
import { attribute, fragment_of, look_at_no_pixel, open, wait_for_state } from './page.mjs';
import { example_file, read_content } from './tool.mjs';

look_at_no_pixel();

const places = places_of_page();

async function press_back(page) {
  const session = await page.context().newCDPSession(page);
  for (const type of ['mousePressed', 'mouseReleased'])
    await session.send('Input.dispatchMouseEvent', { type, x: 500, y: 500, button: 'back', clickCount: 1 });
  await session.detach();
}

async function try_to_leave(page, context) {
  const url = page.url();
  const outside = await page.evaluate(() =>
    Array.from(document.querySelectorAll('a[href]'))
      .filter((link) => !link.getAttribute('href').startsWith('#') && link.checkVisibility())
      .map((link) => link.href)
  );
  assert.deepEqual(outside, []);
  assert.equal(await page.locator('input, form, iframe, #print, [target]:not(#leave)').count(), 0);
  await page.evaluate(() => (window.open = () => (window.was_opened = true)));
  await page.evaluate(() => (window.print = () => (window.was_printed = true)));
  for (const type of ['contextmenu', 'dragstart', 'selectstart', 'gesturestart', 'auxclick'])
    assert.ok(await is_prevented(page, '#text', type), type);
  assert.ok(await is_prevented(page, '#text', 'wheel', { ctrlKey: true, deltaY: 100 }), 'zooming with the wheel');
  assert.ok(await is_prevented(page, '#text', 'mouseup', { button: 3 }), 'the back button of a mouse');
  for (const key of ['p', 's', 'o', 'u', 'f', 'n', 't', 'w', '+', '-', '0', 'ArrowLeft']) {
    for (const held of ['ctrlKey', 'metaKey', 'altKey'])
      assert.ok(await is_prevented(page, 'body', 'keydown', { key, [held]: true }), `${held} ${key}`);
  }
  for (const key of [
    'F1',
    'F3',
    'F6',
    'F7',
    'F11',
    'F12',
    'Backspace',
    'ContextMenu',
    'BrowserBack',
    'BrowserHome',
    'LaunchMail',
  ])
    assert.ok(await is_prevented(page, 'body', 'keydown', { key }), key);
  for (let i = 0; i < 9; ++i) await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => 'leaving' in document.documentElement.dataset), false);
  await page.evaluate(() => document.getElementById('leave') && document.getElementById('leave').click());
  for (const options of [{ button: 'middle' }, { modifiers: ['Control'] }, { modifiers: ['Shift'] }])
    await page.locator('#text a').first().click(options);
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
  assert.deepEqual(await page.evaluate(() => [window.was_opened, window.was_printed, history.length]), [
    undefined,
    undefined,
    await page.evaluate(() => history.length),
  ]);
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
  await page.evaluate(
    async (text) => {
      const carried = new DataTransfer();
      carried.items.add(new File([text], 'other.json', { type: 'application/json' }));
      const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: carried });
      document.getElementById('stage').dispatchEvent(event);
      // Whoever had begun to read it has read it before this.
      const [file] = event.dataTransfer.files;
      for (let i = 0; i < 2; ++i) await file.arrayBuffer();
    },
    JSON.stringify(read_content(example_file))
  );
  await pass(page, 500);
  assert.equal(await page.title(), title);
  await context.close();
});

for (const [where, options] of places) {
  test(`${where}, with the engine dead the whole text leads nowhere else either`, async () => {
    const { page, context } = await open({
      ...broad,
      hasTouch: true,
      ...options(),
      fragment: 'mode=kiosk&idle=30',
      state: '',
      prepare: (opened) =>
        opened.addInitScript(() => {
          delete globalThis.WebAssembly;
          // It would load again within a second.
          const set_timeout = window.setTimeout;
          window.setTimeout = (action, ms, ...rest) => set_timeout(action, ms >= 1000 ? 1e6 : ms, ...rest);
        }),
    });
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
  for (const type of ['contextmenu', 'dragstart', 'selectstart', 'auxclick'])
    assert.equal(await is_prevented(page, '#text', type), false, type);
  for (const key of ['F12', 'Backspace', 'F5'])
    assert.equal(await is_prevented(page, 'body', 'keydown', { key }), false, key);
  assert.equal(await is_prevented(page, 'body', 'keydown', { key: 'p', ctrlKey: true }), false);
  await press_corners_of_explore(page);
  assert.equal(await page.locator('#staff-panel').count(), 0);
  assert.equal(await page.evaluate(() => history.state && history.state.kiosk), null);
  await context.close();
});
async function press_corners_of_explore(page) {
  const { width, height } = page.viewportSize();
  for (const at of [
    [3, 3],
    [width - 3, 3],
    [width - 3, height - 3],
    [3, height - 3],
  ])
    await page.touchscreen.tap(...at);
}
