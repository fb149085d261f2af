// The kiosk as its visitors meet it: the loop, the first touch, the question whether anybody is there, and the fresh
// start. The clock is the test's.
import assert from 'node:assert/strict';
import { broad, middle_of, pass, phase_of, swipe, upright, wake } from './kiosk.mjs';
import { kiosk_test, places_of_page } from './kiosk_test.mjs';
import { attribute, fragment_of, look_at_no_pixel, read_dom } from './page.mjs';
import { brief } from './tool.mjs';

look_at_no_pixel();

const places = places_of_page();

// ---- The loop
for (const [where, options] of places) {
  kiosk_test(`${where}, the loop plays the tour round and round, and its pause holds it`, options, async ({ page }) => {
    assert.equal(await phase_of(page), 'attract');
    for (const hidden of ['.part-header', '.part-dock', '#text', '#about'])
      assert.equal(await page.locator(hidden).first().isVisible(), false, hidden);
    assert.ok(await page.locator('#wake').isVisible());
    const stage = await page.locator('#stage').boundingBox();
    assert.deepEqual([stage.x, stage.y, stage.width, stage.height], [0, 0, 1920, 1080]);
    const step = async () => Number(await attribute(page, 'data-step'));
    const drift = () =>
      page.locator('#wake').evaluate((button) => [button.className, getComputedStyle(button).translate]);
    let before_step = await step();
    const drifts = new Set();
    const seen = new Set([before_step]);
    for (let i = 0; i < brief.tour.length; ++i) {
      await pass(page, 12000 - 80);
      const now = await step();
      assert.equal(now, (before_step % brief.tour.length) + 1);
      seen.add((before_step = now));
      drifts.add(String((await drift())[1]));
    }
    assert.equal(seen.size, brief.tour.length);
    assert.ok(drifts.size >= 6, `it stood at ${[...drifts]}`);

    await page.locator('#attract-pause').tap();
    await pass(page, 30000);
    assert.equal(await step(), before_step);
    assert.equal(await phase_of(page), 'attract');
    await pass(page, 50000);
    assert.notEqual(await step(), before_step, 'a pause that nobody ends, ends by itself');
  });
}

kiosk_test(
  'the settings of the address hold, and stay in it',
  { settings: 'idle=10&warning=5&pace=4' },
  async ({ page }) => {
    const step = await attribute(page, 'data-step');
    await pass(page, 4000);
    assert.notEqual(await attribute(page, 'data-step'), step);
    await wake(page);
    await pass(page, 9500);
    assert.equal(await phase_of(page), 'warning');
    await pass(page, 5000);
    assert.equal(await phase_of(page), 'attract');
    assert.equal(await fragment_of(page), 'mode=kiosk&idle=10&warning=5&pace=4');
  }
);

// ---- The first touch
const touches = [
  ['a finger', (page, at) => page.touchscreen.tap(...at)],
  ['a mouse', (page, at) => page.mouse.click(...at)],
  ['a swipe', (page, at) => swipe(page, at, [at[0], at[1] - 300])],
];
for (const [name, touch] of touches) {
  kiosk_test(
    `the first touch, ${name}, only wakes; what comes to lie under it is not pressed`,
    { settings: 'idle=5&warning=3' },
    async ({ page }) => {
      await wake(page);
      const targets = [];
      for (const under of ['[data-node="raids"]', '#tour', '#theme', '#start-over', '#read-text'])
        targets.push(await middle_of(page, under));
      for (const at of targets) {
        await pass(page, 9000);
        assert.equal(await phase_of(page), 'attract');
        const theme = await attribute(page, 'data-theme');
        await touch(page, at);
        await pass(page, 1000);
        assert.equal(await phase_of(page), 'visit', `woken at ${at}`);
        assert.deepEqual(
          [
            await attribute(page, 'data-selected'),
            await attribute(page, 'data-step'),
            await attribute(page, 'data-theme'),
          ],
          ['', '', theme]
        );
        assert.equal(await page.evaluate(() => scrollY), 0);
      }
      // The next one presses; but a browser takes the first tap after a swipe for the end of what the swipe still
      // moves.
      await pass(page, 9000);
      await wake(page);
      await page.touchscreen.tap(...targets[0]);
      await pass(page, 500);
      assert.equal(await attribute(page, 'data-selected'), 'raids');
    }
  );
}

for (const key of ['Tab', 'Enter', 'Space', 'x', 'Shift', 'ArrowDown', 'Escape', 'Control+p']) {
  kiosk_test(`the key ${key} wakes and does nothing else`, { settings: 'idle=5&warning=3' }, async ({ page }) => {
    for (const from of ['attract', 'warning']) {
      if (from === 'warning') await pass(page, 5500);
      assert.equal(await phase_of(page), from);
      await page.keyboard.press(key);
      await pass(page, 200);
      assert.equal(await phase_of(page), 'visit');
      assert.deepEqual([await attribute(page, 'data-selected'), await attribute(page, 'data-step')], ['', '']);
    }
  });
}

