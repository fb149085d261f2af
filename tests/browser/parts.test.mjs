// The third parties do what the architecture says they do: taking one of them out turns the test of its name red.
import assert from 'node:assert/strict';
import { ink_of } from './image.mjs';
import { picture_of, rest, stage_size } from './page.mjs';
import { page_test } from './page_test.mjs';
import { scene_of } from './tool.mjs';

const describe = (page) => page.evaluate(() => throughline.describe());

page_test('SDL2 makes the window and the WebGL2 context', {}, async ({ page }) => {
  const { sdl, video } = await describe(page);
  assert.match(sdl, /^2\.\d+\.\d+$/);
  assert.equal(video, 'emscripten', 'SDL has a video driver running, so the window and the context are its own');
  // Whatever SDL made, it made a WebGL2 context on the page's canvas: asking for another kind gives none.
  assert.ok(
    await page.evaluate(() => document.getElementById('canvas').getContext('webgl2') instanceof WebGL2RenderingContext)
  );
  assert.equal(await page.evaluate(() => document.getElementById('canvas').getContext('2d')), null);
});

page_test('SDL2 owns no keys, pointers, focus or title of the page', {}, async ({ page }) => {
  const canvas = page.locator('canvas');
  assert.equal(await canvas.getAttribute('aria-hidden'), 'true');
  assert.equal(await canvas.evaluate((element) => getComputedStyle(element).pointerEvents), 'none');
  assert.equal(await canvas.getAttribute('tabindex'), null);
  assert.equal(await canvas.evaluate((element) => element.style.cursor), '');
});

page_test('Dear ImGui writes the labels', {}, async ({ page }) => {
  const { imgui } = await describe(page);
  assert.match(imgui, /^1\.9[2-9]/);
  await rest(page);
  const scene = scene_of({ stage: await stage_size(page) });
  const image = await picture_of(page);
  for (const card of scene.cards) {
    for (const line of card.lines)
      assert.ok(
        ink_of(image, line, card.fill, 1, card.rect.x + card.rect.w - 4 - line.x) > line.size * line.size * 0.1,
        `"${line.text}" is not written`
      );
  }
});

page_test('nlohmann_json reads the content, with its limits', {}, async ({ page }) => {
  const deep = `${'['.repeat(40)}${']'.repeat(40)}`;
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'deep.json', mimeType: 'application/json', buffer: Buffer.from(deep) });
  await page.getByRole('alert').getByRole('heading').waitFor();
  assert.ok((await page.locator('#mistakes li').count()) > 0);
});
