// Small screens, large words, wide spacing, thick fingers: nothing is lost. WCAG 2.2: 1.4.4, 1.4.10, 1.4.12, 2.4.7,
// 2.5.8.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { attribute, close_browser, look_at_no_pixel, open, phone, rest } from './page.mjs';
import { brief, scene_of } from './tool.mjs';

look_at_no_pixel();

after(close_browser);

const node = brief.nodes[8].id;
const views = ['', node, 'step=3'];
const no_engine = (page) => page.addInitScript(() => delete globalThis.WebAssembly);

// Where the page or a box is wider than its place, or where words are cut.
// A phone's own innerWidth grows with what is too wide, so the width is the screen's.
const losses = (page) =>
  page.evaluate((width) => {
    const lost =
      document.documentElement.scrollWidth > width
        ? [`the page is ${document.documentElement.scrollWidth} px wide in ${width}`]
        : [];
    for (const element of document.querySelectorAll(
      '#page *:not(#picture *, .part-node-button, .part-skip, .part-status, input)'
    )) {
      if (!element.checkVisibility()) continue;
      const { overflowX, overflowY } = getComputedStyle(element);
      const is_cut = (overflowX === 'hidden' || overflowX === 'clip') && element.scrollWidth > element.clientWidth + 1;
      const is_low =
        (overflowY === 'hidden' || overflowY === 'clip') && element.scrollHeight > element.clientHeight + 1;
      if (element.id !== 'stage' && (is_cut || is_low)) lost.push(`${element.id || element.className} is cut`);
      const box = element.getBoundingClientRect();
      if (box.width && (box.right > width + 1 || box.left < -1))
        lost.push(`${element.id || element.className || element.localName} reaches from ${box.left} to ${box.right}`);
    }
    return lost;
  }, page.viewportSize().width);

for (const [name, width, height] of [
  ['320 px, which is 1280 at 400 %', 320, 640],
  ['640 px, which is 1280 at 200 %', 640, 360],
  ['256 px high', 320, 256],
]) {
  test(`nothing scrolls sideways and no word is cut at ${name}`, async () => {
    for (const options of [
      ...views.map((fragment) => ({ fragment })),
      { prepare: no_engine, state: 'text' },
      { javaScriptEnabled: false, state: '' },
    ]) {
      const { page, context } = await open({ ...options, viewport: { width, height } });
      assert.deepEqual(await losses(page), [], JSON.stringify(options.fragment));
      await context.close();
    }
  });
}

const spacing =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } ' +
  'p { margin-block-end: 2em !important; }';
for (const size of [
  { width: 320, height: 640 },
  { width: 1280, height: 720 },
]) {
  test(`wider spacing of letters, words and lines loses nothing at ${size.width} px`, async () => {
    for (const fragment of views) {
      const { page, context } = await open({ fragment, viewport: size, bypassCSP: true });
      await page.addStyleTag({ content: spacing });
      await rest(page);
      assert.deepEqual(await losses(page), [], fragment);
      await context.close();
    }
  });
}

// The reader's own usual size, as a browser's settings give it.
async function open_with_text(size_px, options) {
  const opened = await open({
    ...options,
    prepare: async (page) => {
      const session = await page.context().newCDPSession(page);
      await session.send('Page.enable');
      await session.send('Page.setFontSizes', { fontSizes: { standard: size_px } });
    },
  });
  return opened;
}

for (const options of [{ viewport: { width: 1280, height: 720 } }, phone]) {
  test(`text at 200 % loses nothing at ${options.viewport.width} px, and the words in the diagram follow`, async () => {
    const heights = [];
    for (const size_px of [16, 32]) {
      const { page, context } = await open_with_text(size_px, { ...options, fragment: node });
      assert.deepEqual(await losses(page), [], `${size_px} px`);
      const card = await page.locator(`[data-node="${node}"]`).boundingBox();
      const form = await attribute(page, 'data-form');
      const stage = await page.locator('#stage').boundingBox();
      heights.push({ form, card, stage });
      await context.close();
    }
    for (const fragment of ['', 'step=3']) {
      const { page, context } = await open_with_text(32, { ...options, fragment });
      assert.deepEqual(await losses(page), [], `32 px, #${fragment}`);
      await context.close();
    }
    const [usual, large] = heights;
    assert.equal(large.form, 'tall');
    // A card's least height is two lines of its words.
    assert.ok(large.card.height >= usual.card.height * (usual.form === 'tall' ? 1.4 : 2), JSON.stringify(heights));
    assert.ok(scene_of({ view: node, form: 'tall', stage: [large.stage.width, large.stage.height] }).cards.length > 0);
  });
}

