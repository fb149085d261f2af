// A talk as a presenter gives it: a scripted clicker run from the disk and over http, and everything else that is
// pressed.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import { seen_lines, told_lines } from './accessibility.mjs';
import {
  attribute,
  await_fragment,
  look_at_no_pixel,
  one_file,
  open,
  phone,
  rest,
  serve,
  site_folder,
  stage_size,
  wait_for_state,
  wide,
} from './page.mjs';
import { page_test } from './page_test.mjs';
import { check_talk, click, closing, press, projector, step_of } from './talk.mjs';
import { brief, page_of } from './tool.mjs';

look_at_no_pixel(); // that is talk_drawn.test.mjs

const lane_nodes = (lane) => brief.nodes.filter((node) => node.lane === lane);
const with_navigator = (name, value) => (page) =>
  page.addInitScript(`Object.defineProperty(navigator, '${name}', { value: ${value} })`);

let host;
before(async () => (host = await serve(site_folder)));
after(() => host.close());

// ---- The clicker.
for (const [place, url] of [
  ['the disk', () => pathToFileURL(one_file).href],
  ['http', () => host.url],
]) {
  test(`a clicker run from ${place}`, async () => {
    const { page, context, problems } = await open({ ...projector, url: url(), fragment: 'mode=talk' });
    await await_fragment(page, 'mode=talk&step=1');
    for (let step = 1; step < closing; ++step) {
      assert.equal(await step_of(page), String(step));
      await check_talk(page, `mode=talk&step=${step}`);
      await press(page, 'PageDown');
    }
    assert.equal(await step_of(page), String(closing));
    await press(page, 'PageDown');
    assert.equal(await step_of(page), String(closing), 'the closing step is the last');
    for (const [keys, step] of [
      [['PageUp', 'ArrowLeft', 'ArrowUp'], closing - 3],
      [['Home'], 1],
      [['ArrowRight', 'ArrowDown', ' '], 4],
      [['End'], closing],
      [['Home', 'n', 'n', 'p'], 2],
    ]) {
      await press(page, ...keys);
      assert.equal(await step_of(page), String(step), keys.join(' '));
    }
    // A button that is held down.
    for (let i = 0; i < 6; ++i) await page.keyboard.down('PageDown');
    await page.keyboard.up('PageDown');
    await rest(page);
    assert.equal(await step_of(page), '3');
    for (const key of ['.', 'b', 'B']) {
      await press(page, key);
      assert.equal(await page.locator('[data-node]').count(), 0);
      await check_talk(page, 'mode=talk&step=3&blank');
      await press(page, key);
      assert.equal(await page.locator('#blank').count(), 0, `"${key}" brings it back`);
    }
    // Escape is a clicker's other button: it never ends the talk.
    await press(page, 'Escape', 'Escape', 'Escape');
    assert.equal(await attribute(page, 'data-mode'), 'talk');
    // Its F5 loads the page again, right after a step.
    await press(page, 'l', 't', 'ArrowRight');
    await page.keyboard.press('PageDown');
    await page.keyboard.press('b');
    await page.keyboard.press('F5');
    await page.reload();
    await wait_for_state(page, 'ready');
    await rest(page);
    await await_fragment(page, 'mode=talk&step=4&blank&spot=0.53,0.5&text=2');
    await press(page, 'b');
    await check_talk(page, 'mode=talk&step=4&spot=0.53,0.5&text=2');
    assert.deepEqual(problems, []);
    await context.close();
  });
}

