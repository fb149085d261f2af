// Paper: handouts as PDF, whose text is read back out of them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { curve_of, freedom_of, points_of, wide_layout } from './curves.mjs';
import { difference } from './image.mjs';
import { assert_same_page, close_browser, open, picture_of, read_dom, rest, stage_size, wide } from './page.mjs';
import { page_test } from './page_test.mjs';
import { brief, page_of } from './tool.mjs';

after(close_browser);

const projector = { viewport: { width: 1280, height: 720 } };
const no_engine = (page) => page.addInitScript(() => delete globalThis.WebAssembly);
const sentences = { leads_to: 'leads to', answers: 'answers', opposes: 'opposes' };
const node_of = (id) => brief.nodes.find((node) => node.id === id);
const sentence_of = (link) => `“${node_of(link.from).title}” ${sentences[link.kind]} “${node_of(link.to).title}”.`;
// Lines break where the column ends, and a hyphen there is not read back.
const letters = (text) => text.replace(/[\s-]/g, '');

function read_pdf(bytes) {
  const text = execFileSync('pdftotext', ['-', '-'], { input: bytes, maxBuffer: 1 << 26, encoding: 'utf8' });
  return { text: letters(text), pages: text.split('\f').length - 1 };
}

// Each page's size and words with their boxes, all in points.
function words_of_pages(bytes) {
  const pages = execFileSync('pdftotext', ['-bbox', '-', '-'], { input: bytes, encoding: 'utf8', maxBuffer: 1 << 26 });
  return pages
    .split('<page ')
    .slice(1)
    .map((page) => {
      const [, width, height] = /^width="([\d.]+)" height="([\d.]+)"/.exec(page);
      const words = [
        ...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g),
      ].map(([, left, top, right, bottom, text]) => ({ text, left: +left, top: +top, right: +right, bottom: +bottom }));
      return { width: Number(width), height: Number(height), words };
    });
}

for (const [name, options] of [
  ['ready', {}],
  ['dark', { fragment: 'theme=dark' }],
  ['without WebAssembly', { prepare: no_engine, state: 'text' }],
  ['without scripts', { javaScriptEnabled: false, state: '' }],
]) {
  test(`the handout of the whole has the picture, every connection, the sources and its origin: ${name}`, async () => {
    const { page, context } = await open(options);
    const { text, pages } = read_pdf(await page.pdf({ format: 'A4' }));
    for (const node of brief.nodes) assert.ok(text.includes(letters(node.title)), node.title);
    for (const link of brief.links) assert.ok(text.includes(letters(sentence_of(link))), sentence_of(link));
    for (const { label } of brief.locators) assert.ok(text.includes(letters(label)), label);
    for (const said of [brief.about.publisher, brief.about.explainer]) assert.ok(text.includes(letters(said)));
    assert.ok(!text.includes(letters(brief.about.exit.label)), 'what can only be pressed is not printed');
    assert.ok(pages <= 8, `${pages} pages`);
    await context.close();
  });
}

const line_of_words = 1.21; // a line's height over its letters' size, in the typeface
for (const [format, width, height] of [
  ['A4', 842, 595],
  ['Letter', 792, 612],
]) {
  for (const [name, options] of [
    ['ready', {}],
    ['without scripts', { javaScriptEnabled: false, state: '' }],
  ]) {
    test(`the picture has a landscape page of its own with words of 7 pt and more: ${format}, ${name}`, async () => {
      const { page, context } = await open(options);
      const [first, ...others] = words_of_pages(await page.pdf({ format, preferCSSPageSize: true }));
      assert.ok(Math.abs(first.width - width) < 2 && Math.abs(first.height - height) < 2, `${first.width} pt wide`);
      const said = letters(first.words.map(({ text }) => text).join(''));
      for (const node of brief.nodes) assert.ok(said.includes(letters(node.title)), node.title);
      for (const basis of ['stated in the brief', 'our reading']) assert.ok(said.includes(letters(basis)), basis);
      for (const word of first.words) {
        const size = (word.bottom - word.top) / line_of_words;
        assert.ok(size >= 7, `"${word.text}" has ${size.toFixed(1)} pt`);
      }
      for (const other of others) {
        assert.ok(other.width < other.height, 'what is read stands upright');
        assert.ok(other.words.length > 20, 'a page is empty');
      }
      await context.close();
    });
  }
}