// ---- Nobody is there any more
const answers = [
  ['a finger on a card', (page, at) => page.touchscreen.tap(...at)],
  ['a mouse on a card', (page, at) => page.mouse.click(...at)],
  ['the button', (page) => page.locator('#stay').tap()],
  ['a wheel', async (page, at) => (await page.mouse.move(...at), page.mouse.wheel(0, 200))],
  ['a swipe', (page, at) => swipe(page, at, [at[0] + 200, at[1] + 200])],
];
for (const [where, options] of places) {
  kiosk_test(
    `${where}, after 60 s it asks, any input ends the question, and after 20 s more it starts over`,
    options,
    async ({ page }) => {
      await wake(page);
      const card = await middle_of(page, '[data-node="raids"]');
      await page.locator('[data-node="outing"]').tap();
      await pass(page, 59000);
      assert.equal(await phase_of(page), 'visit');
      await page.keyboard.press('q');
      for (const [name, answer] of answers) {
        await pass(page, 61000);
        assert.equal(await phase_of(page), 'warning', name);
        await answer(page, card);
        await pass(page, 1000);
        assert.equal(await phase_of(page), 'visit', name);
        assert.equal(await attribute(page, 'data-selected'), 'outing', `${name} presses nothing`);
      }
      await pass(page, 61000);
      const words = await page.locator('#warning p').innerText();
      await pass(page, 4000);
      assert.notEqual(await page.locator('#warning p').innerText(), words, 'it counts down');
      await pass(page, 16000);
      assert.equal(await phase_of(page), 'attract');
      assert.equal(await attribute(page, 'data-selected'), '');
    }
  );
}

kiosk_test('reading by touch, wheel or key counts as being there', {}, async ({ page }) => {
  await wake(page);
  await page.locator('#read-text').tap();
  await pass(page, 40000);
  const ways = [
    () => swipe(page, [900, 900], [900, 300]),
    () => page.mouse.wheel(0, 100),
    () => page.keyboard.press('Tab'),
    () => page.keyboard.press('q'),
  ];
  for (const way of ways) {
    await way();
    await pass(page, 40000);
    assert.equal(await phase_of(page), 'visit', String(way));
  }
});

// ---- A fresh start
const frozen = (dom) => ({ ...dom, html: { ...dom.html, 'data-frames': '' } });
const hidden_state = (page) =>
  page.evaluate(() => ({
    scrolled: [
      scrollX,
      scrollY,
      ...Array.from(document.querySelectorAll('*'))
        .filter((part) => part.scrollTop)
        .map((part) => part.className),
    ],
    open: document.querySelectorAll('details[open]').length,
    focus: document.activeElement === document.body,
    selected: String(getSelection()),
    hash: location.hash,
    history: history.length,
  }));
for (const [name, size] of [
  ['wide', broad],
  ['upright', upright],
]) {
  kiosk_test(
    `after a visit a ${name} screen equals a fresh one`,
    { ...size, settings: 'pace=3600' },
    async ({ page }) => {
      const fresh = frozen(await read_dom(page));
      const fresh_hidden = await hidden_state(page);
      await wake(page);
      const first_visit = frozen(await read_dom(page));
      const use = async () => {
        await page.locator('[data-node]').nth(3).tap();
        await pass(page, 400);
        if (name === 'upright') await page.locator('#sheet').tap();
        await pass(page, 400);
        await page.locator('#link-out').tap();
        await page.locator('#panel summary').first().tap();
        await page.locator('#panel').evaluate((panel) => (panel.scrollTop = 150));
        await page.locator('#theme').tap();
        await page.locator('#zoom-in').or(page.locator('.part-zoom button').last()).first().tap();
        await pass(page, 400);
        await page.keyboard.press('Tab');
        await page.locator('#read-text').tap();
        await pass(page, 300);
        await page.locator('#text a').nth(2).tap();
        await pass(page, 300);
        await page.evaluate(() => scrollTo(0, 2500));
        await page.evaluate(() => getSelection().selectAllChildren(document.getElementById('text')));
        await pass(page, 400);
        assert.notDeepEqual(frozen(await read_dom(page)), first_visit);
      };
      await use();
      await pass(page, 81000);
      assert.deepEqual(frozen(await read_dom(page)), fresh);
      assert.deepEqual(await hidden_state(page), fresh_hidden);
      await wake(page);
      assert.deepEqual(frozen(await read_dom(page)), first_visit);

      // By its own button, from within the text.
      await use();
      const [x, y] = await middle_of(page, '#start-over');
      assert.equal(
        await page.evaluate(([at_x, at_y]) => document.elementFromPoint(at_x, at_y).id, [x, y]),
        'start-over'
      );
      await page.touchscreen.tap(x, y);
      await pass(page, 400);
      assert.deepEqual(frozen(await read_dom(page)), first_visit);
      assert.deepEqual(await hidden_state(page), { ...fresh_hidden });
    }
  );
}
