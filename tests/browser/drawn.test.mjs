// What comes and goes in the drawn diagram: a preview under the mouse and at the focus, the inspector.
import assert from 'node:assert/strict';
import { color_of, difference, ink_of } from './image.mjs';
import { await_fragment, picture_of, rest } from './page.mjs';
import { page_test } from './page_test.mjs';
import { brief, parse_scene, replay } from './tool.mjs';

const node = brief.nodes[8];

page_test('a hover shows the preview that the core has, and leaving takes it away', {}, async ({ page }) => {
  const card = await page.locator(`[data-node="${node.id}"]`).boundingBox();
  const before = await picture_of(page);
  await page.mouse.move(card.x + card.width / 2, card.y + card.height / 2);
  await rest(page);
  const scene = parse_scene(replay(await page.evaluate(() => throughline.recording())), brief);
  assert.equal(scene.previews.length, 1);
  const [{ rect, lines }] = scene.previews;
  assert.equal(lines.map((line) => line.text).join(' '), node.text);
  const image = await picture_of(page);
  assert.ok(difference(image.at(rect.x + 5, rect.y + rect.h / 2), color_of('#ffffff')) < 4, 'the preview is a card of its own');
  for (const line of lines) {
    const per_letter = ink_of(image, line, '#ffffff', 1, rect.x + rect.w - 4 - line.x) / (line.text.length * line.size * line.size);
    assert.ok(per_letter > 0.04 && per_letter < 0.2, `"${line.text}" is not written in the preview: ${per_letter}`);
  }
  await page.mouse.move(card.x + card.width / 2, 20);
  await rest(page);
  const after = await picture_of(page);
  for (let x = rect.x; x < rect.x + rect.w; x += 3) for (let y = rect.y; y < rect.y + rect.h; y += 3) assert.deepEqual(after.at(x, y), before.at(x, y));
});

page_test('a node that the keyboard reaches has its preview', {}, async ({ page }) => {
  const plain = await picture_of(page);
  await page.keyboard.press('Tab'); // a keyboard is in use
  await page.locator('[data-node]').first().focus();
  await rest(page);
  const previewed = await picture_of(page);
  let changed = 0;
  for (let x = 0; x < plain.width; x += 4) for (let y = 0; y < plain.height; y += 4) changed += difference(plain.at(x, y), previewed.at(x, y)) > 8;
  assert.ok(changed > 500, `${changed} places have changed`);
});

page_test('F1 opens and closes the inspector, which is drawn in the canvas and is part of the address', {}, async ({ page }) => {
  const before = await picture_of(page);
  await page.keyboard.press('F1');
  await rest(page);
  await await_fragment(page, 'inspect');
  const open = await picture_of(page);
  assert.ok(difference(open.at(16, 60), before.at(16, 60)) > 100, 'the inspector is drawn');
  await page.keyboard.press('F1');
  await rest(page);
  const closed = await picture_of(page);
  for (let x = 0; x < closed.width; x += 5) for (let y = 0; y < closed.height; y += 5) assert.deepEqual(closed.at(x, y), before.at(x, y));
});
