// A phone in one hand: the sheet never hides what it speaks of, whatever the phone's size and the reader's words, and
// what is pressed most is within a thumb's reach.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { attribute, close_browser, look_at_no_pixel, open, phone, rest, stage_size } from './page.mjs';
import { brief, scene_of } from './tool.mjs';

look_at_no_pixel();

after(close_browser);

const sizes = [
  [320, 640],
  [360, 740],
  [390, 844],
  [430, 932],
  [768, 1024],
  [1080, 1920],
];
// The first and the last card, and one with many connections.
const nodes = [brief.nodes[0].id, 'third-parties', brief.nodes.at(-1).id];

const large_words = async (page) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.enable');
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
};

// Where the selected card lies, and between what it should: the header's end and the sheet's top.
const places = (page) =>
  page.evaluate(() => {
    const card = document.querySelector('[data-node][aria-pressed="true"]').getBoundingClientRect();
    return {
      top: card.top,
      bottom: card.bottom,
      from: document.querySelector('header').getBoundingClientRect().bottom,
      to: document.getElementById('dock').getBoundingClientRect().top,
    };
  });

async function check_in_sight(page, what) {
  await rest(page);
  const { top, bottom, from, to } = await places(page);
  assert.ok(
    top >= from - 1 && bottom <= to + 1,
    `${what}: the card from ${top} to ${bottom}, what is free from ${from} to ${to}`
  );
}

for (const [width, height] of sizes) {
  test(`the chosen card is between header and sheet, the sheet closed or open, at ${width}x${height}`, async () => {
    const { page, context } = await open({ ...phone, deviceScaleFactor: 1, viewport: { width, height } });
    for (const id of nodes) {
      await page.evaluate((of) => document.querySelector(`[data-node="${of}"]`).click(), id);
      await check_in_sight(page, id);
      await page.click('#sheet', { position: { x: 3, y: 3 } });
      await check_in_sight(page, `${id}, the sheet open`);
      await page.click('#sheet', { position: { x: 3, y: 3 } });
      await page.click('#whole');
      await rest(page);
    }
    await context.close();
  });
}

test('with words twice as large the chosen card is seen too', async () => {
  const { page, context } = await open({ ...phone, deviceScaleFactor: 1, prepare: large_words });
  for (const id of nodes) {
    await page.evaluate((of) => document.querySelector(`[data-node="${of}"]`).click(), id);
    await check_in_sight(page, id);
    await page.click('#whole');
    await rest(page);
  }
  await context.close();
});

test('what is pressed most lies in the lower half of a phone, in every state', async () => {
  for (const [fragment, ids] of [
    ['', ['sheet', 'tour', 'read-text']],
    [nodes[1], ['sheet', 'tour', 'whole']],
    ['step=3', ['sheet', 'tour-back', 'tour-next', 'tour-end']],
  ]) {
    const { page, context } = await open({ ...phone, fragment });
    await rest(page);
    for (const id of ids) {
      const box = await page.locator(`#${id}`).boundingBox();
      assert.ok(box.y > 844 / 2 && box.y + box.height <= 844, `${id} from ${box.y} to ${box.y + box.height}`);
    }
    await context.close();
  }
});

test('words in the diagram are 14 px or more on every phone', async () => {
  for (const [width, height] of sizes) {
    const { page, context } = await open({ ...phone, deviceScaleFactor: 1, viewport: { width, height } });
    await rest(page);
    assert.equal(await attribute(page, 'data-form'), 'tall');
    const { cards } = scene_of({ form: 'tall', stage: await stage_size(page) });
    for (const { node, lines } of cards)
      for (const { text, size } of lines) assert.ok(size >= 13.95, `${width} px: "${text}" of ${node} has ${size} px`);
    await context.close();
  }
});

test("a pinch over a phone's diagram zooms it, and a swipe with one finger then moves it", async () => {
  const { page, context } = await open({ ...phone, deviceScaleFactor: 1 });
  await rest(page);
  const session = await context.newCDPSession(page);
  const touch = (type, ...points) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  const box_of = () =>
    page.evaluate(() => {
      const { x, y, width } = document.querySelector('[data-node]').getBoundingClientRect();
      return { x, y, width: width * visualViewport.scale };
    });
  const before = await box_of();
  await touch('touchStart', [160, 250]);
  await touch('touchStart', [160, 250], [230, 250]);
  for (const by of [10, 20, 30, 40, 50, 60]) await touch('touchMove', [160 - by, 250], [230 + by, 250]);
  await touch('touchEnd');
  await rest(page);
  const zoomed = await box_of();
  assert.ok(zoomed.width > before.width * 1.5, `${before.width} px became ${zoomed.width} px`);
  assert.equal(await attribute(page, 'data-selected'), '', 'and chooses nothing');
  await touch('touchStart', [200, 300]);
  for (const by of [10, 30, 50, 70]) await touch('touchMove', [200 - by, 300]);
  await touch('touchEnd');
  await rest(page);
  assert.ok((await box_of()).x < zoomed.x - 20, 'sideways too');
  await context.close();
});
