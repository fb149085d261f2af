// What a screen reader is given, after random walks through every state, is what the core says and nothing else. The
// core's side is its tool's: it plays the presses of this test, not the page's memory of them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { seen_lines, told_lines } from './accessibility.mjs';
import { close_browser, look_at_no_pixel, open, phone, rest, serve, site_folder, until, wide } from './page.mjs';
import { pages_after } from './tool.mjs';

look_at_no_pixel();

const walks = 600;
const most_steps_a_walk = 3;
const whole_every = 50; // the text below the diagram does not change, and is compared now and then
const hit_every = 5;

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

// What the core is told of the stage: where the style has put it.
const resize_of = (page) =>
  page.evaluate(() => {
    const box = document.getElementById('stage').getBoundingClientRect();
    const form = getComputedStyle(document.documentElement).getPropertyValue('--form').trim();
    return `0 resize ${box.width.toFixed(2)} ${box.height.toFixed(2)} 1 ${form} 1`;
  });

// Presses one control as assistive technology does, and tells which; those that leave the page or its diagram are
// passed over.
const press = (page, number) =>
  page.evaluate(async (pick) => {
    const not = '#leave, #print, #present, #read-text, #skip, #open-brief, #about a, #panel a:not([id])';
    const controls = Array.from(
      document.querySelectorAll('#page header button, #diagram button, #diagram a[id]')
    ).filter(
      (control) =>
        !control.matches(not) && control.checkVisibility() && control.getAttribute('aria-disabled') !== 'true'
    );
    // One of a kind, and each kind as often: else the many cards drown what there is once.
    const kind_of = ({ id }) => id.split(':')[0];
    const all_kinds = Array.from(new Set(controls.map(kind_of)));
    const kinds = [...all_kinds, ...all_kinds.filter((kind) => kind.startsWith('link-'))];
    const kind = kinds[pick % kinds.length];
    const of_kind = controls.filter((control) => kind_of(control) === kind);
    const control = of_kind[(pick >> 8) % of_kind.length];
    control.click();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return control.id;
  }, number);

// What came of a link's copying is the browser's to say, some time later.
const answers = (page) => page.evaluate(() => throughline.recording().match(/^\S+ link \S+$/gm) || []);
async function answer_after(page, before) {
  const all = await until(
    async () => ((all) => all.length > before.length && all)(await answers(page)),
    'the browser says whether it copied the link'
  );
  return all.at(-1).replace(/^\S+/, '0');
}

const hide_text = (page, is_hidden) =>
  page.evaluate(
    (hidden) =>
      document.querySelectorAll('#text, #about').forEach((part) => (part.style.display = hidden ? 'none' : '')),
    is_hidden
  );
const without_text = (told) => ({
  ...told,
  items: told.items
    .filter(([, { id }]) => id !== 'about')
    .map((item) =>
      item[1].id === 'main' ? [...item.slice(0, 4), item[4].filter(([, { id }]) => id !== 'text')] : item
    ),
});

function check_same(seen, told, what) {
  const at = seen.findIndex((line, i) => line !== told[i]);
  const [by_browser, by_core] = [seen[at < 0 ? told.length : at], told[at < 0 ? seen.length : at]];
  const before = seen.slice(Math.max(0, at - 3), at).join(' | ');
  assert.ok(
    at < 0 && seen.length === told.length,
    `${what}: the browser says ${by_browser}, the core ${by_core}; before it ${before}`
  );
}

// Where every button stands on the stage; with `is_hit`, also what is hit in the middle of one that can be scrolled
// into sight.
async function buttons_of(page, is_hit) {
  const buttons = await page.evaluate(
    (hits) =>
      Array.from(document.querySelectorAll('[data-node]'), (button) => {
        if (hits) button.scrollIntoView({ block: 'center' });
        const box = button.getBoundingClientRect();
        const stage_box = document.getElementById('stage').getBoundingClientRect();
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        const dock = document.getElementById('dock').getBoundingClientRect();
        const end = dock.height ? dock.top : innerHeight;
        const is_seen =
          x > stage_box.left &&
          x < stage_box.right &&
          y > Math.max(stage_box.top, document.querySelector('header').getBoundingClientRect().bottom) &&
          y < Math.min(stage_box.bottom, end);
        const hit =
          hits && is_seen
            ? document.elementFromPoint(x, y)?.closest('[data-node]')?.dataset.node || 'something else'
            : '';
        return {
          node: button.dataset.node,
          rect: [box.x - stage_box.x, box.y - stage_box.y, box.width, box.height],
          hit,
        };
      }),
    is_hit
  );
  if (is_hit) await page.evaluate(() => scrollTo(0, 0));
  return buttons;
}

