// No rule of axe-core is broken: in every theme, at every size, in every state.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, test } from 'node:test';
import { close_browser, look_at_no_pixel, open, rest, show } from './page.mjs';
import { brief } from './tool.mjs';

look_at_no_pixel();

after(close_browser);

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const sizes = [
  [320, 640],
  [390, 844],
  [768, 1024],
  [1280, 720],
  [1440, 900],
];
const themes = ['light', 'dark', 'contrast'];
const node = brief.nodes[8].id;
// A card that lies in part under a phone's sheet is scrolled out from under it; axe-core measures what is seen of it.
// In a talk "Jump to…" chooses the same cards with buttons of 44 px, which is the criterion's own exception.
const excused = (page) =>
  page.evaluate(() => {
    if (document.getElementById('talk-jump'))
      return Array.from(document.querySelectorAll('.part-node-button'), ({ id }) => id);
    const sheet = document.getElementById('dock').getBoundingClientRect();
    return Array.from(document.querySelectorAll('.part-node-button'), (button) => [
      button.id,
      button.getBoundingClientRect(),
    ])
      .filter(
        ([, box]) =>
          box.bottom > sheet.top &&
          box.top < sheet.bottom &&
          getComputedStyle(document.documentElement).getPropertyValue('--form').trim() === 'tall'
      )
      .map(([id]) => id);
  });

const states = {
  whole: {},
  selected: { fragment: node },
  'a line looked at': { fragment: node, act: (page) => page.locator('#link-out').dispatchEvent('click') },
  'mid-tour': { fragment: 'step=3' },
  'a refused file': {
    act: (page) =>
      page
        .locator('#open-brief')
        .setInputFiles({ name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from('{"title": 1}') }),
  },
  'a talk': { fragment: 'mode=talk&step=3' },
  'a talk with its list open': { fragment: 'mode=talk&step=3', act: (page) => page.keyboard.press('j') },
  'a talk with the pointer and notes': {
    fragment: 'mode=talk&step=3&spot=0.5,0.5',
    act: (page) => page.locator('#talk-notes').dispatchEvent('click'),
  },
  'a blank talk': { fragment: 'mode=talk&step=3&blank' },
  'the closing step': { fragment: `mode=talk&step=${brief.tour.length + 1}` },
  // On a phone its stage is a picture in small, whose cards are smaller than a finger.
  'the speaker’s window': { fragment: 'mode=speaker&step=3', narrowest: 700 },
  'without an engine': { prepare: (page) => page.addInitScript(() => delete globalThis.WebAssembly), state: 'text' },
};

// A talk's bar fades where nobody moves, but not under the pointer; and nobody reads one that is half gone.
async function keep_bar(page) {
  const bar = page.locator('.part-talk');
  if ((await bar.count()) === 0) return;
  const { x, y } = await bar.boundingBox();
  for (const inside of [2, 3]) await page.mouse.move(x + inside, y + inside);
  await bar.evaluate((element) => Promise.all(element.getAnimations().map(({ finished }) => finished)));
}

// What it finds broken, and how many rules hold.
const run_axe = (page) =>
  page.evaluate(async (runOnly) => {
    const { violations, passes } = await globalThis.axe.run(document, { runOnly, resultTypes: ['violations'] });
    return {
      violations: violations.map(({ id, nodes }) => ({ id, places: nodes.map(({ html }) => html.slice(0, 120)) })),
      pass_count: passes.length,
    };
  }, tags);

// Three sizes a state and the themes in turn, so that each size and each theme meets several states.
for (const [s, [name, { fragment = '', act, narrowest = 0, ...options }]] of Object.entries(states).entries()) {
  test(`axe-core finds nothing: ${name}`, async () => {
    let opened = null;
    for (const [i, [width, height]] of sizes.entries()) {
      if (narrowest ? width < narrowest : (i + s * 2) % sizes.length > 2) continue;
      const theme = themes[(s + i) % themes.length];
      if (!opened) {
        opened = await open({ ...options, bypassCSP: true });
        await opened.page.evaluate(axe);
      }
      const { page, context } = opened;
      await page.setViewportSize({ width, height });
      if (!options.state) await show(page, [fragment, `theme=${theme}`].filter(Boolean).join('&'));
      if (act) await act(page);
      await keep_bar(page);
      if (!options.state) await rest(page);
      const { violations, pass_count } = await run_axe(page);
      const covered = await excused(page);
      const broken = violations
        .flatMap(({ id, places }) => places.map((place) => `${id}: ${place}`))
        .filter((text) => !(text.startsWith('target-size') && covered.some((id) => text.includes(`id="${id}"`))));
      assert.deepEqual(broken, [], `${width}x${height} ${theme}`);
      assert.ok(pass_count > 20, 'it looked at something');
      // What was done cannot always be done twice in one page.
      if (act) {
        await context.close();
        opened = null;
      }
    }
    if (opened) await opened.context.close();
  });
}

test('axe-core would find something', async () => {
  const { page, context } = await open({ bypassCSP: true });
  await page.evaluate(
    () =>
      document.getElementById('fit').removeAttribute('aria-label') ||
      document.getElementById('theme').removeAttribute('aria-label')
  );
  await page.evaluate(axe);
  const { violations } = await run_axe(page);
  assert.deepEqual(
    violations.map(({ id }) => id),
    ['button-name']
  );
  await context.close();
});
