// One node deleted from the JSON, and pages built of the rest: it is gone from canvas, DOM, HTML and SVG.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { card_offsets, color_of, difference } from './image.mjs';
import { assert_same_page, long_phone, picture_of, read_dom, rest, stage_size, wide } from './page.mjs';
import { page_test } from './page_test.mjs';
import { brief, brief_file, dist, page_of, read_content, scene_of, source_folder, tool } from './tool.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'throughline-'));
after(() => rmSync(folder, { recursive: true }));

// One that stands in links and in the tour, and whose title is part of no other text.
const in_tour = (id) => brief.tour.some((step) => step.focus.includes(id) && step.focus.length > 1);
const mentions = (title) => JSON.stringify(brief).split(title).length - 1;
const gone = brief.nodes.find(
  (node) =>
    node.title.length > 12 &&
    mentions(node.title) === 1 &&
    in_tour(node.id) &&
    brief.links.some((link) => link.to === node.id)
);

function write_content(remove) {
  const content = read_content(brief_file);
  if (remove) {
    content.nodes = content.nodes.filter((node) => node.id !== remove);
    content.links = content.links.filter((link) => link.from !== remove && link.to !== remove);
    for (const step of content.tour) step.focus = step.focus.filter((id) => id !== remove);
    content.tour = content.tour.filter((step) => step.focus.length);
  }
  const source = path.join(folder, remove || 'whole');
  mkdirSync(path.join(source, 'content'), { recursive: true });
  symlinkSync(path.join(source_folder, 'web'), path.join(source, 'web'));
  const file = path.join(source, 'content/brief.json');
  writeFileSync(file, JSON.stringify(content, null, 2));
  return { source, file };
}

// The engine and the fonts that the build made, put together with this content by its own assembler.
function build({ source }) {
  const made = path.join(source_folder, 'build/wasm');
  // Debian's terser is found by Debian's node alone.
  const env = {
    ...process.env,
    NODE_PATH: [process.env.NODE_PATH, '/usr/share/nodejs'].filter(Boolean).join(path.delimiter),
  };
  execFileSync(
    'node',
    [
      path.join(source_folder, 'cmake/assemble.mjs'),
      '--tool',
      path.join(dist, 'throughline'),
      '--engine',
      made,
      '--fonts',
      path.join(made, 'generated/fonts'),
      '--source',
      source,
      '--version',
      '0',
      '--out',
      source,
    ],
    { env }
  );
  return path.join(source, 'throughline.html');
}

// How many sampled pixels of the picture are of a card's fill although the scene has no card there.
function strays(image, scene, ratio) {
  const surface = color_of('#ffffff');
  let found = 0;
  for (let x = 1; x < image.width; x += 2) {
    for (let y = 1; y < image.height; y += 2) {
      if (difference(image.at(x, y), surface) > 1) continue;
      found += !scene.cards.some(
        ({ rect }) =>
          x >= (rect.x - 2) * ratio &&
          x <= (rect.x + rect.w + 2) * ratio &&
          y >= (rect.y - 2) * ratio &&
          y <= (rect.y + rect.h + 2) * ratio
      );
    }
  }
  return found;
}

const whole = write_content('');
const rest_of_it = write_content(gone.id);
const pages = { whole: build(whole), rest_of_it: build(rest_of_it) };

test('a node that is deleted from the JSON was in HTML and SVG, and is gone from both', () => {
  for (const { file, page, is_there } of [
    { ...whole, page: pages.whole, is_there: true },
    { ...rest_of_it, page: pages.rest_of_it, is_there: false },
  ]) {
    const html = readFileSync(page, 'utf8');
    for (const text of [
      `<section id="${gone.id}"`,
      `href="#${gone.id}"`,
      `-&gt;${gone.id}"`,
      `>${gone.title}<`,
      gone.text.slice(0, 30),
    ])
      assert.equal(html.includes(text), is_there, text);
    for (const form of ['wide', 'tall']) {
      const svg = tool('render', file, '--as', 'svg', '--form', form).replace(/<[^>]*>/g, '');
      assert.equal(svg.replace(/\s/g, '').includes(gone.title.replace(/\s/g, '')), is_there, `the SVG, ${form}`);
    }
  }
});

for (const [form, size] of [
  ['wide', wide],
  ['tall', long_phone],
]) {
  page_test(
    `and from DOM and canvas, ${form}`,
    { ...size, url: pathToFileURL(pages.rest_of_it).href },
    async ({ page }) => {
      await rest(page);
      const stage = await stage_size(page);
      assert_same_page(await read_dom(page), page_of({ content: rest_of_it.file, form, stage }));
      assert.ok(!(await page.locator('body').innerText()).includes(gone.title));
      assert.equal(await page.locator(`[data-node="${gone.id}"], #${gone.id}, [data-link*="${gone.id}"]`).count(), 0);

      const ratio = size.deviceScaleFactor || 1;
      const scene = scene_of({ content: rest_of_it.file, form, stage });
      assert.equal(scene.cards.length, brief.nodes.length - 1);
      const image = await picture_of(page);
      for (const card of scene.cards) assert.ok(card_offsets(image, card, ratio), `${card.node} is not drawn`);
      assert.equal(strays(image, scene, ratio), 0, 'something like a card stands where the scene has none');
    }
  );
}

page_test('a card that the scene does not have would be seen', {}, async ({ page }) => {
  await rest(page);
  const scene = scene_of({ stage: await stage_size(page) });
  scene.cards = scene.cards.filter((card) => card.node !== gone.id);
  assert.ok(strays(await picture_of(page), scene, 1) > 300);
});
