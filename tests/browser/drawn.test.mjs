// The drawn diagram against the core's Scene: every card below its button, and what comes and goes: a preview under the
// mouse and at the focus, the inspector.
import assert from 'node:assert/strict';
import { card_offsets, check_written, color_of, difference, within_px } from './image.mjs';
import { await_fragment, long_phone, picture_of, rest, show, stage_size, wide } from './page.mjs';
import { page_test } from './page_test.mjs';
import { brief, parse_scene, replay, scene_of } from './tool.mjs';

const node = brief.nodes[8];

const buttons_of = (page) =>
  page.locator('[data-node]').evaluateAll((list) => {
    const stage = document.getElementById('stage').getBoundingClientRect();
    return list.map((element) => {
      const box = element.getBoundingClientRect();
      const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return {
        node: element.dataset.node,
        rect: { x: box.x - stage.x, y: box.y - stage.y, w: box.width, h: box.height },
        hit: hit && hit.dataset.node,
      };
    });
  });

function check_card(image, card, button, ratio) {
  const { rect } = card;
  assert.ok(
    ['x', 'y', 'w', 'h'].every((side) => Math.abs(button.rect[side] - rect[side]) <= 1),
    `the button of ${card.node} stands at ${JSON.stringify(button.rect)}, its card at ${JSON.stringify(rect)}`
  );
  assert.equal(button.hit, card.node, `what is hit in the middle of ${card.node}`);
  const offsets = card_offsets(image, card, ratio);
  assert.ok(offsets, `the card of ${card.node} is not drawn at ${JSON.stringify(rect)}`);
  assert.ok(
    offsets.every((by) => Math.abs(by) <= within_px),
    `the card of ${card.node} is drawn beside its button by ${offsets.map((by) => by.toFixed(2))}`
  );
  for (const line of card.lines) check_written(image, line, card.fill, ratio, rect.x + rect.w - 4 - line.x);
}

for (const [form, size] of [
  ['wide', wide],
  ['tall', long_phone],
]) {
  page_test(`each button stands on its drawn card, which has its words in it, ${form}`, size, async ({ page }) => {
    for (const view of ['', node.id, 'step=4', 'theme=dark']) {
      await show(page, view);
      const ratio = size.deviceScaleFactor || 1;
      const scene = scene_of({ view, form, stage: await stage_size(page) });
      const buttons = await buttons_of(page);
      const image = await picture_of(page);
      assert.equal(buttons.length, scene.cards.length, view);
      for (const card of scene.cards)
        check_card(
          image,
          card,
          buttons.find(({ node: id }) => id === card.node),
          ratio
        );
      for (const label of scene.labels)
        check_written(image, label, scene.background, ratio, label.text.length * label.size * 0.7);
    }
  });
}

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
  assert.ok(
    difference(image.at(rect.x + 5, rect.y + rect.h / 2), color_of('#ffffff')) < 4,
    'the preview is a card of its own'
  );
  for (const line of lines) check_written(image, line, '#ffffff', 1, rect.x + rect.w - 4 - line.x);
  await page.mouse.move(card.x + card.width / 2, 20);
  await rest(page);
  const after = await picture_of(page);
  for (let x = rect.x; x < rect.x + rect.w; x += 3)
    for (let y = rect.y; y < rect.y + rect.h; y += 3) assert.deepEqual(after.at(x, y), before.at(x, y));
});

page_test('a node that the keyboard reaches has its preview', {}, async ({ page }) => {
  const plain = await picture_of(page);
  await page.keyboard.press('Tab'); // a keyboard is in use
  await page.locator('[data-node]').first().focus();
  await rest(page);
  const previewed = await picture_of(page);
  let changed = 0;
  for (let x = 0; x < plain.width; x += 4)
    for (let y = 0; y < plain.height; y += 4) changed += difference(plain.at(x, y), previewed.at(x, y)) > 8;
  assert.ok(changed > 500, `${changed} places have changed`);
});

page_test(
  'F1 opens and closes the inspector, which is drawn in the canvas and is part of the address',
  {},
  async ({ page }) => {
    const before = await picture_of(page);
    await page.keyboard.press('F1');
    await rest(page);
    await await_fragment(page, 'inspect');
    const open = await picture_of(page);
    assert.ok(difference(open.at(16, 60), before.at(16, 60)) > 100, 'the inspector is drawn');
    await page.keyboard.press('F1');
    await rest(page);
    const closed = await picture_of(page);
    for (let x = 0; x < closed.width; x += 5)
      for (let y = 0; y < closed.height; y += 5) assert.deepEqual(closed.at(x, y), before.at(x, y));
  }
);