// Every button stands on its card and is what is hit there.
function check_buttons(buttons, told, what) {
  const cards = new Map();
  const collect = ([, attributes, , rect, children]) => (
    attributes['data-node'] && cards.set(attributes['data-node'], rect),
    (children || []).forEach(collect)
  );
  told.items.forEach(collect);
  assert.equal(buttons.length, cards.size);
  for (const { node, rect, hit } of buttons) {
    rect.forEach((value, side) =>
      assert.ok(
        Math.abs(value - cards.get(node)[side]) <= 1,
        `${what}: ${node} stands at ${rect}, its card at ${cards.get(node)}`
      )
    );
    if (hit) assert.equal(hit, node, `${what}: what is hit in the middle of ${node}`);
  }
}

const met = new Map(); // what the walks came by, in which form
const small_phone = { ...phone, deviceScaleFactor: 1 };
const runs = [
  ['from the disk, wide', undefined, wide, 2463534242],
  ['over http, wide', 'site', wide, 88172645],
  ['from the disk, on a phone', undefined, small_phone, 362436069],
  ['over http, on a phone', 'site', small_phone, 521288629],
];
for (const [name, where, size, seed] of runs) {
  test(`the accessibility tree after ${walks / runs.length} random walks ${name}`, async () => {
    const { page, context } = await open({ ...size, ...(where && { url: site.url }) });
    const session = await context.newCDPSession(page);
    await session.send('Accessibility.enable');
    const random = random_from(seed);
    await rest(page);
    const inputs = ['0 environment light still plain', await resize_of(page)];
    const meet = (thing) => met.set(`${thing}, ${size === wide ? 'wide' : 'tall'}`, true);
    const looks = []; // what the browser said after each walk; the core is asked once, at the end, for all of them
    for (let i = 0; i < walks / runs.length; ++i) {
      const is_whole = i % whole_every === 0;
      if (i % whole_every < 2) await hide_text(page, !is_whole);
      const pressed = [];
      for (let steps = 1 + random(most_steps_a_walk); steps > 0; --steps) {
        const told_before = await answers(page);
        const id = await press(page, random(1 << 30));
        pressed.push(id);
        inputs.push(`0 activate ${encodeURIComponent(id)}`);
        if (id === 'copy-link') inputs.push(await answer_after(page, told_before));
        const resize = await resize_of(page);
        if (resize !== inputs.findLast((line) => line.includes(' resize '))) inputs.push(resize);
      }
      for (const id of pressed) meet(id.replace(/:.*/, ''));
      looks.push({
        what: `walk ${i}, after ${pressed}`,
        is_whole,
        seen: await seen_lines(session),
        buttons: await buttons_of(page, i % hit_every === 0),
      });
      if (i + 1 < walks / runs.length) inputs.push('');
    }
    pages_after(inputs).forEach((told, i) => {
      const { what, is_whole, seen, buttons } = looks[i];
      check_same(seen, told_lines(is_whole ? told : without_text(told)), what);
      assert.equal(seen.filter((line) => line.startsWith('status')).length, 1, 'one status');
      check_buttons(buttons, told, what);
      meet(told.html['data-theme']);
      if (told.html['data-step']) meet('in the tour');
    });
    const hit_count = looks.flatMap(({ buttons }) => buttons.filter(({ hit }) => hit)).length;
    assert.ok(hit_count > 200, `${hit_count} buttons were hit`);
    // It would be seen if they differed.
    await page.evaluate(() => document.querySelector('[data-node]').setAttribute('aria-description', 'leads nowhere'));
    assert.ok((await seen_lines(session)).some((line) => line.includes('leads nowhere')));
    await context.close();
  });
}

test('the walks came by everything there is, in both forms', () => {
  const everywhere = [
    'node',
    'go',
    'light',
    'dark',
    'contrast',
    'tour',
    'tour-next',
    'tour-back',
    'tour-end',
    'in the tour',
    'whole',
    'link-in',
    'link-out',
    'link-follow',
    'link-back',
    'zoom-in',
    'zoom-out',
    'fit',
  ];
  for (const thing of [
    ...everywhere.flatMap((name) => [`${name}, wide`, `${name}, tall`]),
    'sheet, tall',
    'extent, tall',
  ])
    assert.ok(met.get(thing), `no walk met ${thing}`);
});
