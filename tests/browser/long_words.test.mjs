// An author's longest and least breakable words, at every width and text size: the way out stays whole in the window,
// nothing reaches beyond the page, and no word is cut.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { close_browser, look_at_no_pixel, open, rest, serve, site_folder, wait_for_state } from './page.mjs';
import { example_file, read_content } from './tool.mjs';

look_at_no_pixel();

// As long as the format lets them be (src/core/content/rules.h).
const most = { title: 80, name: 48, summary: 300, text: 900 };
const word = (length) => 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'.repeat(20).slice(0, length);

// The example with one unbroken word in the place of each text.
function unbroken() {
  const content = read_content(example_file);
  content.title = word(most.title);
  content.summary = word(most.summary);
  content.language_name = word(most.name);
  for (const name of ['publisher', 'brief', 'explainer', 'content_note']) content.about[name] = word(most.text);
  Object.assign(content.about.exit, {
    label: word(most.name),
    limits: word(most.text),
    neutral_title: word(most.name),
    neutral_text: word(most.text),
  });
  for (const locator of content.locators) locator.label = word(most.title);
  for (const lane of content.lanes) lane.title = word(most.name);
  for (const node of content.nodes) Object.assign(node, { title: word(most.name), text: word(most.text) });
  for (const link of content.links) if (link.why) link.why = word(most.text);
  for (const step of content.tour)
    Object.assign(step, { title: word(most.title), text: word(most.text), notes: word(most.text) });
  return content;
}

// The label that a translator needs, with everything else as usual.
function long_exit(label) {
  const content = read_content(example_file);
  content.about.exit.label = label;
  return content;
}

let site = null;
before(async () => (site = await serve(site_folder)));
after(async () => (site.close(), close_browser()));

// The site with another content in the place of its own, for a reader whose usual text is `text_px` large.
function open_with(content, fragment, width, text_px) {
  return open({
    url: site.url,
    fragment,
    viewport: { width, height: 900 },
    prepare: async (page) => {
      await page.route('**/content-*.json', (route) => route.fulfill({ json: content }));
      const session = await page.context().newCDPSession(page);
      await session.send('Page.enable');
      await session.send('Page.setFontSizes', { fontSizes: { standard: text_px } });
    },
  });
}

