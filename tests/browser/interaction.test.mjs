// What a reader can do with pointer and finger, and the address that every view has.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  assert_same_page,
  attribute,
  await_fragment,
  fragment_of,
  look_at_no_pixel,
  node_button,
  open,
  phone,
  read_dom,
  rest,
  settled_fragment,
  show,
  stage_of,
  stage_size,
  wide,
} from './page.mjs';
import { page_test } from './page_test.mjs';
import { brief, page_of } from './tool.mjs';

look_at_no_pixel();

const title_of = (id) => brief.nodes.find((node) => node.id === id).title;
const label_of = (source) => brief.locators.find((locator) => locator.id === source).label;
const words = { leads_to: 'leads to', answers: 'answers', opposes: 'opposes' };
// The node with most links, which has stated and inferred ones.
const links_of = (id) => brief.links.filter((link) => link.from === id || link.to === id);
const busiest = brief.nodes.map((node) => node.id).sort((a, b) => links_of(b).length - links_of(a).length)[0];

const selected = (page) => attribute(page, 'data-selected');
const select = (page, id) => node_button(page, title_of(id)).click();
const activations = async (page) => (await recording(page)).filter((line) => line.includes(' activate ')).length;
const recording = (page) => page.evaluate(() => throughline.recording().trim().split('\n'));

async function wait_for_zoom(page) {
  await page.waitForFunction(() => throughline.view().includes('zoom='));
  await rest(page);
  return settled_fragment(page);
}

// The buttons stand where the tool has them for this address, whose numbers are rounded.
async function check_buttons(page, form = 'wide') {
  await rest(page);
  const told = new Map();
  const collect = ([, { 'data-node': node }, , rect, children]) => (
    node && told.set(node, rect),
    (children || []).forEach(collect)
  );
  page_of({ view: await fragment_of(page), form, stage: await stage_size(page) }).items.forEach(collect);
  const stage = await stage_of(page);
  for (const [node, rect] of await page
    .locator('[data-node]')
    .evaluateAll((list) => list.map((element) => [element.dataset.node, element.getBoundingClientRect().toJSON()]))) {
    const [x, y, w] = told.get(node);
    const off = Math.max(Math.abs(rect.x - stage.x - x), Math.abs(rect.y - stage.y - y), Math.abs(rect.width - w));
    assert.ok(off < 8, `${node} stands ${off} px from where the address puts it`);
  }
}

page_test(
  'a click on a node, found by role and name, shows it: attribute, address, panel with direct links first',
  {},
  async ({ page }) => {
    await select(page, busiest);
    await rest(page);
    assert.equal(await selected(page), busiest);
    await await_fragment(page, busiest);
    assert.equal(await node_button(page, title_of(busiest)).getAttribute('aria-pressed'), 'true');
    const panel = page.getByRole('region', { name: title_of(busiest), exact: true });
    assert.equal(await panel.getByRole('heading', { level: 2 }).innerText(), title_of(busiest));
    assert.ok((await panel.innerText()).includes(brief.nodes.find((node) => node.id === busiest).text));

    // Each direct link once, with its basis; its sentence and source on request; and all of them before what lies
    // further along.
    const proofs = panel.locator('details');
    const told = await proofs.evaluateAll((list) =>
      list.map((element) => {
        element.open = true;
        const item = element.closest('li');
        return {
          to: item.querySelector('a').textContent,
          basis: item.querySelector('summary').innerText.trim(),
          text: element.innerText,
          order: Array.from(document.querySelectorAll('#panel li')).indexOf(item),
        };
      })
    );
    const links = links_of(busiest);
    assert.equal(told.length, links.length);
    for (const link of links) {
      const other = title_of(link.from === busiest ? link.to : link.from);
      const sentence = `“${title_of(link.from)}” ${words[link.kind]} “${title_of(link.to)}”.`;
      const found = told.find((item) => item.text.includes(sentence));
      assert.ok(found, `the panel does not say "${sentence}"`);
      assert.equal(found.to, other);
      assert.ok(found.basis.startsWith(link.basis === 'stated' ? 'stated' : 'our reading'), found.basis);
      for (const source of link.sources)
        assert.ok(found.text.includes(label_of(source)), `${sentence} lacks its source`);
      if (link.why) assert.ok(found.text.includes(link.why), `${sentence} lacks its reason`);
    }
    assert.deepEqual(
      told.map((item) => item.order).sort((a, b) => a - b),
      links.map((_, i) => i),
      'direct links come first'
    );
    const headings = await panel.getByRole('heading', { level: 3 }).allInnerTexts();
    const first_further = headings.findIndex((text) => text.startsWith('Further'));
    assert.ok(
      first_further > 0 && headings.slice(first_further).every((text) => text.startsWith('Further')),
      headings.join(', ')
    );
  }
);

