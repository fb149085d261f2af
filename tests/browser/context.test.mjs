// When the graphics go away: what was drawn comes back, or the whole text stands in.
import assert from 'node:assert/strict';
import {
  attribute,
  lose_context,
  node_button,
  phone,
  picture_of,
  rest,
  restore_context,
  wait_for_state,
} from './page.mjs';
import { page_test } from './page_test.mjs';
import { brief } from './tool.mjs';

function assert_same_picture(image, other) {
  assert.deepEqual([image.width, image.height], [other.width, other.height]);
  for (let y = 0; y < image.height; ++y)
    for (let x = 0; x < image.width; ++x) {
      const [pixel, expected] = [image.at(x, y), other.at(x, y)];
      if (pixel.some((channel, i) => channel !== expected[i]))
        assert.fail(`the pixel at ${x}, ${y} is ${pixel}, it was ${expected}`);
    }
}

page_test(
  'a context that is lost and restored, five times, draws the same pixels again',
  { fragment: 'step=2' },
  async ({ page }) => {
    await rest(page);
    const before = await picture_of(page);
    for (let i = 0; i < 5; ++i) {
      await lose_context(page);
      await restore_context(page);
      await rest(page);
      assert.equal(await attribute(page, 'data-state'), 'ready');
      assert_same_picture(await picture_of(page), before);
    }
    await node_button(page, brief.nodes[3].title).click();
    await rest(page);
    assert.equal(await attribute(page, 'data-selected'), brief.nodes[3].id, 'and goes on as before');
  }
);

page_test('what is chosen while the context is lost is drawn when it is back', {}, async ({ page }) => {
  await node_button(page, brief.nodes[3].title).click();
  await rest(page);
  await page.mouse.move(1400, 20);
  await rest(page);
  const expected = await picture_of(page);
  await page.keyboard.press('Escape');
  await rest(page);
  await lose_context(page);
  await page.evaluate((id) => (location.hash = id), brief.nodes[3].id);
  await restore_context(page);
  await rest(page);
  assert.equal(await attribute(page, 'data-selected'), brief.nodes[3].id);
  await page.evaluate(() => document.activeElement.blur());
  await rest(page);
  assert_same_picture(await picture_of(page), expected);
});

async function check_whole_text(page) {
  assert.equal(await attribute(page, 'data-renderer'), 'none');
  assert.equal(await page.locator('canvas').count(), 0);
  assert.ok(await page.locator('#fallback').isVisible(), 'it says why there is no diagram to use');
  assert.equal(await page.locator('svg').filter({ visible: true }).count(), 1);
  assert.equal(await page.locator('[data-node]').count(), 0);
  const sections = await page.locator('.part-node').evaluateAll((list) => list.map((element) => element.id));
  assert.deepEqual(sections.sort(), brief.nodes.map((node) => node.id).sort());
  const link = page.locator('#leave');
  assert.equal(await link.getAttribute('href'), brief.about.exit.url);
}

page_test(
  'a context that does not come back within ten seconds leaves the whole text',
  { fragment: brief.nodes[3].id, prepare: (page) => page.clock.install() },
  async ({ page }) => {
    await lose_context(page);
    await page.clock.runFor(9000);
    assert.equal(await attribute(page, 'data-state'), 'ready');
    await page.clock.runFor(1500);
    assert.equal(await attribute(page, 'data-state'), 'text');
    await check_whole_text(page);
    assert.equal(await page.locator('.shown').count(), 0, 'no section that was shown before the engine ran');
  }
);

// ---- No graphics at all.
const without = (what) => (page) => page.addInitScript(what);
const no_webgl = () => {
  const get_context = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    return kind.startsWith('webgl') ? null : get_context.call(this, kind, ...rest);
  };
};
const no_wasm = () => delete window.WebAssembly;

for (const [name, size, prepare] of [
  ['WebGL2', {}, no_webgl],
  ['WebGL2, on a phone', phone, no_webgl],
  ['WebAssembly', {}, no_wasm],
]) {
  page_test(
    `without ${name} the whole text stands`,
    { ...size, state: '', prepare: without(prepare) },
    async ({ page, problems }) => {
      await wait_for_state(page, 'text');
      await check_whole_text(page);
      assert.ok((await page.evaluate(() => throughline.reason())).length > 10);
      problems.splice(
        0,
        Infinity,
        ...problems.filter((text) => !text.startsWith('error: Aborted') && !text.startsWith('warning: '))
      );
    }
  );
}
