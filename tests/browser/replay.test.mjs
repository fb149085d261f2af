// A session in the browser and its recording played by the tool end with the same page.
import assert from 'node:assert/strict';
import {
  assert_same_page,
  attribute,
  look_at_no_pixel,
  node_button,
  phone,
  read_dom,
  rest,
  show,
  stage_of,
  stage_size,
  wide,
} from './page.mjs';
import { page_test } from './page_test.mjs';
import { brief, moved, moves_of, page_of, replay } from './tool.mjs';

look_at_no_pixel();

const text_in = (line, name) => {
  const found = new RegExp(` ${name}("(?:[^"\\\\]|\\\\.)*")`).exec(line);
  return found ? JSON.parse(found[1]) : '';
};

// The items of a dumped page as [id, text, name, node, pressed, rect]; those that the DOM has under another shape left
// out.
function items_of_dump(dump) {
  const lines = dump
    .slice(dump.lastIndexOf('\npage ') + 1)
    .split('\n')
    .filter(Boolean);
  let moves = [1, 0, 0];
  return lines.slice(1).map((line) => {
    moves = moves_of(line) || moves;
    const bare = line.replace(/"(?:[^"\\]|\\.)*"/g, '""');
    const [, id = ''] = /^ *\S+(?: \d)? #(\S+)/.exec(bare) || [];
    const [, role, text = '""'] = /^ *(\S+)(?: \d)?(?: #\S+)?(?: \([^)]*\))?(?: ("(?:[^"\\]|\\.)*"))?/.exec(line);
    const [, at] = / at ([-\d.,]+)$/.exec(bare) || [];
    const pressed = / (un)?pressed\b/.exec(bare);
    return {
      role,
      id,
      text: JSON.parse(text.startsWith('"') ? text : '""'),
      name: text_in(line, 'named '),
      pressed: pressed ? String(!pressed[1]) : null,
      rect: id.startsWith('node:') ? moved(at.split(',').map(Number), moves) : null,
    };
  });
}

function items_of_dom({ items }) {
  const list = [];
  const visit = ([tag, attributes, text, rect, children]) => {
    if (tag === 'summary' || tag === 'input') return;
    if (tag === 'label') {
      const [, { id }] = children.find(([inner]) => inner === 'input');
      list.push({ id, text: children.find(([inner]) => inner === 'span')[2], name: '', pressed: null, rect: null });
      return;
    }
    const summary = tag === 'details' ? children.find(([inner]) => inner === 'summary') : null;
    list.push({
      id: attributes.id || '',
      text: summary ? summary[2] : text,
      name: (summary || [0, attributes])[1]['aria-label'] || '',
      pressed: attributes['aria-pressed'] || null,
      rect,
    });
    (children || []).forEach(visit);
  };
  items.forEach(visit);
  return list;
}

async function check_replay(page) {
  await rest(page);
  const told = items_of_dump(replay(await page.evaluate(() => throughline.recording())));
  const shown = items_of_dom(await read_dom(page));
  assert.equal(shown.length, told.length);
  shown.forEach((item, i) => {
    const { role, rect, ...rest_of_it } = told[i];
    const { rect: shown_rect, ...shown_rest } = item;
    assert.deepEqual(shown_rest, rest_of_it, `item ${i}, a ${role}`);
    if (rect)
      rect.forEach((value, side) =>
        assert.ok(
          Math.abs(value - shown_rect[side]) < 0.11,
          `${item.id} stands at ${shown_rect}, in the replay at ${rect}`
        )
      );
  });
}

page_test(
  'a visit by mouse and keys replays to the same page',
  { ...wide, reducedMotion: 'no-preference' },
  async ({ page }) => {
    const stage = await stage_of(page);
    await page.mouse.move(stage.x + stage.w / 2, stage.y + stage.h / 2, { steps: 5 });
    await page.mouse.wheel(0, -150);
    await page.mouse.down();
    await page.mouse.move(stage.x + stage.w / 2 - 90, stage.y + stage.h / 2 + 30, { steps: 7 });
    await page.mouse.up();
    await check_replay(page);
    await page.keyboard.press('0');
    await node_button(page, brief.nodes[4].title).click();
    await page.setViewportSize({ width: 1280, height: 720 });
    await check_replay(page);
    await page.locator('#tour').click();
    await page.keyboard.press('n');
    await page.locator('#zoom-in').click();
    await page.locator('#theme').click();
    await check_replay(page);
  }
);

page_test(
  'a visit by finger replays to the same page',
  { ...phone, reducedMotion: 'no-preference' },
  async ({ page }) => {
    await node_button(page, brief.nodes[4].title).tap();
    await check_replay(page);
    await page.locator('#extent').tap();
    await page.locator('#panel a').first().tap();
    await check_replay(page);
  }
);

page_test('the tool and the page agree on what a view of the recording is', {}, async ({ page }) => {
  await show(page, 'step=2');
  assert.equal(await attribute(page, 'data-step'), '2');
  assert_same_page(await read_dom(page), page_of({ view: 'step=2', stage: await stage_size(page) }));
});