for (const [name, options, least_px] of [
  ['on a phone', phone, 44],
  ['by mouse', { viewport: { width: 1280, height: 720 } }, 24],
]) {
  test(`what is pressed is at least ${least_px} px, ${name}`, async () => {
    for (const fragment of views) {
      const { page, context } = await open({ ...options, fragment });
      const sheet = page.locator('#sheet');
      if (await sheet.isVisible()) await sheet.dispatchEvent('click');
      await rest(page);
      const small = await page.evaluate(
        (least) =>
          Array.from(
            document.querySelectorAll('#page button, #page header a, #controls a, #controls label, summary'),
            (control) => {
              const { width, height } = control.getBoundingClientRect();
              const target = getComputedStyle(control, '::before');
              const grown =
                control.localName === 'summary' && target.position === 'absolute' ? -2 * parseFloat(target.top) : 0;
              const is_seen = control.checkVisibility() && !control.matches('.part-node-button, .part-skip');
              return is_seen && (height + grown < least - 0.5 || width + grown < Math.min(least, 24) - 0.5)
                ? `${control.id || control.className || control.textContent}: ${width} x ${height + grown}`
                : '';
            }
          ).filter(Boolean),
        least_px
      );
      assert.deepEqual(small, [], fragment);
      await context.close();
    }
  });
}

const card_words = 14; // units of the picture, its smallest words
for (const [width, height, least_px] of [
  [1024, 768, 12],
  [1280, 720, 12.5],
  [1366, 768, 13],
  [1440, 900, 14],
  [1920, 1080, 16],
]) {
  test(`the picture has most of a window of ${width} by ${height}, or all, and words to read`, async () => {
    const { page, context } = await open({ viewport: { width, height } });
    const shown = async () => {
      await rest(page);
      return page.evaluate(() => {
        const stage = document.getElementById('stage').getBoundingClientRect();
        const [, scale] = /^matrix\(([^,]+)/.exec(getComputedStyle(document.querySelector('.part-nodes')).transform);
        return { width: stage.width, height: stage.height, scale: Number(scale) };
      });
    };
    const beside = await shown();
    assert.ok(beside.width >= 0.72 * width && beside.height >= 0.8 * height, JSON.stringify(beside));
    assert.ok(beside.scale * card_words >= least_px, `${beside.scale * card_words} px`);
    await page.locator('#fold').click();
    const alone = await shown();
    assert.ok(alone.width >= width - 1, JSON.stringify(alone));
    assert.ok(alone.scale > beside.scale, 'the words have not grown');
    assert.deepEqual(await losses(page), []);
    await context.close();
  });
}

test('every tab stop shows that it has the focus', async () => {
  const { page, context } = await open({ fragment: node });
  const seen = new Set();
  for (let i = 0; i < 90; ++i) {
    await page.keyboard.press('Tab');
    const { id, ring } = await page.evaluate(() => {
      const element = document.activeElement;
      const marked = element.closest('label') || element;
      const { outlineStyle, outlineWidth } = getComputedStyle(marked);
      return {
        id: element.id || element.textContent.slice(0, 30),
        ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
      };
    });
    assert.ok(ring, `${id} shows no focus`);
    seen.add(id);
  }
  assert.ok(seen.size > 60);
  await context.close();
});

test('one polite status, alerts of mistakes and of leaving, no application, no focus that moves alone', async () => {
  const { page, context } = await open({});
  for (const [role, count] of [
    ['[role=status]', 1],
    ['[role=alert]#mistakes', 1],
    ['[role=alert]#leave-soon[hidden]', 1],
    ['[role=alert]', 2],
    ['[role=application]', 0],
    ['[aria-live]', 0],
    ['[autofocus]', 0],
  ])
    assert.equal(await page.locator(role).count(), count, role);
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
  await context.close();
});

test('more contrast or forced colours give the high-contrast theme, and every control keeps a border', async () => {
  for (const [options, theme] of [
    [{ contrast: 'more' }, 'contrast'],
    [{ forcedColors: 'active' }, 'contrast'],
    [{}, 'light'],
  ]) {
    const { page, context } = await open({ ...options, fragment: node });
    assert.equal(await attribute(page, 'data-theme'), theme, JSON.stringify(options));
    const bare = await page
      .locator('#diagram button:not(.part-node-button):visible')
      .evaluateAll((list) =>
        list.filter((button) => parseFloat(getComputedStyle(button).borderTopWidth) < 1).map((button) => button.id)
      );
    assert.deepEqual(bare, []);
    await context.close();
  }
});
