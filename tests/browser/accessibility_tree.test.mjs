// What a screen reader is given, after random walks through the diagram, is what the core says and nothing else.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { seen_lines, told_lines } from './accessibility.mjs';
import { close_browser, open, rest, serve, site_folder, stage_of, stage_size } from './page.mjs';
import { page_of } from './tool.mjs';

const walks = 1000;
const steps_a_walk = 2;
const whole_every = 50; // the text below the diagram does not change, and is compared now and then

let site = null;
before(async () => (site = await serve(site_folder)));
after(async () => (site.close(), close_browser()));

// Marsaglia's xorshift, so that a failure can be had again.
function random_from(seed) {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

// One walk: controls pressed as assistive technology does. Following a line leaves a trail that no address tells; its own
// test is in keyboard.test.mjs.
const walk = (page, picks) => page.evaluate(async (numbers) => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  for (const number of numbers) {
    const not = '#leave, #print, #line-follow, #sheet, #read-text, #skip, #open-brief';
    const controls = Array.from(document.querySelectorAll('#diagram button, #diagram a[id]')).filter((control) => !control.matches(not) && control.checkVisibility());
    controls[number % controls.length].click();
    await frame();
  }
  await frame();
  return view_of_walk;
}, picks);

// The page's address as soon as it is made: the page waits a while, for the browsers' sake, between two of them, and
// Chromium passes over what comes too often. So its clock runs fast, and the addresses come here.
const address_at_once = (page) => page.addInitScript(() => {
  globalThis.view_of_walk = '';
  const now = performance.now.bind(performance);
  performance.now = () => now() * 1000;
  history.replaceState = (state, title, url) => (view_of_walk = url.split('#')[1] || '');
});

// Without what the core does not know from an address: what was said last.
const without_status = (lines) => lines.filter((line, i) => !line.startsWith('status') && !(line.startsWith('  "') && (lines[i - 1] || '').startsWith('status')));

function check_same(seen, told, view) {
  const [a, b] = [without_status(seen), without_status(told)];
  const at = a.findIndex((line, i) => line !== b[i]);
  assert.ok(at < 0 && a.length === b.length, `"${view}": the browser says ${a[at < 0 ? b.length : at]}, the core ${b[at < 0 ? a.length : at]}; before it ${a.slice(Math.max(0, at - 3), at).join(' | ')}`);
}

async function check_buttons(page, told) {
  const stage = await stage_of(page);
  const buttons = await page.evaluate(() => Array.from(document.querySelectorAll('[data-node]'), (button) => {
    const box = button.getBoundingClientRect();
    const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const stage_box = document.getElementById('stage').getBoundingClientRect();
    const is_seen = box.x + box.width / 2 > stage_box.left && box.x + box.width / 2 < stage_box.right && box.y + box.height / 2 > stage_box.top && box.y + box.height / 2 < Math.min(stage_box.bottom, innerHeight);
    return { node: button.dataset.node, rect: [box.x, box.y, box.width, box.height], hit: is_seen ? hit?.dataset.node : button.dataset.node };
  }));
  const cards = new Map();
  const collect = ([, attributes, , rect, children]) => (attributes['data-node'] && cards.set(attributes['data-node'], rect), (children || []).forEach(collect));
  told.forEach(collect);
  assert.equal(buttons.length, cards.size);
  for (const { node, rect: [x, y, w, h], hit } of buttons) {
    [x - stage.x, y - stage.y, w, h].forEach((value, side) => assert.ok(Math.abs(value - cards.get(node)[side]) <= 1, `${node} stands at ${[x, y, w, h]}`));
    assert.equal(hit, node);
  }
}

for (const [name, url, seed, count] of [['from the disk', () => undefined, 2463534242, walks / 2], ['over http', () => site.url, 88172645, walks / 2]]) {
  test(`the accessibility tree after ${count} random walks ${name}`, async () => {
    const { page, context } = await open({ prepare: address_at_once, ...(url() && { url: url() }) });
    const session = await context.newCDPSession(page);
    await session.send('Accessibility.enable');
    const random = random_from(seed);
    const stage = await stage_size(page);
    const known = new Map();
    const hide_text = (is_hidden) => page.evaluate((hidden) => document.querySelectorAll('#text, #about').forEach((part) => (part.style.display = hidden ? 'none' : '')), is_hidden);
    let statuses = 0;
    for (let i = 0; i < count; ++i) {
      const is_whole = i % whole_every === 0;
      if (i % whole_every < 2) await hide_text(!is_whole);
      const view = await walk(page, Array.from({ length: steps_a_walk }, () => random(1 << 30)));
      if (!known.has(view)) known.set(view, page_of({ view, stage }).items);
      const told = known.get(view);
      const short = (items) => items.filter(([, { id }]) => id !== 'about').map((item) => (item[1].id === 'main' ? [...item.slice(0, 4), item[4].filter(([, { id }]) => id !== 'text')] : item));
      const lines = await seen_lines(session);
      check_same(lines, told_lines(is_whole ? told : short(told)), view);
      statuses += lines.some((line, at) => line.startsWith('status') && (lines[at + 1] || '').startsWith('  "')) ? 1 : 0;
      if (is_whole) {
        // An address has its place in the picture only to some pixels when it is zoomed.
        await page.evaluate(() => document.getElementById('fit').click());
        await rest(page);
        await check_buttons(page, page_of({ view: await page.evaluate(() => view_of_walk), stage }).items);
      }
    }
    assert.equal(statuses, count, 'one status, with words in it, after every walk');
    // It would be seen if they differed.
    await page.evaluate(() => document.querySelector('[data-node]').setAttribute('aria-description', 'leads nowhere'));
    assert.ok((await seen_lines(session)).some((line) => line.includes('leads nowhere')));
    await context.close();
  });
}