page_test('links in the panel lead on, and Escape and the button lead back to the whole', {}, async ({ page }) => {
  await select(page, busiest);
  const link = links_of(busiest).find((one) => one.from === busiest) || links_of(busiest)[0];
  const next = link.from === busiest ? link.to : link.from;
  await page
    .locator('#panel')
    .getByRole('link', { name: title_of(next), exact: true })
    .first()
    .click();
  await rest(page);
  assert.equal(await selected(page), next);
  await await_fragment(page, next);
  await page.keyboard.press('Escape');
  await rest(page);
  assert.equal(await selected(page), '');
  await await_fragment(page, '');
  await select(page, next);
  await page.getByRole('button', { name: 'Back to the whole' }).click();
  await rest(page);
  assert.equal(await selected(page), '');
  await select(page, next);
  await select(page, next);
  await rest(page);
  assert.equal(await selected(page), '', 'a second click on a node lets go of it');
});

page_test('the tour goes on, back and to its end', {}, async ({ page }) => {
  const heading = page.locator('#panel').getByRole('heading', { level: 2 });
  await page.getByRole('button', { name: 'Take the tour' }).click();
  for (let step = 1; step <= brief.tour.length; ++step) {
    await rest(page);
    assert.equal(await attribute(page, 'data-step'), String(step));
    assert.equal(await heading.innerText(), brief.tour[step - 1].title);
    await await_fragment(page, `step=${step}`);
    if (step < brief.tour.length) await page.getByRole('button', { name: 'Next' }).click();
  }
  assert.equal(await page.getByRole('button', { name: 'Next' }).getAttribute('aria-disabled'), 'true');
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await rest(page);
  assert.equal(await attribute(page, 'data-step'), String(brief.tour.length - 1));
  await page.getByRole('button', { name: 'End the tour' }).click();
  await rest(page);
  assert.equal(await attribute(page, 'data-step'), '');
  await await_fragment(page, '');
  await page.getByRole('button', { name: 'Take the tour' }).click();
  await page.keyboard.press('Escape');
  await rest(page);
  assert.equal(await attribute(page, 'data-step'), '', 'Escape ends the tour');
});

page_test('wheel, buttons and keys zoom, a drag pans, and Fit shows all again', {}, async ({ page }) => {
  const { x, y, w, h } = await stage_of(page);
  const middle = [x + w / 2, y + h / 2];
  const width = async () => (await node_button(page, title_of(busiest)).boundingBox()).width;
  const fitted = await width();

  await page.mouse.move(...middle);
  await page.mouse.wheel(0, -200);
  await wait_for_zoom(page);
  await check_buttons(page);
  const zoomed = await width();
  assert.ok(zoomed > fitted * 1.2);
  assert.equal(await page.evaluate(() => scrollY), 0, 'a wheel that zooms does not scroll');

  const before = await node_button(page, title_of(busiest)).boundingBox();
  await page.mouse.down();
  await page.mouse.move(middle[0] - 40, middle[1] - 20, { steps: 4 });
  await page.mouse.up();
  await wait_for_zoom(page);
  await check_buttons(page);
  const after = await node_button(page, title_of(busiest)).boundingBox();
  assert.ok(
    Math.abs(after.x - before.x + 40) < 1 && Math.abs(after.y - before.y + 20) < 1,
    'the picture follows the pointer'
  );
  assert.equal(await selected(page), '');

  await page.getByRole('button', { name: 'Fit the whole diagram' }).click();
  await await_fragment(page, '');
  assert.ok(Math.abs((await width()) - fitted) < 0.1);

  await page.getByRole('button', { name: 'Zoom in' }).click();
  await wait_for_zoom(page);
  await check_buttons(page);
  await page.getByRole('button', { name: 'Zoom out' }).click();
  await await_fragment(page, '');
  for (const key of ['+', '+', '-']) await page.keyboard.press(key);
  assert.match(await wait_for_zoom(page), /^zoom=1\.4&/);
  await page.keyboard.press('ArrowLeft');
  await wait_for_zoom(page);
  await check_buttons(page);
  await page.keyboard.press('0');
  await await_fragment(page, '');
});

