// The keyboard alone can do everything, gets in and out, and loses nothing to the engine.
import assert from 'node:assert/strict';
import { attribute, await_fragment, fragment_of, look_at_no_pixel, rest, wide } from './page.mjs';
import { page_test } from './page_test.mjs';
import { brief, page_of } from './tool.mjs';

look_at_no_pixel();

const selected = (page) => attribute(page, 'data-selected');
const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element === document.body
      ? ''
      : element.id || `${element.localName} ${element.getAttribute('href') || element.textContent}`;
  });

// What Tab reaches, in the order of the core's page. The sheet's handle is a phone's.
function stops_of({ items }) {
  const stops = [];
  const visit = ([tag, attributes, text, , children]) => {
    if ('hidden' in attributes) return;
    const is_stop = tag === 'button' || tag === 'input' || tag === 'summary' || (tag === 'a' && attributes.href);
    if (is_stop && attributes.tabindex !== '-1' && attributes.id !== 'sheet')
      stops.push(attributes.id || `${tag} ${attributes.href || text}`);
    (children || []).forEach(visit);
  };
  items.forEach(visit);
  return stops;
}

page_test(
  'Tab walks through the whole page in reading order and out of it, and back in from its end',
  {},
  async ({ page }) => {
    const stops = stops_of(page_of());
    assert.ok(stops.length > brief.nodes.length + brief.links.length);
    for (const [i, stop] of stops.entries()) {
      await page.keyboard.press('Tab');
      assert.equal(await focused(page), stop, `tab stop ${i + 1}`);
    }
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), '', 'after the last stop the focus leaves the page');
    await page.keyboard.press('Shift+Tab');
    assert.equal(await focused(page), stops.at(-1));
  }
);

page_test('Shift+Tab walks back out of the diagram', {}, async ({ page }) => {
  await page.locator('[data-node]').nth(3).focus();
  for (let i = 0; i < 5; ++i) await page.keyboard.press('Shift+Tab');
  assert.equal(await focused(page), 'skip');
  await page.keyboard.press('Shift+Tab');
  assert.equal(await focused(page), '');
});

page_test(
  'Enter and Space choose the node that has the focus, and the focus survives what they change',
  {},
  async ({ page }) => {
    for (const [key, i] of [
      ['Enter', 1],
      [' ', 8],
    ]) {
      const node = await page.locator('[data-node]').nth(i).getAttribute('data-node');
      await page.locator('[data-node]').nth(i).focus();
      await page.keyboard.press(key);
      await rest(page);
      assert.equal(await selected(page), node, `with "${key}"`);
      assert.equal(await focused(page), `node:${node}`);
      await page.keyboard.press('Escape');
      await rest(page);
      assert.equal(await selected(page), '');
      assert.equal(await focused(page), `node:${node}`);
    }
  }
);

page_test('the keyboard alone selects, follows links, takes the tour and zooms', {}, async ({ page }) => {
  const tab_to = async (id) => {
    for (let i = 0; i < 120 && (await focused(page)) !== id; ++i) await page.keyboard.press('Tab');
    assert.equal(await focused(page), id);
  };
  const [first] = await page.locator('[data-node]').evaluateAll((list) => list.map((element) => element.dataset.node));
  await tab_to(`node:${first}`);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.getElementById('whole'));
  await tab_to('whole');
  do await page.keyboard.press('Tab');
  while ((await focused(page)).startsWith('link-'));
  const link = await focused(page);
  assert.match(link, /^go:/);
  await page.keyboard.press('Enter');
  await rest(page);
  assert.equal(await selected(page), link.split(':').at(-1));
  await page.keyboard.press('Escape');
  await rest(page);
  await page.locator('#tour').focus();
  await page.keyboard.press('Enter');
  await rest(page);
  for (const [key, step] of [
    ['n', '2'],
    ['n', '3'],
    ['p', '2'],
  ]) {
    await page.keyboard.press(key);
    await rest(page);
    assert.equal(await attribute(page, 'data-step'), step, `after "${key}"`);
  }
  await tab_to('tour-next');
  await page.keyboard.press(' ');
  await rest(page);
  assert.equal(await attribute(page, 'data-step'), '3');
  assert.equal(await focused(page), 'tour-next');
  await page.locator('#zoom-in').focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => throughline.view().includes('zoom=1.4'));
  await page.keyboard.press('Escape');
  await rest(page);
  assert.equal(await attribute(page, 'data-step'), '');
});

