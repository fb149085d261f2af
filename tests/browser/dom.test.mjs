// What the page says, and where its controls stand, is what the core says: its items against `throughline render`, its
// pixels against the core's Scene.
import assert from 'node:assert/strict';
import { card_offsets, ink_of, within_px } from './image.mjs';
import { assert_same_page, long_phone, phone, picture_of, read_dom, rest, stage_size, wide } from './page.mjs';
import { page_test } from './page_test.mjs';
import { brief, brief_file, page_of, scene_of, tool } from './tool.mjs';

// One of each lane, so that every kind of panel is seen.
const samples = brief.lanes.map((lane) => brief.nodes.filter((node) => node.lane === lane.id)[1].id);
const forms = [['wide', wide], ['tall', phone]];

async function check_page(page, form, view) {
  await rest(page);
  assert_same_page(await read_dom(page), page_of({ view, form, stage: await stage_size(page) }));
}

for (const [form, size] of forms) {
  page_test(`the page's items are the core's: the whole, selected nodes and steps of the tour, ${form}`, size, async ({ page }) => {
    await check_page(page, form, '');
    const order = await page.locator('[data-node]').evaluateAll((list) => list.map((element) => element.dataset.node));
    const drawn = tool('layout', brief_file, '--form', form).split('\n').filter((line) => line.startsWith('card ')).map((line) => line.split(' ')[1]);
    assert.deepEqual(order, drawn, 'the buttons come in the order in which the cards are read');
    for (const id of samples) {
      await page.evaluate((fragment) => (location.hash = fragment), id);
      await check_page(page, form, id);
      assert.equal(await page.locator('[aria-pressed="true"][data-node]').getAttribute('data-node'), id);
    }
    for (const step of [1, 5, brief.tour.length]) {
      await page.evaluate((fragment) => (location.hash = fragment), `step=${step}`);
      await check_page(page, form, `step=${step}`);
    }
  });
}

// A page is opened with the stage of the whole, and takes that of the view one frame later.
for (const view of [`${samples[2]}&zoom=2&at=0.4,0.6`, 'step=3&zoom=2&at=0.4,0.6']) {
  page_test(`a shared place stands where the core says: #${view}, tall`, { ...phone, fragment: view }, ({ page }) => check_page(page, 'tall', view));
}

// ---- The canvas.
const buttons_of = (page) => page.locator('[data-node]').evaluateAll((list) => {
  const stage = document.getElementById('stage').getBoundingClientRect();
  return list.map((element) => {
    const box = element.getBoundingClientRect();
    const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return { node: element.dataset.node, rect: { x: box.x - stage.x, y: box.y - stage.y, w: box.width, h: box.height }, hit: hit && hit.dataset.node };
  });
});

function check_card(image, card, button, ratio) {
  const { rect } = card;
  assert.ok(['x', 'y', 'w', 'h'].every((side) => Math.abs(button.rect[side] - rect[side]) <= 1), `the button of ${card.node} stands at ${JSON.stringify(button.rect)}, its card at ${JSON.stringify(rect)}`);
  assert.equal(button.hit, card.node, `what is hit in the middle of ${card.node}`);
  const offsets = card_offsets(image, card, ratio);
  assert.ok(offsets, `the card of ${card.node} is not drawn at ${JSON.stringify(rect)}`);
  assert.ok(offsets.every((by) => Math.abs(by) <= within_px), `the card of ${card.node} is drawn beside its button by ${offsets.map((by) => by.toFixed(2))}`);
  for (const line of card.lines) check_words(image, line, card.fill, ratio, rect.x + rect.w - 4 - line.x);
}

function check_words(image, line, background, ratio, width) {
  const per_letter = ink_of(image, line, background, ratio, width) / (line.text.replace(/ /g, '').length * line.size * line.size);
  assert.ok(per_letter > 0.04 && per_letter < 0.22, `"${line.text}" has ${per_letter.toFixed(3)} of its letters' squares inked`);
}

for (const [form, size] of [['wide', wide], ['tall', long_phone]]) {
  for (const view of ['', samples[2], 'step=4', 'theme=dark']) {
    page_test(`each button stands on its drawn card, which has its words in it: #${view}, ${form}`, { ...size, fragment: view }, async ({ page }) => {
      await rest(page);
      const ratio = size.deviceScaleFactor || 1;
      const scene = scene_of({ view, form, stage: await stage_size(page) });
      const buttons = await buttons_of(page);
      const image = await picture_of(page);
      assert.equal(buttons.length, scene.cards.length);
      for (const card of scene.cards) check_card(image, card, buttons.find(({ node }) => node === card.node), ratio);
      for (const label of scene.labels) check_words(image, label, scene.background, ratio, label.text.length * label.size * 0.7);
    });
  }
}
