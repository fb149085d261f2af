// The picture without any script: what a card, a link or a step of the tour lights, quietens and shows by style alone,
// held to what the command line tool says of the same view.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { browser, close_browser, one_file, phone, rest, site_folder, serve, wait_for_state, wide } from './page.mjs';
import { brief, scene_of } from './tool.mjs';

after(close_browser);

const steps = 500; // of each form's walk

// Mulberry32, so that a walk that fails can be walked again.
function random_from(seed) {
  let state = seed;
  return (count) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count;
  };
}

async function open_without_scripts(url, options) {
  const context = await (await browser()).newContext({ ...options, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(url);
  return { page, context };
}

const shown_sections = ':is(.part-node, .part-stop):is(:target, .shown)';

// As a reader sees it: by computed styles, and lines by where they begin and end.
const seen_on = (page) =>
  page.evaluate((of_shown) => {
    const picture = [...document.querySelectorAll('.part-alive')].find((svg) => svg.getClientRects().length > 0);
    const style = (element) => getComputedStyle(element);
    const quiet = style(document.documentElement).getPropertyValue('--muted').trim();
    const as_color = (value) => {
      const probe = document.createElement('i');
      probe.style.color = value;
      document.body.append(probe);
      const color = style(probe).color;
      probe.remove();
      return color;
    };
    const muted = as_color(quiet);
    const cards = [...picture.querySelectorAll('.part-cards > a')].map((card) => ({
      node: card.getAttribute('href').slice(1),
      is_quiet: style(card.querySelector('text')).fill === muted,
      is_chosen: style(card).pointerEvents === 'none',
    }));
    const lines = [...picture.querySelectorAll('.part-lit > [stroke] > path')].filter(
      (path) => style(path).visibility === 'visible'
    );
    const target = document.querySelector(of_shown);
    const shown = target && target.getBoundingClientRect();
    return {
      lit: cards.filter((card) => !card.is_quiet).map((card) => card.node),
      chosen: cards.filter((card) => card.is_chosen).map((card) => card.node),
      lines: lines.length,
      section: target ? target.id : '',
      is_in_sight: !shown || (shown.top >= 0 && shown.bottom <= innerHeight + 1 && shown.width > 0 && shown.height > 0),
    };
  }, shown_sections);

const told = new Map();
function told_of(view, form) {
  const key = `${form} ${view}`;
  if (!told.has(key)) {
    // All cards stand in the picture without script, as they do in the wide form.
    const scene = scene_of({ view, form: 'wide' });
    const is_lit = ({ emphasis }) => emphasis === 'lit' || emphasis === 'selected';
    told.set(key, {
      lit: view ? scene.cards.filter(is_lit).map(({ node }) => node) : scene.cards.map(({ node }) => node),
      chosen: scene.cards.filter(({ emphasis }) => emphasis === 'selected').map(({ node }) => node),
      lines: scene.links.filter(is_lit).length,
    });
  }
  return told.get(key);
}

async function check_view(page, view, form, what) {
  const seen = await seen_on(page);
  const wanted = told_of(view, form);
  assert.equal(seen.section, view, `${what}: the section that is shown`);
  assert.ok(seen.is_in_sight, `${what}: its section is not in sight`);
  assert.deepEqual(new Set(seen.lit), new Set(wanted.lit), `${what}: the cards that are lit`);
  assert.deepEqual(seen.chosen, wanted.chosen, `${what}: the card that is chosen`);
  assert.equal(seen.lines, wanted.lines, `${what}: the lines that are lit`);
}

// Everything that can be followed where the reader is: cards, the links of the section, the way back, the tour.
const ways_from = (view) => ['.part-cards > a', '#tour', ...(view ? [`${shown_sections} a`, '#whole'] : [])].join(', ');

const file = pathToFileURL(one_file).href;
const site = await serve(site_folder);
after(site.close);

for (const [form, options, url] of [
  ['wide', wide, file],
  ['tall', phone, site.url],
]) {
  test(`a walk without scripts, ${form}: what is lit, quiet and shown is what the tool says of each view`, async () => {
    const { page, context } = await open_without_scripts(url, options);
    const random = random_from(20261127);
    let view = '';
    const visited = new Set();
    await check_view(page, view, form, 'at the start');
    for (let step = 0; step < steps; ++step) {
      const href = await page.evaluate(
        ([ways, pick]) => {
          const links = [...document.querySelectorAll(ways)].filter(
            (link) => link.getClientRects().length > 0 && getComputedStyle(link).pointerEvents !== 'none'
          );
          const link = links[pick % links.length];
          link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
          return link.getAttribute('href');
        },
        [ways_from(view), random(1e9)]
      );
      view = href === '#whole' ? '' : decodeURIComponent(href.slice(1));
      await page.waitForURL((address) => address.hash === href);
      visited.add(view);
      await check_view(page, view, form, `step ${step}, ${href}`);
    }
    assert.ok(visited.size > 40, `only ${visited.size} views were visited`);
    await context.close();
  });
}

test('a finger on the chosen card, or on empty ground, leads back to the whole', async () => {
  const { page, context } = await open_without_scripts(file, phone);
  const card = page.locator('.picture-tall .part-cards > a[href="#attention"] rect');
  await card.tap();
  await check_view(page, 'attention', 'tall', 'after a tap');
  const scrolled = await page.evaluate(() => scrollY);
  assert.equal(scrolled, 0, 'the page jumped');
  const box = await card.boundingBox();
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForURL((address) => address.hash === '#whole');
  await check_view(page, '', 'tall', 'after a second tap');
  await context.close();
});

test('every card says its title, and every section that is shown can be left by key', async () => {
  const { page, context } = await open_without_scripts(file, wide);
  for (const { id, title } of brief.nodes.slice(0, 5)) {
    await page.getByRole('link', { name: title, exact: true }).first().focus();
    await page.keyboard.press('Enter');
    await check_view(page, id, 'wide', `after Enter on ${title}`);
    await page.getByRole('link', { name: 'Back to the whole' }).focus();
    await page.keyboard.press('Enter');
    await check_view(page, '', 'wide', 'after the way back');
  }
  await context.close();
});

// WebAssembly is answered when the test says so.
const hold_engine = () => {
  const instantiate = WebAssembly.instantiate;
  const held = new Promise((released) => (globalThis.release_engine = released));
  WebAssembly.instantiate = (...given) => held.then(() => instantiate(...given));
};
const box_of = (page, selector) =>
  page.evaluate((of) => {
    const element = [...document.querySelectorAll(of)].find((one) => one.getClientRects().length > 0);
    const { left, top, width } = element.getBoundingClientRect();
    return { left, top, width };
  }, selector);

for (const [form, options] of [
  ['wide', wide],
  ['narrow', { viewport: { width: 1024, height: 768 } }],
  ['tall', phone],
]) {
  test(`the engine takes over the card that was chosen before it ran, and nothing moves, ${form}`, async () => {
    for (const lane of [1, 2]) {
      const { id } = brief.nodes.filter((node) => node.lane === brief.lanes[lane].id).at(-1);
      const context = await (await browser()).newContext({ ...options, reducedMotion: 'reduce' });
      const page = await context.newPage();
      await page.addInitScript(hold_engine);
      await page.goto(file);
      await page.waitForSelector('[data-state="loading"]', { state: 'attached' });
      await page.locator(`.part-cards > a[href="#${id}"]`).locator('visible=true').click();
      const card = await box_of(page, `.part-cards > a[href="#${id}"] > rect`);
      const section = await box_of(page, shown_sections);
      await page.evaluate(() => globalThis.release_engine());
      await wait_for_state(page, 'ready');
      await rest(page);
      assert.equal(await page.getAttribute('html', 'data-selected'), id);
      const button = await box_of(page, `[data-node="${id}"]`);
      const panel = await box_of(page, form === 'tall' ? '#dock' : '#panel');
      for (const edge of ['left', 'top', 'width'])
        assert.ok(Math.abs(button[edge] - card[edge]) <= 2, `${id}: ${edge} ${card[edge]} is ${button[edge]}`);
      for (const edge of ['left', 'top'])
        assert.ok(Math.abs(panel[edge] - section[edge]) <= 2, `the panel's ${edge} ${section[edge]} is ${panel[edge]}`);
      // What is chosen from here on is shown as ever.
      if (form === 'tall') {
        await page.keyboard.press('Escape');
        await page.locator(`[data-node="${id}"]`).click();
        assert.match(await page.locator('#extent').innerText(), /everything/i);
      }
      await context.close();
    }
  });
}
