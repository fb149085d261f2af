// The diagram at every size and density, written to build/screenshots/ for people to look at, and checked for what a
// machine can see: one canvas pixel for each pixel of the screen, and words with hard edges.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { card_offsets, sharpness_of, within_px } from './image.mjs';
import {
  long_phone,
  phone,
  picture_of,
  rest,
  settled_fragment,
  show,
  stage_of,
  stage_size,
  attribute,
} from './page.mjs';
import { page_test } from './page_test.mjs';
import { brief, scene_of, source_folder } from './tool.mjs';

const screenshots = path.join(source_folder, 'build/screenshots');
mkdirSync(screenshots, { recursive: true });

const at = (width, height, deviceScaleFactor = 1) => ({ viewport: { width, height }, deviceScaleFactor });
const links_of = (id) => brief.links.filter((link) => link.from === id || link.to === id).length;
const busiest = brief.nodes.map((node) => node.id).sort((a, b) => links_of(b) - links_of(a))[0];
const light = [['light', '']];
const themes = [...light, ['dark', 'theme=dark']];
const views = [...themes, ['selected', busiest], ['mid-tour', 'step=5'], ['zoomed', `${busiest}&zoom=1.8&at=0.3,0.4`]];
const sizes = [
  ['1280x720', at(1280, 720), themes],
  ['1440x900', at(1440, 900), light],
  ['1440x900@1.5', at(1440, 900, 1.5), light],
  ['1440x900@2', at(1440, 900, 2), views],
  ['1440x900@3', at(1440, 900, 3), light],
  ['1920x1080', at(1920, 1080), themes],
  ['2560x1440', at(2560, 1440), light],
  ['390x844@3', phone, views],
];

// As many pixels as the stage has on the screen, up to what the bridge grants a canvas.
const most_pixels = 8.4e6;

async function check_canvas(page, ratio) {
  const stage = await stage_of(page);
  const canvas = await page.evaluate(() => [
    document.getElementById('canvas').width,
    document.getElementById('canvas').height,
  ]);
  const granted = Math.min(ratio, Math.sqrt(most_pixels / (stage.w * stage.h)));
  const expected = [Math.round(stage.w * granted), Math.round(stage.h * granted)];
  assert.ok(
    canvas.every((pixels, i) => Math.abs(pixels - expected[i]) <= 1),
    `the canvas has ${canvas} pixels, the stage ${expected}`
  );
}

// A word whose stems all stand on halves of a pixel has 0.6 and is none the worse for it, so three quarters must have
// this. The browser's own text has 0.85 to 1; of a picture that is stretched by one pixel most lines have less than
// 0.65.
const hard_edge = 0.8;

function check_words(image, scene, ratio) {
  const stage = { w: image.width / ratio, h: image.height / ratio };
  const found = [];
  for (const card of scene.cards) {
    for (const line of card.lines) {
      const width = card.rect.x + card.rect.w - 4 - line.x;
      if (line.x < 0 || line.x + width > stage.w || line.y - line.size < 0 || line.y + line.size > stage.h) continue;
      found.push([sharpness_of(image, line, card.fill, ratio, width), line.text]);
    }
  }
  found.sort(([a], [b]) => a - b);
  const [sharpness, text] = found[Math.floor(found.length / 4)] || [];
  assert.ok(sharpness > hard_edge, `"${text}" and a quarter of all lines are soft: ${sharpness?.toFixed(2)}`);
  return found.length;
}

for (const [name, size, shown] of sizes) {
  page_test(`sharp at ${name}: ${shown.map(([what]) => what).join(', ')}`, size, async ({ page }) => {
    const ratio = size.deviceScaleFactor;
    const form = size === phone ? 'tall' : 'wide';
    for (const [what, view] of shown) {
      await page.setViewportSize(size.viewport);
      await show(page, view);
      await page.screenshot({ path: path.join(screenshots, `${name}-${what}.png`) });
      assert.equal(await attribute(page, 'data-theme'), what === 'dark' ? 'dark' : 'light');
      await check_canvas(page, ratio);
      if (form === 'tall') {
        await page.setViewportSize(long_phone.viewport);
        await rest(page);
      }
      const scene = scene_of({ view, form, stage: await stage_size(page) });
      const seen = check_words(await picture_of(page), scene, ratio);
      assert.ok(
        seen >= (what === 'zoomed' || form === 'tall' ? 5 : brief.nodes.length),
        `${seen} lines were looked at`
      );
    }
  });
}

page_test("a browser's zoom, which changes size and density at once, is followed", at(2560, 1440), async ({ page }) => {
  const session = await page.context().newCDPSession(page);
  for (const [width, height, ratio] of [
    [1280, 720, 2],
    [1708, 960, 1.5],
    [856, 480, 3],
    [2560, 1440, 1],
  ]) {
    await session.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: ratio,
      mobile: false,
    });
    await rest(page);
    await check_canvas(page, ratio);
  }
});

page_test('a change of size is followed, from wide to tall and back', at(1440, 900), async ({ page }) => {
  for (const [width, height, form] of [
    [1280, 720, 'wide'],
    [390, 2400, 'tall'],
    [540, 3600, 'tall'],
    [1440, 900, 'wide'],
  ]) {
    await page.setViewportSize({ width, height });
    await rest(page);
    assert.equal(await attribute(page, 'data-form'), form);
    await check_canvas(page, 1);
    const scene = scene_of({ form, stage: await stage_size(page) });
    const image = await picture_of(page);
    for (const card of scene.cards)
      assert.ok(
        card_offsets(image, card, 1)?.every((by) => Math.abs(by) <= within_px),
        `${card.node} at ${width}x${height}`
      );
  }
});

page_test(
  'while zooming, words stay where they are, and are sharp again when it has come to rest',
  { ...at(1440, 900, 2), reducedMotion: 'no-preference' },
  async ({ page }) => {
    const { x, y, w, h } = await stage_of(page);
    await page.mouse.move(x + w / 2, y + h / 2);
    for (let i = 0; i < 6; ++i) await page.mouse.wheel(0, -60);
    await rest(page);
    const view = await settled_fragment(page);
    await page.mouse.move(5, 5);
    await rest(page);
    const scene = scene_of({ view, stage: await stage_size(page) });
    const image = await picture_of(page);
    const seen = check_words(image, scene, 2);
    assert.ok(seen >= 5, `${seen} lines were looked at`);
  }
);