// ---- Ways to any card.
page_test(
  'three presses lead to any card, by keys, by mouse; Escape or a button leads back to the step',
  { ...projector, fragment: 'mode=talk&step=3' },
  async ({ page }) => {
    const harms = lane_nodes(brief.lanes[3].id);
    for (const [n, key] of [
      [0, '1'],
      [8, '9'],
      [15, 'g'],
    ]) {
      await press(page, 'j', '4');
      await check_jump(page, harms.length);
      await press(page, key);
      assert.equal(await attribute(page, 'data-selected'), harms[n].id);
      await press(page, 'Escape');
      assert.equal(await attribute(page, 'data-selected'), '');
      assert.equal(await step_of(page), '3');
    }
    await click(page, '#talk-jump');
    await click(page, `#jump-lane\\:${brief.lanes[2].id}`);
    await click(page, '#jump\\:raids');
    await rest(page);
    await check_talk(page, 'raids&mode=talk&step=3');
    await click(page, '#tour-resume');
    await rest(page);
    await check_talk(page, 'mode=talk&step=3');
  }
);
const check_jump = async (page, count) => assert.equal(await page.locator('#jump li button').count(), count);

page_test('and by touch', { ...phone, fragment: 'mode=talk&step=3' }, async ({ page }) => {
  for (const id of ['#talk-jump', `#jump-lane\\:${brief.lanes[4].id}`, '#jump\\:fund']) {
    await page.locator(id).scrollIntoViewIfNeeded();
    await page.tap(id);
    await rest(page);
  }
  assert.equal(await attribute(page, 'data-selected'), 'fund');
  const { width, height } = await page.locator('#node\\:fund').boundingBox();
  assert.ok(width > 100 && height > 30, 'the picture is there');
});

page_test(
  'the keyboard reaches the list that it opened, and its choices in turn',
  { ...projector, fragment: 'mode=talk&step=3' },
  async ({ page }) => {
    const focused = () => page.evaluate(() => document.activeElement.id);
    await press(page, 'j');
    assert.equal(await focused(), 'jump');
    await press(page, 'Tab', 'Tab', 'Enter');
    assert.equal(await focused(), 'jump');
    await press(page, 'Tab', 'Enter');
    assert.equal(await attribute(page, 'data-selected'), lane_nodes(brief.lanes[1].id)[0].id);
    assert.equal(await focused(), 'stage');
  }
);

// ---- Controls.
page_test(
  'Tab reaches every control of the talk in order, and the hidden bar shows itself to the keyboard',
  { ...projector, fragment: 'mode=talk&step=3' },
  async ({ page }) => {
    await rest(page);
    const stops = [];
    const visit = ([tag, attributes, , , children]) => {
      if (
        (tag === 'button' || (tag === 'a' && attributes.href)) &&
        attributes.tabindex !== '-1' &&
        !('hidden' in attributes)
      )
        stops.push(attributes.id);
      (children || []).forEach(visit);
    };
    page_of({ view: 'mode=talk&step=3' }).items.forEach(visit);
    assert.ok(stops.includes('talk-end') && stops.includes('leave'));
    await page.evaluate(() => (document.documentElement.dataset.idle = ''));
    await page.waitForFunction(() => getComputedStyle(document.getElementById('talk')).opacity === '0');
    for (const stop of stops) {
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement.id), stop);
      if (!stop.startsWith('talk-')) continue;
      await page.waitForFunction(() => getComputedStyle(document.getElementById('talk')).opacity === '1');
      const { x, width } = await page.locator(`#${stop}`).boundingBox();
      assert.ok(x >= 0 && x + width <= 1280);
    }
  }
);

page_test(
  'Space presses a button that has the focus, and steps where none has it',
  { ...projector, fragment: 'mode=talk&step=3' },
  async ({ page }) => {
    await page.focus('#talk-blank');
    await press(page, ' ');
    assert.equal(await step_of(page), '3');
    assert.equal(await page.locator('#blank').count(), 1);
    await page.evaluate(() => document.activeElement.blur());
    await press(page, ' ');
    assert.equal(await step_of(page), '4');
  }
);