page_test(
  'a drag that ends on a node selects nothing, and the next click selects again',
  { fragment: 'zoom=1.5&at=0.5,0.5' },
  async ({ page }) => {
    await rest(page);
    const stage = await stage_of(page);
    const [, box] = (
      await page
        .locator('[data-node]')
        .evaluateAll((list) => list.map((element) => [element.dataset.node, element.getBoundingClientRect().toJSON()]))
    ).find(
      ([, { x, y, right, bottom }]) =>
        x > stage.x + 150 && right < stage.x + stage.w - 20 && y > stage.y + 150 && bottom < stage.y + stage.h - 20
    );
    await page.mouse.move(box.x + 20, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x - 60, box.y - 40, { steps: 6 });
    await page.mouse.up();
    await rest(page);
    assert.equal(await selected(page), '');
    await page.mouse.click(box.x - 60, box.y - 40);
    await rest(page);
    assert.notEqual(await selected(page), '');
  }
);

// ---- The address.
for (const [form, size] of [
  ['wide', wide],
  ['tall', phone],
]) {
  const views = [
    busiest,
    'step=3',
    'theme=dark',
    `${busiest}&zoom=2&at=0.4,0.6&theme=dark`,
    form === 'tall' ? `${busiest}&show=everything` : `step=2&zoom=1.5&at=0.5,0.5`,
  ];
  test(`every view is restored from its address, ${form}`, async () => {
    for (const view of views) {
      const { page, problems, context } = await open({ ...size, fragment: view });
      await rest(page);
      assert_same_page(await read_dom(page), page_of({ view, form, stage: await stage_size(page) }));
      await await_fragment(page, view);
      assert.equal(await page.evaluate(() => scrollY < innerHeight), true, 'the view stays in sight');
      assert.deepEqual(problems, []);
      await context.close();
    }
  });
}

page_test(
  'an address that is changed by hand is followed, and what it does not know is passed over',
  {},
  async ({ page }) => {
    for (const view of [busiest, 'step=2', 'nobody-knows-this&zoom=99', `${busiest}&zoom=2&at=0.5,0.5`, 'theme=dark']) {
      await show(page, view);
      const told = page_of({ view, stage: await stage_size(page) });
      // The tool has come from nowhere; the page says that it is back at the whole.
      if (!told.html['data-selected'] && !told.html['data-step'])
        told.items.find(([, { id }]) => id === 'status')[2] = 'The whole diagram.';
      assert_same_page(await read_dom(page), told);
    }
  }
);

page_test('nothing that is done adds an entry to the history', {}, async ({ page }) => {
  const entries = await page.evaluate(() => history.length);
  await select(page, busiest);
  await page.locator('#panel a').first().click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Take the tour' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await page.getByRole('link', { name: 'Read it as text' }).click();
  await page.locator('.part-contents a').first().click();
  await page.locator('.part-relation a').first().click();
  await rest(page);
  assert.equal(await page.evaluate(() => history.length), entries);
});

page_test(
  'the text leads back: a title in a sentence opens its node in the diagram or goes to its section',
  {},
  async ({ page }) => {
    await page.getByRole('link', { name: 'Read it as text' }).click();
    await page.waitForFunction(
      () => Math.abs(document.getElementById('text').getBoundingClientRect().top) < innerHeight / 2
    );
    assert.equal(await selected(page), '');
  }
);

