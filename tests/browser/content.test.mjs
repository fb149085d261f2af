// Other content, and bad content: opened by the file input or dropped, shown or refused with the list that `check`
// prints.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { card_offsets, within_px } from './image.mjs';
import {
  assert_same_page,
  attribute,
  fragment_of,
  long_phone,
  node_button,
  open,
  picture_of,
  read_dom,
  rest,
  stage_size,
  wide,
} from './page.mjs';
import { page_test } from './page_test.mjs';
import { brief, brief_file, check, example_file, page_of, read_content, scene_of } from './tool.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'throughline-'));
after(() => rmSync(folder, { recursive: true }));

const choose = (page, file) => page.locator('input[type=file]').setInputFiles(file);
// A link to this page would not show what was opened in it, so none is offered.
const without_link = (items) =>
  items
    .filter(([, { id }]) => id !== 'copy-link')
    .map(([tag, attributes, text, rect, children]) => [
      tag,
      attributes,
      text,
      rect,
      children && without_link(children),
    ]);
const status_of = (told) => told.items.find(([, { id }]) => id === 'status');

async function drop(page, ...files) {
  const data = await page.evaluateHandle(
    (dropped) => {
      const transfer = new DataTransfer();
      for (const [name, base64] of dropped)
        transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
      return transfer;
    },
    files.map((file) => [path.basename(file), readFileSync(file, 'base64')])
  );
  for (const type of ['dragover', 'drop']) await page.dispatchEvent('#stage', type, { dataTransfer: data });
}

async function check_shown(page, form, ratio) {
  const told = page_of({ content: example_file, form, stage: await stage_size(page) });
  status_of(told)[2] = 'Opened night-buses.json.';
  told.items = without_link(told.items);
  assert_same_page(await read_dom(page), told);
  assert.equal(await attribute(page, 'data-selected'), '');
  assert.equal(await fragment_of(page), '');
  const scene = scene_of({ content: example_file, form, stage: await stage_size(page) });
  const image = await picture_of(page);
  for (const card of scene.cards)
    assert.ok(
      card_offsets(image, card, ratio)?.every((by) => Math.abs(by) <= within_px),
      `${card.node} is not drawn`
    );
}

for (const [how, show] of [
  ['chosen', choose],
  ['dropped', drop],
]) {
  for (const [form, size] of [
    ['wide', wide],
    ['tall', long_phone],
  ]) {
    page_test(
      `another brief, ${how}, is shown whole: title, text, controls and canvas, ${form}`,
      size,
      async ({ page }) => {
        await node_button(page, brief.nodes[0].title).click();
        await show(page, example_file);
        await page.waitForFunction((title) => document.title === title, read_content(example_file).title);
        await rest(page);
        await check_shown(page, form, size.deviceScaleFactor || 1);
        const node = read_content(example_file).nodes[3];
        await node_button(page, node.title).click();
        await rest(page);
        assert.equal(await attribute(page, 'data-selected'), node.id);
      }
    );
  }
}

// ---- Bad content.
const good = readFileSync(example_file, 'utf8');
function changed(from, to) {
  assert.ok(good.includes(from), from);
  return good.replace(from, to);
}
const [first, second] = read_content(example_file).nodes;

// A valid PNG of one pixel.
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64'
);
const bad = {
  'broken.json': good.slice(0, good.length / 2),
  'unknown-id.json': changed(`"from": "${first.id}"`, '"from": "nobody"'),
  'missing-field.json': changed(/"text": "[^"]*",\s*/.exec(good.slice(good.indexOf('"nodes"')))[0], ''),
  'wrong-type.json': changed(`"title": "${first.title}"`, '"title": 12'),
  'doubled-id.json': changed(`"id": "${second.id}"`, `"id": "${first.id}"`),
  'bad-basis.json': changed('"basis": "stated"', '"basis": "rumoured"'),
  'wrong-utf-8.json': Buffer.concat([
    Buffer.from(good.slice(0, 400)),
    Buffer.from([0xc3, 0x28]),
    Buffer.from(good.slice(400)),
  ]),
  'five-megabytes.json': `${good}${' '.repeat(5 * 1024 * 1024)}`,
  'picture.png': png,
  'empty.json': '',
  'many.json': good
    .replaceAll('"basis": "stated"', '"basis": "said"')
    .replace(`"id": "${second.id}"`, `"id": "${first.id}"`),
};
const write = (name) => {
  const file = path.join(folder, name);
  writeFileSync(file, bad[name]);
  return file;
};