page_test(
  'letters can be turned off, and that is in the address; elsewhere they never blank anything',
  { ...projector, fragment: 'mode=talk&step=3' },
  async ({ page }) => {
    await click(page, '#talk-keys');
    await page.mouse.click(640, 20);
    await press(page, 'b', '.', 'j', 'l');
    await await_fragment(page, 'mode=talk&step=3&keys=off');
    assert.equal(await page.locator('#blank, #jump, #spot').count(), 0);
    await press(page, 'PageDown');
    assert.equal(await step_of(page), '4');
    await click(page, '#talk-end');
    await rest(page);
    await page.focus('#fit');
    await press(page, '.', 'b');
    assert.equal(await page.locator('#blank').count(), 0);
    assert.equal(await attribute(page, 'data-mode'), 'explore');
  }
);

page_test(
  'it goes on by itself until somebody does something',
  { ...projector, fragment: 'mode=talk&step=2&auto=20', prepare: (page) => page.clock.install({ time: 0 }) },
  async ({ page }) => {
    await page.clock.runFor(21000);
    assert.equal(await step_of(page), '3');
    await page.clock.runFor(21000);
    assert.equal(await step_of(page), '4');
    await page.keyboard.press('ArrowLeft');
    await page.clock.runFor(60000);
    assert.equal(await step_of(page), '3');
    await await_fragment(page, 'mode=talk&step=3');
  }
);

page_test(
  'full screen is the document, with its controls',
  { ...projector, fragment: 'mode=talk&step=3' },
  async ({ page }) => {
    await press(page, 'f');
    await page.waitForFunction(() => document.fullscreenElement === document.documentElement);
    await press(page, 'PageDown');
    await check_talk(page, 'mode=talk&step=4');
    await click(page, '#talk-fullscreen');
    await page.waitForFunction(() => document.fullscreenElement === null);
  }
);

test('the screen is kept on while a talk is on it; where that is denied nothing happens', async () => {
  const asked = `{ request: async () => {
    globalThis.asked = (globalThis.asked || 0) + 1;
    return new EventTarget();
  } }`;
  const granted = await open({ prepare: with_navigator('wakeLock', asked) });
  assert.equal(await granted.page.evaluate(() => globalThis.asked), undefined);
  await granted.page.click('#present');
  await granted.page.waitForFunction(() => globalThis.asked === 1);
  await granted.context.close();
  for (const wake_lock of [
    'undefined',
    '{ request: () => Promise.reject(new Error("denied")) }',
    '{ request: () => { throw new Error("denied"); } }',
  ]) {
    const { page, context, problems } = await open({
      fragment: 'mode=talk',
      prepare: with_navigator('wakeLock', wake_lock),
    });
    await press(page, 'PageDown');
    assert.equal(await step_of(page), '2');
    assert.deepEqual(problems, []);
    await context.close();
  }
});

for (const [name, options] of [
  ['projector', projector],
  ['phone', phone],
]) {
  page_test(`targets are 44 px: ${name}`, { ...options, fragment: 'mode=talk&step=3' }, async ({ page }) => {
    await press(page, 'j');
    const small = await page.evaluate(() =>
      Array.from(document.querySelectorAll('#talk button, #jump button, #leave'), (control) => [
        control.id,
        control.getBoundingClientRect(),
      ])
        .filter(([, box]) => box.height < 43.9 || box.width < 43.9)
        .map(([id, box]) => `${id} ${box.width}x${box.height}`)
    );
    assert.deepEqual(small, []);
  });
}

page_test(
  'with words twice as large nothing of the bar is out of reach',
  { ...projector, fragment: 'mode=talk&step=3' },
  async ({ page }) => {
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    await rest(page);
    for (const id of await page.locator('#talk button').evaluateAll((list) => list.map((button) => button.id))) {
      await page.focus(`#${id}`);
      const { x, y, width, height } = await page.locator(`#${id}`).boundingBox();
      assert.ok(x >= 0 && x + width <= 1280 && y >= 0 && y + height <= 720, id);
    }
  }
);

