// Nothing is drawn that nobody needs: none while nothing changes, one for a click, none for motion that is not wanted.
import assert from 'node:assert/strict';
import { attribute, frames_of, node_button, open, rest } from './page.mjs';
import { page_test } from './page_test.mjs';
import { brief } from './tool.mjs';

const moving = { reducedMotion: 'no-preference' };
const node = brief.nodes[7];
const idle = (page, ms) => page.evaluate((wait) => new Promise((resolve) => setTimeout(resolve, wait)), ms);

for (const [name, options] of [['with motion', moving], ['with reduced motion', {}]]) {
  page_test(`no frame is drawn in ten idle seconds, ${name}`, { ...options, fragment: 'step=3' }, async ({ page }) => {
    await node_button(page, node.title).hover();
    await rest(page);
    const frames = await frames_of(page);
    assert.ok(frames > 0);
    await idle(page, 10000);
    assert.equal(await frames_of(page), frames);
  });
}

page_test('no frame is drawn while the page is hidden, and what changed meanwhile is drawn afterwards', {}, async ({ page }) => {
  await rest(page);
  const hide = (is_hidden) => page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
    document.dispatchEvent(new Event('visibilitychange'));
  }, is_hidden);
  const frames = await frames_of(page);
  await hide(true);
  await page.evaluate((id) => (location.hash = id), node.id);
  await idle(page, 500);
  assert.equal(await frames_of(page), frames);
  await hide(false);
  await rest(page);
  assert.equal(await frames_of(page), frames + 1);
  assert.equal(await attribute(page, 'data-selected'), node.id);
});

// The frames that an action leads to: how many of the browser's frames after the event each is drawn, its number, and
// which node is then selected.
async function frames_after(page, act) {
  await rest(page);
  await page.evaluate(() => {
    const root = document.documentElement;
    let ticks = 0;
    const tick = () => (++ticks, requestAnimationFrame(tick));
    tick();
    for (const type of ['click', 'keydown']) addEventListener(type, () => (ticks = 0), { capture: true });
    window.story = [];
    new MutationObserver(() => window.story.push([ticks, Number(root.dataset.frames), root.dataset.selected])).observe(root, { attributeFilter: ['data-frames'] });
  });
  const before = await frames_of(page);
  await act();
  await rest(page);
  return (await page.evaluate(() => window.story)).map(([tick, frame, selected]) => [tick, frame - before, selected]);
}

page_test('the frame after a click is the highlighted one, and the only one', {}, async ({ page }) => {
  const button = node_button(page, node.title);
  await button.hover();
  await rest(page);
  const story = await frames_after(page, async () => {
    await page.mouse.down();
    await page.mouse.up();
  });
  assert.deepEqual(story, [[1, 1, node.id]]);
});

page_test('with motion, the frame after a click has the node selected, and the motion ends', moving, async ({ page }) => {
  await node_button(page, node.title).hover();
  await rest(page);
  const story = await frames_after(page, async () => {
    await page.mouse.down();
    await page.mouse.up();
  });
  assert.deepEqual(story[0], [1, 1, node.id]);
  assert.ok(story.length > 2, 'the path draws itself');
  assert.ok(story.length < 60);
});

page_test('reduced motion makes one frame of what would move', {}, async ({ page }) => {
  const jumps = await frames_after(page, () => page.locator('#zoom-in').press('Enter'));
  assert.equal(jumps.at(-1)[1], 1);
  const { page: other, context } = await open(moving);
  const moves = await frames_after(other, () => other.locator('#zoom-in').press('Enter'));
  await context.close();
  assert.ok(moves.at(-1)[1] > 2, 'without it the zoom moves');
});

page_test('reduced motion asked for while something moves ends the motion', moving, async ({ page }) => {
  await page.evaluate((id) => (location.hash = id), node.id);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await rest(page);
  const story = await frames_after(page, () => page.keyboard.press('Escape'));
  assert.equal(story.length, 1);
});