page_test(
  'a node that the keyboard reaches outside a zoomed stage is brought into it',
  { fragment: 'zoom=4&at=0.1,0.1' },
  async ({ page }) => {
    const last = page.locator('[data-node]').last();
    await page.keyboard.press('Tab');
    await last.focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await rest(page);
    const box = await last.boundingBox();
    const stage = await page.locator('#stage').boundingBox();
    assert.ok(
      box.x >= stage.x &&
        box.y >= stage.y &&
        box.x + box.width <= stage.x + stage.width &&
        box.y + box.height <= stage.y + stage.height,
      JSON.stringify(box)
    );
  }
);

page_test("the browser's own keys are left to it", {}, async ({ page }) => {
  await page.evaluate(() => {
    window.seen = [];
    addEventListener('keydown', (event) => window.seen.push([event.key, event.defaultPrevented]));
  });
  await page.locator('[data-node]').first().focus();
  const keys = [
    'Tab',
    'Shift+Tab',
    'F5',
    'F6',
    'F11',
    'F12',
    'Control+f',
    'Control+Equal',
    'Control+Minus',
    'Control+0',
    'Control+p',
    'Control+l',
    'Alt+ArrowLeft',
    'Backspace',
    'PageDown',
    'Home',
    'End',
    'ArrowDown',
    'a',
  ];
  for (const key of keys) await page.keyboard.press(key);
  const seen = await page.evaluate(() => window.seen);
  assert.ok(seen.length >= keys.length);
  assert.deepEqual(
    seen.filter(([, prevented]) => prevented),
    []
  );
  assert.equal(await selected(page), '');
});

page_test(
  'what is typed into a field of the page reaches it, and does nothing else',
  { ...wide, fragment: 'step=2' },
  async ({ page }) => {
    await page.evaluate(() =>
      document.getElementById('panel').prepend(Object.assign(document.createElement('input'), { id: 'typed' }))
    );
    await page.locator('#typed').click();
    await page.keyboard.type('np+-0 n');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Escape');
    await rest(page);
    assert.equal(await page.locator('#typed').inputValue(), 'np+-0 ');
    assert.equal(await attribute(page, 'data-step'), '2');
    await await_fragment(page, 'step=2');
  }
);

page_test('Escape outside the diagram does not scroll or leave the text', {}, async ({ page }) => {
  await page.getByRole('link', { name: 'Skip to the text' }).focus();
  await page.keyboard.press('Enter');
  await rest(page);
  assert.equal(await focused(page), 'text');
  const top = await page.evaluate(() => scrollY);
  assert.ok(top > 300);
  await page.keyboard.press('Escape');
  await rest(page);
  assert.equal(await page.evaluate(() => scrollY), top);
});

page_test(
  'lines are looked at, followed and gone back along by key and by button, and each is said',
  {},
  async ({ page }) => {
    const start = brief.nodes.find((node) =>
      brief.links.some((link) => link.kind === 'leads_to' && link.from === node.id)
    );
    const said = () => page.locator('#status').innerText();
    const button = page.locator(`[data-node="${start.id}"]`);
    await button.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('o');
    await rest(page);
    const line = /line=([^.&]+)\.([^.&]+)/;
    const view = await await_fragment(page, line);
    const [, from, to] = line.exec(view);
    assert.equal(from, start.id);
    const told = JSON.stringify(page_of({ view }));
    assert.ok(told.includes(JSON.stringify(await said())), 'the status says the sentence of the panel');
    assert.equal(await focused(page), `node:${start.id}`, 'the focus stays');
    await page.keyboard.press('f');
    await rest(page);
    assert.equal(await selected(page), to);
    await page.keyboard.press('b');
    await rest(page);
    assert.equal(await selected(page), start.id);
    await page.keyboard.press('i');
    await rest(page);
    assert.match(await said(), /leading here|No line leads here/);
    for (const [id, expected] of [
      ['link-out', start.id],
      ['link-follow', to],
      ['link-back', start.id],
    ]) {
      await page.locator(`#${id}`).focus();
      await page.keyboard.press('Enter');
      await rest(page);
      assert.equal(await selected(page), expected, id);
      assert.equal(await focused(page), id, 'the focus stays on the button');
    }
  }
);

page_test('a letter is a shortcut within the diagram only', { fragment: brief.nodes[0].id }, async ({ page }) => {
  const before = await fragment_of(page);
  for (const place of ['#leave', '#text a']) {
    await page.locator(place).first().focus();
    for (const key of ['o', 'i', '+', 'n', 'f']) await page.keyboard.press(key);
  }
  await rest(page);
  assert.equal(await fragment_of(page), before);
});
