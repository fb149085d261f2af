// Makes tests/replay/session.txt anew: a visit by mouse, keys and fingers in Chromium, as the page itself records it.
//   npm --prefix tests/browser run record
// and then the tests once with THROUGHLINE_UPDATE_GOLDENS=1.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { close_browser, open, rest, stage_of, wide } from './page.mjs';
import { source_folder } from './tool.mjs';

const { page } = await open({ ...wide, hasTouch: true, reducedMotion: 'no-preference' });
const session = await page.context().newCDPSession(page);
const touch = (type, ...points) =>
  session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
const node = (i) => page.locator('[data-node]').nth(i);
const middle_of = async (locator) => {
  const box = await locator.boundingBox();
  return [box.x + box.width / 2, box.y + box.height / 2];
};
const press = async (...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};

// Looking around.
const stage = await stage_of(page);
const [x, y] = [stage.x + stage.w / 2, stage.y + stage.h / 2];
await page.mouse.move(stage.x + 20, stage.y + 20);
await page.mouse.move(stage.x + stage.w - 20, stage.y + stage.h - 40, { steps: 60 });
await page.mouse.move(...(await middle_of(node(8))), { steps: 10 });
await node(8).click();
await rest(page);
await page.mouse.move(...(await middle_of(node(20))), { steps: 10 });
await node(20).click();
await page.locator('#panel a').first().click();
await rest(page);
await press('Escape');

// Wheel and drag.
await page.mouse.move(x, y);
for (const delta of [-120, -120, -60, 40]) await page.mouse.wheel(0, delta);
await rest(page);
await page.mouse.down();
await page.mouse.move(x - 140, y - 90, { steps: 20 });
await page.mouse.move(x + 60, y + 30, { steps: 20 });
await page.mouse.up();
await press('+', 'ArrowLeft', 'ArrowDown', '-', '0');
await rest(page);

// Keys and focus.
await page.locator('#leave').focus();
for (let i = 0; i < 12; ++i) await press('Tab');
await press('Enter', 'Shift+Tab', ' ');
await rest(page);
await press('F1', 'F1', 'Escape');

// The tour, by button and key, in another size and the other theme.
await page.locator('#tour').click();
await page.locator('#tour-next').click();
await press('n', 'n', 'p');
await page.setViewportSize({ width: 1280, height: 720 });
await rest(page);
await page.locator('#theme').click();
await page.locator('#zoom-in').click();
await rest(page);
await page.locator('#fit').click();
await page.locator('#tour-end').click();

// By address, and a file that is no brief.
await page.evaluate(
  (id) => (location.hash = `${id}&zoom=2&at=0.4,0.6&theme=dark`),
  await node(12).getAttribute('data-node')
);
await rest(page);
await page
  .locator('input[type=file]')
  .setInputFiles({ name: 'no brief.json', mimeType: 'application/json', buffer: Buffer.from('{ "title": 1 }') });
await page.locator('#mistakes-dismiss').click();
await page.evaluate(() => (location.hash = ''));
await rest(page);

// Fingers: a touch that is cancelled, a pinch, a tap.
const [tx, ty] = await middle_of(node(3));
await touch('touchStart', [tx, ty]);
await touch('touchMove', [tx + 3, ty + 1]);
await touch('touchCancel');
await touch('touchStart', [x - 30, y]);
await touch('touchStart', [x - 30, y], [x + 30, y]);
for (let spread = 34; spread < 80; spread += 4) await touch('touchMove', [x - spread, y], [x + spread, y - 5]);
await touch('touchEnd');
await rest(page);
await page.locator('#fit').click();
await rest(page);
await page.touchscreen.tap(tx, ty);
await rest(page);

// The tall form: a path alone, everything, the whole.
await page.setViewportSize({ width: 390, height: 844 });
await rest(page);
await page.locator('#extent').tap();
await rest(page);
await page.locator('#whole').tap();
await rest(page);
await node(5).tap();
await rest(page);

const recording = await page.evaluate(() => throughline.recording());
writeFileSync(path.join(source_folder, 'tests/replay/session.txt'), recording);
console.log(`${recording.trim().split('\n').length} inputs`);
await close_browser();
