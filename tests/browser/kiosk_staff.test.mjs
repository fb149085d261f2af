// The staff's way into a kiosk, and out of it.
import assert from 'node:assert/strict';
import { is_prevented, pass, phase_of, press_corners, wake } from './kiosk.mjs';
import { kiosk_test } from './kiosk_test.mjs';
import { attribute, fragment_of, look_at_no_pixel } from './page.mjs';

look_at_no_pixel();

kiosk_test('four corners clockwise open the panel of the staff, and nothing else does', {}, async ({ page }) => {
  const is_open = () => page.locator('#staff-panel').isVisible();
  for (const [order, between_ms] of [
    [[0, 3, 2, 1], 500],
    [[1, 2, 3, 0], 500],
    [[0, 1, 1, 2, 3], 500],
    [[0, 1, 2], 500],
    [[0, 1, 2, 3], 3000],
  ]) {
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

kiosk_test(
  'from every state a keyboard reaches the staff’s panel, and leaving ends the kiosk',
  {},
  async ({ page }) => {
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
  }
);
