// Nothing is drawn that nobody needs: none while nothing changes, one for a click, none for motion that is not wanted.
import assert from 'node:assert/strict';
import { attribute, frames_of, look_at_no_pixel, node_button, rest } from './page.mjs';
import { page_test } from './page_test.mjs';
import { brief } from './tool.mjs';

look_at_no_pixel();

const moving = { reducedMotion: 'no-preference' };
const node = brief.nodes[7];
// The page's time is the test's: a frame each 16 ms of it, however long the machine takes for one.
const clocked = { prepare: (page) => page.clock.install({ time: 0 }) };
async function open_still(page) {
  await rest(page);
  await page.clock.pauseAt(3600000);
  await page.clock.runFor(1000);
}

for (const [name, options] of [
  ['with motion', moving],
  ['with reduced motion', {}],
]) {
  page_test(
    `no frame is drawn in ten idle seconds, ${name}`,
    { ...options, ...clocked, fragment: 'step=3' },
    async ({ page }) => {
      await node_button(page, node.title).hover();
      await rest(page);
      const frames = await frames_of(page);
      assert.ok(frames > 0);
      await page.clock.runFor(10000);
      assert.equal(await frames_of(page), frames);
      await page.keyboard.press('Escape');
      await page.clock.runFor(100);
      assert.ok((await frames_of(page)) > frames, 'one would be seen');
    }
  );
}

page_test(
  'no frame is drawn while the page is hidden, and what changed meanwhile is drawn afterwards',
  {},
  async ({ page }) => {
    await rest(page);
    const hide = (is_hidden) =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
        document.dispatchEvent(new Event('visibilitychange'));
      }, is_hidden);
    const frames = await frames_of(page);
    await hide(true);
    await page.evaluate((id) => (location.hash = id), node.id);
    await page.waitForFunction((id) => throughline.recording().includes(` route ${id}`), node.id);
    await rest(page);
    assert.equal(await frames_of(page), frames);
    await hide(false);
    await rest(page);
    assert.equal(await frames_of(page), frames + 1);
    assert.equal(await attribute(page, 'data-selected'), node.id);
  }
);

// The frames that an action leads to: how many of the browser's frames after the event each is drawn, its number, and
// which node is then selected.
async function frames_after(page, act) {
  await page.evaluate(() => {
    const root = document.documentElement;
    let ticks = 0;
    const tick = () => (++ticks, requestAnimationFrame(tick));
    tick();
    for (const type of ['click', 'keydown']) addEventListener(type, () => (ticks = 0), { capture: true });
    window.story = [];
    new MutationObserver(() => window.story.push([ticks, Number(root.dataset.frames), root.dataset.selected])).observe(
      root,
      { attributeFilter: ['data-frames'] }
    );
  });
  const before = await frames_of(page);
  await act();
  await page.clock.runFor(3000);
  return (await page.evaluate(() => window.story)).map(([tick, frame, selected]) => [tick, frame - before, selected]);
}
async function click_on_node(page) {
  await node_button(page, node.title).hover();
  await open_still(page);
  return frames_after(page, async () => {
    await page.mouse.down();
    await page.mouse.up();
  });
}

page_test('the frame after a click is the highlighted one, and the only one', clocked, async ({ page }) => {
  assert.deepEqual(await click_on_node(page), [[1, 1, node.id]]);
});

page_test(
  'with motion, the frame after a click has the node selected, and the motion ends',
  { ...moving, ...clocked },
  async ({ page }) => {
    const story = await click_on_node(page);
    assert.deepEqual(story[0], [1, 1, node.id]);
    assert.ok(story.length > 10, 'the path draws itself');
    assert.ok(story.length < 60);
  }
);

for (const [name, options, check] of [
  ['one frame of what would move', {}, (frames) => frames === 1],
  ['many only where it is not asked for', moving, (frames) => frames > 5],
]) {
  page_test(`reduced motion makes ${name}`, { ...options, ...clocked }, async ({ page }) => {
    await page.locator('#zoom-in').focus();
    await open_still(page);
    const frames = (await frames_after(page, () => page.keyboard.press('Enter'))).at(-1)[1];
    assert.ok(check(frames), `${frames} frames`);
  });
}

page_test(
  'reduced motion asked for while something moves ends the motion',
  { ...moving, ...clocked },
  async ({ page }) => {
    await open_still(page);
    await page.evaluate((id) => (location.hash = id), node.id);
    await page.waitForFunction((id) => throughline.recording().includes(` route ${id}`), node.id);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.clock.runFor(1000);
    const story = await frames_after(page, () => page.keyboard.press('Escape'));
    assert.equal(story.length, 1);
  }
);