// ---- Fingers.
const touch = async (page) => {
  const session = await page.context().newCDPSession(page);
  return (type, ...points) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
};
const middle_of = async (page, id) => {
  const box = await node_button(page, title_of(id)).boundingBox();
  return [box.x + box.width / 2, box.y + box.height / 2];
};

for (const [name, size] of [
  ['wide', { ...wide, hasTouch: true }],
  ['tall', phone],
]) {
  page_test(`one tap is one activation, ${name}`, size, async ({ page }) => {
    const first = await page.locator('[data-node]').first().getAttribute('data-node');
    await node_button(page, title_of(first)).tap();
    await rest(page);
    assert.equal(await selected(page), first);
    assert.equal(await activations(page), 1);
    await page.getByRole('button', { name: 'Back to the whole' }).tap();
    await rest(page);
    assert.equal(await selected(page), '');
    assert.equal(await activations(page), 2);
  });
}

page_test('a touch that is cancelled does nothing', { ...wide, hasTouch: true }, async ({ page }) => {
  const send = await touch(page);
  const [x, y] = await middle_of(page, busiest);
  const before = await read_dom(page);
  await send('touchStart', [x, y]);
  await send('touchMove', [x + 2, y + 1]);
  await send('touchCancel');
  await rest(page);
  assert.ok(
    (await recording(page)).some((line) => line.includes('pointer cancel touch')),
    'the browser has cancelled it'
  );
  assert.equal(await activations(page), 0);
  assert.deepEqual(await read_dom(page), before);
  await page.touchscreen.tap(x, y);
  await rest(page);
  assert.equal(await selected(page), busiest, 'and leaves nothing behind');
});

page_test(
  'two fingers zoom where they are, and lifting them selects nothing',
  { ...wide, hasTouch: true },
  async ({ page }) => {
    const send = await touch(page);
    const stage = await stage_of(page);
    const [x, y] = [stage.x + stage.w / 2, stage.y + stage.h / 2];
    const width = async () => (await node_button(page, title_of(busiest)).boundingBox()).width;
    const fitted = await width();
    await send('touchStart', [x - 40, y]);
    await send('touchStart', [x - 40, y], [x + 40, y]);
    for (const spread of [60, 80, 100, 120]) await send('touchMove', [x - spread, y], [x + spread, y]);
    await send('touchEnd');
    await wait_for_zoom(page);
    assert.ok(Math.abs((await width()) / fitted - 3) < 0.1, `three times as far apart: ${(await width()) / fitted}`);
    await check_buttons(page);
    assert.equal(await selected(page), '');
    assert.equal(await page.evaluate(() => visualViewport.scale), 1, 'the page itself does not zoom');
  }
);

page_test("a swipe over the diagram scrolls the phone's page and selects nothing", phone, async ({ page }) => {
  const send = await touch(page);
  await send('touchStart', [195, 560]);
  for (let y = 550; y > 200; y -= 20) await send('touchMove', [195, y]);
  await send('touchEnd');
  await rest(page);
  assert.ok((await page.evaluate(() => scrollY)) > 200);
  assert.equal(await selected(page), '');
  assert.equal(await activations(page), 0);
});

page_test('on a phone a node brings its path alone, and everything when asked', phone, async ({ page }) => {
  const shown = () => page.locator('[data-node]').count();
  assert.equal(await shown(), brief.nodes.length);
  await node_button(page, title_of(busiest)).tap();
  await rest(page);
  assert.ok((await shown()) < brief.nodes.length);
  const { y } = await node_button(page, title_of(busiest)).boundingBox();
  assert.ok(y > 0 && y < 844, `the selected card is in sight: ${y}`);
  await page.getByRole('button', { name: 'show everything' }).tap();
  await rest(page);
  assert.equal(await shown(), brief.nodes.length);
  await await_fragment(page, `${busiest}&show=everything`);
});