test('the handout of a selection has its text and its own connections; afterwards the page is as it was', async () => {
  const selected = node_of('third-parties');
  const { page, context } = await open({ fragment: `${selected.id}&theme=light` });
  const { text, pages } = read_pdf(await page.pdf({ format: 'A4' }));
  assert.ok(text.includes(letters(selected.text)));
  for (const link of brief.links) {
    const is_its_own = [link.from, link.to].includes(selected.id);
    assert.equal(text.includes(letters(sentence_of(link))), is_its_own, sentence_of(link));
    if (is_its_own && link.why) assert.ok(text.includes(letters(link.why)), link.why);
  }
  assert.ok(pages <= 4, `${pages} pages`);
  await rest(page);
  assert_same_page(
    await read_dom(page),
    page_of({ view: `${selected.id}&theme=light`, stage: await stage_size(page) })
  );
  await context.close();
});

// ---- In black and white: pages as a grey printer has them.
const dpi = 300;
const points_an_inch = 72;

// Grey pixels of each page and the words on it with their boxes in pixels.
function print_grey(bytes) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'throughline-'));
  try {
    const file = path.join(folder, 'handout.pdf');
    writeFileSync(file, bytes);
    execFileSync('pdftoppm', ['-gray', '-r', String(dpi), file, path.join(folder, 'page')]);
    const pages = words_of_pages(bytes);
    return pages.map((page, i) => {
      const name = path.join(folder, `page-${String(i + 1).padStart(String(pages.length).length, '0')}.pgm`);
      const [header, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(readFileSync(name).toString('latin1', 0, 40));
      const pixels = readFileSync(name).subarray(header.length);
      const at = (x, y) =>
        pixels[
          Math.min(height - 1, Math.max(0, Math.round(y))) * width + Math.min(width - 1, Math.max(0, Math.round(x)))
        ];
      const words = page.words.map(({ text, ...box }) => ({
        text,
        ...Object.fromEntries(Object.entries(box).map(([side, points]) => [side, (points * dpi) / points_an_inch])),
      }));
      return { at, words };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const luminance = (grey) => (grey / 255 <= 0.04045 ? grey / 255 / 12.92 : ((grey / 255 + 0.055) / 1.055) ** 2.4);
function contrast_of_word({ at }, { left, top, right, bottom }) {
  const greys = [];
  for (let y = top; y < bottom; ++y) for (let x = left; x < right; ++x) greys.push(at(x, y));
  greys.sort((a, b) => a - b);
  // The middle of all is the ground, for letters cover less than half; what one in fifty goes beyond is the ink.
  const ground = luminance(greys[Math.floor(greys.length / 2)]);
  const ends = [luminance(greys[Math.floor(greys.length / 50)]), luminance(greys[Math.floor(greys.length * 0.98)])];
  return Math.max(...ends.map((ink) => (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05)));
}

function check_grey_words(pages) {
  const counted = pages.flatMap(({ words }) => words).length;
  assert.ok(counted > 150, `${counted} words`);
  for (const page of pages) {
    for (const word of page.words) {
      const seen = contrast_of_word(page, word);
      assert.ok(seen >= 4.5, `"${word.text}" is printed with ${seen.toFixed(2)}:1`);
    }
  }
}

// How much of a link's way is inked, where nothing else is near: all of a solid one, about half of a dotted one.
function check_grey_links(page) {
  // The picture's words come first on the page; each card begins with its title's first word.
  const place_of = (id) => {
    const [text] = node_of(id).title.split(' ');
    const word = page.words.find((one) => one.text === text);
    return { x: word.left, y: (word.top + word.bottom) / 2, card: wide_layout.cards.get(id) };
  };
  const [first, last] = [place_of('pressure-groups'), place_of('resources')];
  const scale = (last.x - first.x) / (last.card.x - first.card.x);
  const middle = (card) => card.y + card.h / 2; // one line of words stands in the middle of its card
  let [left, top] = [first.x - (first.card.x + 28) * scale, first.y - middle(first.card) * scale];
  const place = ([x, y]) => [left + x * scale, top + y * scale];
  assert.ok(Math.abs(place([0, middle(last.card)])[1] - last.y) < 12, 'the picture is where its words say');
  // Words' boxes are not that exact; of all cards' edges no other place has as much ink.
  const cards = [...wide_layout.cards.values()];
  const inkiest = (grey_at) => {
    const by = Array.from({ length: 49 }, (_, i) => i - 24);
    const ink = by.map((d) => cards.reduce((sum, card) => sum + 255 - grey_at(card, d), 0));
    const best = by.filter((_, i) => ink[i] > 0.95 * Math.max(...ink));
    return best.reduce((sum, d) => sum + d, 0) / best.length;
  };
  const at_edge = ({ x, y, w, h }, of_w, of_h, dx, dy) => {
    const [px, py] = place([x + of_w * w, y + of_h * h]);
    return page.at(px + dx, py + dy);
  };
  top += inkiest((card, d) => at_edge(card, 0.6, 0, 0, d));
  left += inkiest((card, d) => at_edge(card, 0, 0.4, d, 0));
  const paths = brief.links.map((link) => points_of(curve_of([link.from, link.to]), 240).map(place));
  const rects = cards.map(({ x, y, w, h }) => ({
    x: left + x * scale,
    y: top + y * scale,
    w: w * scale,
    h: h * scale,
  }));
  const is_free = freedom_of(paths, rects, 7);
  const inked = { stated: [], inferred: [] };
  paths.forEach((points, i) => {
    const free = points.filter((point) => is_free(point, i));
    if (free.length < 60) return;
    const near = [-1, 0, 1];
    const is_inked = ([x, y]) => near.some((dx) => near.some((dy) => page.at(x + dx, y + dy) < 190));
    inked[brief.links[i].basis].push([
      free.filter(is_inked).length / free.length,
      `${brief.links[i].from}->${brief.links[i].to}`,
    ]);
  });
  assert.ok(
    inked.stated.length >= 8 && inked.inferred.length >= 5,
    `${inked.stated.length} and ${inked.inferred.length} links lie free`
  );
  for (const [share, link] of inked.stated)
    assert.ok(share > 0.97, `the stated ${link} is inked on ${share.toFixed(2)} of its way`);
  for (const [share, link] of inked.inferred)
    assert.ok(share < 0.9, `the inferred ${link} is inked on ${share.toFixed(2)} of its way`);
}

for (const [name, options] of [
  ['with the engine', { fragment: 'theme=dark' }],
  ['without WebGL', { prepare: no_engine, state: 'text' }],
]) {
  test(`in grey every word is legible, what is stated solid, our reading dotted: the whole, ${name}`, async () => {
    const { page, context } = await open(options);
    const pages = print_grey(await page.pdf({ format: 'A4' }));
    check_grey_words(pages);
    check_grey_links(pages[0]);
    await context.close();
  });
}

test('in grey the handout of a selection is legible, and no heading stands alone at the end of a page', async () => {
  const { page, context } = await open({ fragment: 'third-parties' });
  const pages = print_grey(await page.pdf({ format: 'A4' }));
  check_grey_words(pages);
  const headings = await page.locator('#panel h3').allInnerTexts();
  for (const { words } of pages) {
    const lowest = Math.max(...words.map(({ bottom }) => bottom));
    const line = words
      .filter(({ bottom }) => lowest - bottom < 6)
      .map(({ text }) => text)
      .join(' ');
    assert.ok(!headings.some((heading) => heading.toLowerCase() === line.toLowerCase()), `"${line}" ends a page`);
  }
  await context.close();
});

// ---- What a talk prints is on paper alone.
const print_event = (page, name) => page.evaluate((type) => dispatchEvent(new Event(type)), name);
// Of every seventh pixel, how many differ.
function difference_of(image, other) {
  let count = 0;
  for (let y = 0; y < image.height; y += 7)
    for (let x = 0; x < image.width; x += 7) count += difference(image.at(x, y), other.at(x, y)) > 8 ? 1 : 0;
  return count;
}
const notes_in = (page) =>
  page.evaluate(
    (notes) => notes.filter((text) => document.documentElement.textContent.includes(text.slice(0, 40))).length,
    brief.tour.map(({ notes }) => notes)
  );

page_test(
  'while a talk is printed, and where its end is never told, the audience sees the step and no handout',
  { ...projector, fragment: 'mode=talk&step=2' },
  async ({ page }) => {
    // The controls go out of the way by themselves, and the pictures are to differ by nothing but the printing.
    await page.waitForFunction(() => 'idle' in document.documentElement.dataset);
    const seen = await picture_of(page);
    const entries = await page.evaluate(() => history.length);
    await print_event(page, 'beforeprint');
    assert.equal(await page.locator('.part-steps').count(), 1);
    assert.equal(await page.locator('.part-steps').isVisible(), false);
    assert.equal(await notes_in(page), 0, 'nobody asked for notes');
    assert.deepEqual(difference_of(await picture_of(page), seen), 0);
    // Nothing of it can be pressed, and so no link of it makes an entry.
    assert.deepEqual(
      await page.locator('.part-steps a').evaluateAll((links) => links.filter((link) => link.checkVisibility()).length),
      0
    );
    assert.equal(await page.evaluate(() => history.length), entries);
    await page.mouse.move(640, 300);
    await page.click('#talk-end');
    await page.waitForFunction(() => document.documentElement.dataset.mode === 'explore');
    assert.equal(await page.locator('.part-steps').count(), 0, 'it is gone with the talk');
  }
);

page_test(
  'notes are printed when they were asked for, that one time',
  {
    ...wide,
    fragment: 'mode=speaker',
    prepare: (page) => page.addInitScript('window.print = () => (globalThis.printed = (globalThis.printed || 0) + 1)'),
  },
  async ({ page }) => {
    // The speaker's own window shows one step's notes.
    const shown = await notes_in(page);
    await page.click('#print-notes');
    await page.waitForFunction(() => globalThis.printed === 1);
    await print_event(page, 'beforeprint');
    assert.equal(await notes_in(page), brief.tour.length);
    assert.equal(await page.locator('.part-steps').isVisible(), false);
    await print_event(page, 'afterprint');
    assert.equal(await notes_in(page), shown);
    await print_event(page, 'beforeprint');
    assert.equal(await notes_in(page), shown, "the browser's own print has none");
  }
);

page_test(
  'a wish for notes is forgotten with the mode',
  {
    ...wide,
    fragment: 'mode=speaker',
    prepare: (page) => page.addInitScript('window.print = () => (globalThis.printed = true)'),
  },
  async ({ page }) => {
    await page.click('#print-notes');
    await page.waitForFunction(() => globalThis.printed);
    await page.evaluate(() => (location.hash = 'mode=talk&step=2'));
    await page.waitForFunction(() => document.documentElement.dataset.mode === 'talk');
    await print_event(page, 'beforeprint');
    assert.equal(await page.locator('.part-steps').count(), 1);
    assert.equal(await notes_in(page), 0);
  }
);