test('check prints each mistake as file:line:column: pointer: message and ends with 1', () => {
  for (const name of Object.keys(bad)) {
    const file = write(name);
    const { status, lines } = check(file);
    assert.equal(status, 1, name);
    assert.ok(lines.length > 0, name);
    for (const line of lines) {
      const [, at_line, at_column, pointer, message] =
        /^:(\d+):(\d+): ((?:\/[^:]*)?): (.+)$/.exec(line.slice(file.length)) || [];
      assert.ok(line.startsWith(file) && Number(at_line) > 0 && Number(at_column) > 0, line);
      assert.ok(pointer !== undefined && message.length > 10, line);
    }
  }
  assert.ok(check(write('many.json')).lines.length > 5, 'all mistakes are listed at once');
  const right = check(brief_file, example_file);
  assert.equal(right.status, 0);
  const counted = right.lines.filter((line) => !line.includes(': remark: '));
  assert.equal(counted.length, 2);
  counted.forEach((line, i) =>
    assert.match(
      line,
      [
        new RegExp(`^${brief_file}: no mistakes: \\d+ cards, \\d+ links, \\d+ steps, \\d+ remarks?$`),
        /: no mistakes: 12 cards, 17 links, /,
      ][i]
    )
  );
  assert.match(check(example_file).lines.at(-1), /^no mistakes: 12 cards, 17 links, \d+ steps, 0 remarks$/);
});

test('a place that check names is where the mistake is', () => {
  const place = (name, text) => {
    const lines = bad[name].slice(0, bad[name].indexOf(text)).split('\n');
    return `:${lines.length}:${lines.at(-1).length + 1}: `;
  };
  for (const [name, text] of [
    ['unknown-id.json', '"nobody"'],
    ['wrong-type.json', '12'],
    ['bad-basis.json', '"rumoured"'],
  ]) {
    const [line] = check(write(name)).lines;
    assert.ok(line.startsWith(path.join(folder, name) + place(name, text)), line);
  }
});

// The list that the page shows, in the tool's form.
const listed = (page, name) =>
  page.locator('#mistakes li').evaluateAll(
    (items, file) =>
      items.map((item) => {
        const part = (which) => item.querySelector(`.part-${which}`)?.textContent || '';
        return `${file}:${part('where')}: ${part('pointer')}: ${part('message')}`;
      }),
    path.join(folder, name)
  );

page_test(
  'of files dropped together the first good one is shown, and each other one is answered in its order',
  {},
  async ({ page }) => {
    await drop(page, write('picture.png'), example_file, brief_file, write('broken.json'));
    await page.waitForFunction(() => document.querySelectorAll('#mistakes h2').length === 3);
    await rest(page);
    assert.equal(await page.title(), read_content(example_file).title);
    const headings = await page.locator('#mistakes h2').allInnerTexts();
    for (const [i, name] of ['picture.png', 'brief.json', 'broken.json'].entries())
      assert.ok(headings[i].startsWith(`${name} was not opened`), headings[i]);
    const told = await page.locator('#mistakes').innerText();
    assert.ok(told.includes('The page shows night-buses.json, which was opened together with it.'), told);
    assert.ok(told.includes('The page shows one brief at a time: open this one by itself.'), told);
    assert.ok(told.includes('a picture'), told);
    assert.equal(await page.getByRole('status').innerText(), 'Opened night-buses.json. Files that were not opened: 3.');
    // By itself it is opened, and nothing more is said of the others.
    await drop(page, brief_file);
    await page.waitForFunction((title) => document.title === title, brief.title);
    assert.equal(await page.locator('#mistakes h2').count(), 0);
  }
);

page_test(
  'a bad file leaves the page as it was and lists every mistake as check does',
  { fragment: 'step=2' },
  async ({ page }) => {
    await rest(page);
    const before = await read_dom(page);
    const without = ({ html, title, items }) => ({
      html: { ...html, 'data-frames': '' },
      title,
      items: items.filter(([, { id }]) => !['status', 'mistakes'].includes(id)),
    });
    for (const [i, name] of Object.keys(bad).entries()) {
      const file = write(name);
      await (i % 2 ? drop : choose)(page, file);
      await page.waitForFunction((text) => document.querySelector('#mistakes h2')?.textContent.startsWith(text), name);
      await rest(page);
      assert.deepEqual(await listed(page, name), check(file).lines);
      assert.deepEqual(without(await read_dom(page)), without(before), `after ${name}`);
      assert.ok((await page.getByRole('status').innerText()).includes(name));
      const list = await page.getByRole('alert').boundingBox();
      assert.ok(list.height > 60 && list.x >= 0 && list.x + list.width <= 1440 && list.y >= 0, 'the list can be seen');
    }
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await rest(page);
    assert.equal(await page.locator('#mistakes').isVisible(), false);
    assert.deepEqual(without(await read_dom(page)), without(before));
  }
);

page_test('a good file after a bad one is taken, and Escape dismisses the list', {}, async ({ page }) => {
  await choose(page, write('bad-basis.json'));
  await page.getByRole('alert').getByRole('heading').waitFor();
  await page.keyboard.press('Escape');
  await rest(page);
  assert.equal(await page.locator('#mistakes').isVisible(), false);
  await choose(page, write('bad-basis.json'));
  await page.getByRole('alert').getByRole('heading').waitFor();
  await choose(page, example_file);
  await page.waitForFunction((title) => document.title === title, read_content(example_file).title);
  await rest(page);
  await check_shown(page, 'wide', 1);
});