// What a reader misses: words outside the window or outside a box that hides what it does not hold; and a way out that
// is not whole in the window, lies under something, or takes more than a third of its row.
const losses = (page) =>
  page.evaluate(() => {
    const lost = new Set();
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width)
      lost.add(`the page is ${document.documentElement.scrollWidth} px wide in ${width}`);
    const name_of = (element) =>
      element.id ||
      element.className ||
      element.parentElement.id ||
      element.parentElement.className ||
      element.localName;
    const hides = (overflow) => overflow === 'hidden' || overflow === 'clip';
    const scrolls = (overflow) => overflow === 'auto' || overflow === 'scroll';
    const is_seen = (element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      !element.closest(
        '#picture, .part-nodes, .part-status, .part-skip, .part-caption, .part-code, ' +
          ':is([data-mode="talk"], [data-mode="speaker"]) .part-title'
      );
    const walker = document.createTreeWalker(document.getElementById('page'), NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const element = text.parentElement;
      if (!text.data.trim() || !is_seen(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const boxes = Array.from(range.getClientRects()).filter((box) => box.width > 0);
      const left = Math.min(...boxes.map((box) => box.left));
      const right = Math.max(...boxes.map((box) => box.right));
      let is_scrolled = false;
      for (let box = element; box !== document.body; box = box.parentElement) {
        const { overflowX, position } = getComputedStyle(box);
        const bounds = box.getBoundingClientRect();
        if (hides(overflowX) && (left < bounds.left - 1 || right > bounds.right + 1))
          lost.add(`${name_of(element)} is cut by ${name_of(box)}`);
        if (scrolls(overflowX) && box.scrollWidth > box.clientWidth + 1 && !box.matches('.part-talk'))
          lost.add(`${name_of(box)} scrolls sideways`);
        is_scrolled ||= scrolls(overflowX);
        if (position === 'fixed') break;
      }
      if (!is_scrolled && (left < -1 || right > width + 1))
        lost.add(`${name_of(element)} reaches from ${left.toFixed()} to ${right.toFixed()} of ${width}`);
    }
    return [...lost];
  });

const exit_faults = (page) =>
  page.evaluate(() => {
    const exit = document.querySelector('#leave, #start-over');
    const box = exit.getBoundingClientRect();
    const faults = [];
    const [left, right, top, bottom] = [box.left, box.right, box.top, box.bottom].map((side) => side.toFixed());
    const place = `${left}…${right} by ${top}…${bottom} in ${innerWidth} by ${innerHeight}`;
    if (box.left < 0 || box.right > document.documentElement.clientWidth || box.top < 0 || box.bottom > innerHeight)
      faults.push(`it stands at ${place}`);
    for (const [x, y] of [
      [0.5, 0.5],
      [0.05, 0.5],
      [0.95, 0.5],
      [0.5, 0.1],
      [0.5, 0.9],
    ]) {
      const hit = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
      if (!exit.contains(hit)) faults.push(`at ${x}, ${y} it lies under ${hit && (hit.id || hit.className)}`);
    }
    // Where very large words give title and exit a row each, it squeezes nothing.
    const title = document.getElementById('title').getBoundingClientRect();
    const has_row = title.width > 1 && title.bottom <= box.top;
    if (!has_row && box.width > innerWidth / 3 + 1) faults.push(`it takes ${box.width.toFixed()} px of ${innerWidth}`);
    if (exit.scrollWidth > exit.clientWidth + 1 || exit.scrollHeight > exit.clientHeight + 1)
      faults.push('its words do not fit into it');
    return faults;
  });

const widths = { 16: [320, 390, 768, 1024, 1440], 32: [320, 390, 768, 1024, 1440], 64: [1024, 1440] };

// Words of the label that stand on more than one line, and a title with less than half of its row.
const squeezed = (page) =>
  page.evaluate(() => {
    const exit = document.getElementById('leave');
    const text = Array.from(exit.childNodes).find((node) => node.nodeType === Node.TEXT_NODE);
    const range = document.createRange();
    const torn = Array.from(text.data.matchAll(/\S+/g))
      .filter(({ 0: word, index }) => {
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        return range.getClientRects().length > 1;
      })
      .map(([word]) => `"${word}" is torn`);
    const title = document.getElementById('title').getBoundingClientRect();
    if (title.width > 1 && title.width < innerWidth * 0.45)
      torn.push(`the title has ${title.width.toFixed()} px of ${innerWidth}`);
    return torn;
  });

for (const label of ['Diese Seite sofort verlassen!', 'Lasciare subito questo sito e aprirne uno neutro']) {
  test(`a way out of ${label.length} characters leaves the title its room and keeps its words whole`, async () => {
    for (const fragment of ['', 'mode=talk&step=2', 'mode=speaker&step=2']) {
      const { page, context } = await open_with(long_exit(label), fragment, 1440, 16);
      for (const width of widths[16]) {
        await page.setViewportSize({ width, height: 900 });
        await rest(page);
        const where = `#${fragment}, ${width} px wide`;
        assert.deepEqual([...(await exit_faults(page)), ...(await squeezed(page))], [], where);
      }
      await context.close();
    }
  });
}

const node = read_content(example_file).nodes[4].id;
const views = {
  'the whole': '',
  'a card': node,
  'a step of the tour': 'step=2',
  talk: 'mode=talk&step=2',
  'the closing slide': 'mode=talk&step=99',
  speaker: 'mode=speaker&step=2',
  kiosk: 'mode=kiosk&idle=3600',
};

for (const [view, fragment] of Object.entries(views)) {
  for (const text_px of Object.keys(widths)) {
    test(`unbroken words: ${view}, text of ${text_px} px`, async () => {
      const { page, context, problems } = await open_with(unbroken(), fragment, 1440, Number(text_px));
      const start = page.locator('#wake');
      if (await start.isVisible()) await start.click();
      for (const width of widths[text_px]) {
        await page.setViewportSize({ width, height: 900 });
        await rest(page);
        assert.deepEqual(await losses(page), [], `${width} px wide`);
        assert.deepEqual(await exit_faults(page), [], `the way out, ${width} px wide`);
      }
      assert.deepEqual(problems, []);
      await context.close();
    });
  }
}