page_test(
  'in forced colours every control has its border',
  { ...projector, forcedColors: 'active', fragment: 'mode=talk&step=3' },
  async ({ page }) => {
    await press(page, 'j');
    assert.equal(await attribute(page, 'data-theme'), 'contrast');
    const bare = await page.evaluate(() =>
      Array.from(document.querySelectorAll('#talk button, #jump button, #leave'))
        .filter((control) => parseFloat(getComputedStyle(control).borderTopWidth) < 1)
        .map(({ id }) => id)
    );
    assert.deepEqual(bare, []);
  }
);

// ---- What assistive technology is given.
page_test(
  'one message a step, and the tree has the step as a heading',
  { ...projector, fragment: 'mode=talk&step=1' },
  async ({ page, context }) => {
    await page.evaluate(() => {
      globalThis.messages = [];
      new MutationObserver(() => messages.push(document.getElementById('status').textContent)).observe(
        document.getElementById('status'),
        { childList: true, characterData: true, subtree: true }
      );
    });
    for (let step = 2; step < closing; ++step) await press(page, 'PageDown');
    assert.deepEqual(
      await page.evaluate(() => messages),
      brief.tour.slice(1).map(({ title, text }, i) => `Step ${i + 2} of ${closing}: ${title}. ${text}`)
    );
    const session = await context.newCDPSession(page);
    const view = `mode=talk&step=${closing - 1}`;
    const lines = await seen_lines(session);
    assert.deepEqual(lines, told_lines(page_of({ view, stage: await stage_size(page) })));
    assert.ok(lines.includes(`heading 2 "${brief.tour.at(-1).title}"`));
  }
);

// ---- Notes and paper.
page_test(
  'the audience has no notes anywhere; a window that the browser refuses gives them below the picture',
  { ...projector, fragment: 'mode=talk&step=2', prepare: (page) => page.addInitScript('window.open = () => null') },
  async ({ page }) => {
    const found = () =>
      page.evaluate(
        (notes) => notes.filter((text) => document.documentElement.outerHTML.includes(text.slice(0, 40))),
        brief.tour.map(({ notes }) => notes)
      );
    for (let step = 2; step <= closing; ++step) {
      assert.deepEqual(await found(), []);
      await press(page, 'PageDown');
    }
    await press(page, 'Home', 's');
    await rest(page);
    assert.ok((await page.locator('#notes').innerText()).includes(brief.tour[0].notes));
    assert.match(await page.locator('#status').innerText(), /did not open/);
    await press(page, 's');
    assert.equal(await page.locator('#notes').count(), 1, 'asking again does not take them away');
    await click(page, '#talk-notes');
    await rest(page);
    assert.deepEqual(await found(), []);
  }
);

for (const with_notes of [false, true]) {
  page_test(
    `the presenter's handout has a step a page, ${with_notes ? 'with' : 'without'} notes`,
    {
      ...wide,
      fragment: 'mode=speaker&theme=dark',
      prepare: (page) => page.addInitScript('window.print = () => (globalThis.printed = true)'),
    },
    async ({ page }) => {
      await click(page, with_notes ? '#print-notes' : '#print-steps');
      await page.waitForFunction(() => globalThis.printed);
      const letters = (text) => text.replace(/[\s-]/g, '');
      const pages = execFileSync('pdftotext', ['-', '-'], {
        input: await page.pdf({ format: 'A4' }),
        maxBuffer: 1 << 26,
        encoding: 'utf8',
      })
        .split('\f')
        .slice(0, -1)
        .map(letters);
      assert.equal(pages.length, closing);
      brief.tour.forEach(({ title, text, notes, focus }, i) => {
        assert.ok(pages[i].includes(letters(title)) && pages[i].includes(letters(text)), title);
        for (const id of focus)
          assert.ok(pages[i].includes(letters(brief.nodes.find((node) => node.id === id).title)), `${title}: ${id}`);
        assert.equal(pages[i].includes(letters(notes)), with_notes, `the notes of ${title}`);
      });
      assert.ok(pages.at(-1).includes(letters('Take it with you')));
      assert.equal(await page.locator('.part-steps').count(), 0, 'nothing of it stays in the page');
    }
  );
}
