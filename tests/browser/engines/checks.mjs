// What is held in every engine, by the means that all of them share: `browser` opens tabs (firefox.mjs, webkit.mjs).
import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { card_offsets, decode_png, within_px } from '../image.mjs';
import { likeness } from '../letters.mjs';
import { lines_of_titles, write_other_letters } from '../other_letters.mjs';
import { assert_same_page, attribute, one_file, read_dom, rest, stage_of, stage_size } from '../page.mjs';
import { brief, page_of, scene_of } from '../tool.mjs';
import { until } from './processes.mjs';

export const wide = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };
const letters = write_other_letters();
after(() => rmSync(letters.folder, { recursive: true }));
const from_disk = pathToFileURL(one_file).href;

export async function open_view(browser, fragment, size = wide, url = from_disk) {
  const tab = await browser.open(url + (fragment && `#${fragment}`), size);
  await until(
    () => tab.evaluate(() => !['static', 'loading', undefined].includes(document.documentElement?.dataset.state)),
    `${url} starts`
  );
  assert.equal(await attribute(tab, 'data-state'), 'ready', await tab.evaluate(() => throughline.reason()));
  assert.equal(await attribute(tab, 'data-renderer'), 'webgl2');
  await rest(tab);
  return tab;
}

// Every item of the page, and every card on the canvas where the stage is seen whole, stands where the core says.
export async function check_view(browser, fragment, size, url) {
  const tab = await open_view(browser, fragment, size, url);
  const view = {
    view: fragment,
    form: await attribute(tab, 'data-form'),
    stage: await stage_size(tab),
    theme: await attribute(tab, 'data-theme'),
  };
  assert_same_page(await read_dom(tab), page_of(view));
  const stage = await stage_of(tab);
  const image = decode_png(await tab.screenshot());
  const ratio = image.width / size.width;
  const of_stage = { at: (x, y) => image.at(x + stage.x * ratio, y + stage.y * ratio) };
  const is_whole = stage.y + stage.h <= size.height;
  for (const card of is_whole ? scene_of(view).cards : []) {
    assert.ok(
      card_offsets(of_stage, card, ratio)?.every((by) => Math.abs(by) <= within_px),
      `the card of ${card.node} is not drawn at ${JSON.stringify(card.rect)}`
    );
  }
  assert.deepEqual(tab.problems(), []);
  await tab.close();
}

export async function check_letters(browser) {
  const { file, content } = letters;
  const tab = await open_view(browser, '');
  await tab.evaluate(
    ({ name, text }) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name));
      for (const type of ['dragover', 'drop'])
        document
          .getElementById('stage')
          .dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    { name: 'other-letters.json', text: readFileSync(file, 'utf8') }
  );
  await until(() => tab.evaluate((title) => document.title === title, content.title), 'the other content');
  await rest(tab);
  const lines = lines_of_titles(scene_of({ content: file, stage: await stage_size(tab) }));
  for (const line of lines) {
    // A driver's picture may be of a frame before: WebKit's shows what was presented, not what was drawn.
    await until(async () => (await likeness(tab, tab.screenshot, line)) > 0.9, `"${line.text}" has its shape`);
  }
  await tab.close();
}

// Escape, pressed until the page is gone; not one press earlier. `elsewhere` stands for the exit's own site, which a
// test's machine need not reach.
export async function check_escape(browser, elsewhere) {
  const tab = await open_view(browser, '');
  await tab.evaluate((url) => (document.getElementById('leave').href = url), elsewhere);
  // A press that a driver loses is pressed again; the page says when one is missing.
  await until(async () => {
    await tab.press('Escape');
    return tab.evaluate(() => document.getElementById('leave-soon')?.hidden === false);
  }, 'the page says that one more press leaves');
  assert.equal(await tab.evaluate(() => 'leaving' in document.documentElement.dataset), false);
  await tab.press('Escape');
  await until(
    () => tab.evaluate((url) => location.href === url, elsewhere).catch(() => false),
    'another page stands in its place'
  );
  await tab.close();
}

// A link to a view, a card that is pressed, an address by hand and loading again: the view is shown, the address bare.
export async function check_bare_address(browser, url = from_disk) {
  const [linked, pressed, written] = brief.nodes.slice(-3).map(({ id }) => id);
  const tab = await open_view(browser, linked, wide, url);
  const entries = await tab.evaluate(() => history.length);
  const check = async (id, made) => {
    await until(
      () =>
        tab
          .evaluate((of) => throughline.view() === of && document.documentElement.dataset.selected === of, id)
          .catch(() => false),
      `the view of ${id}`
    );
    assert.deepEqual(await tab.evaluate(() => [location.href, history.length]), [url, entries + made]);
  };
  await check(linked, 0);
  await tab.evaluate((id) => document.querySelector(`[data-node="${id}"]`).click(), pressed);
  await check(pressed, 0);
  await tab.reload();
  await check(pressed, 0);
  await tab.evaluate((id) => (location.hash = id), written);
  await check(written, 1);
  await tab.evaluate(() => history.back());
  await check(pressed, 1);
  assert.deepEqual(tab.problems(), []);
  await tab.close();
}

// A card's address in a fresh tab: the browser itself would scroll to the card's section in the text.
export async function check_fresh_tab(browser, url = from_disk) {
  const { id } = brief.nodes.at(-1);
  const tab = await open_view(browser, id, wide, url);
  assert.equal(await attribute(tab, 'data-selected'), id);
  // Until it is loaded a browser may scroll again and again.
  await until(() => tab.evaluate(() => document.readyState === 'complete'), 'the page is loaded');
  await until(
    () => tab.evaluate(() => document.getElementById('stage').getBoundingClientRect().bottom > 0),
    'the diagram is in sight'
  );
  await rest(tab);
  const { top, bottom } = await tab.evaluate(() => {
    const box = document.getElementById('stage').getBoundingClientRect();
    return { top: box.top, bottom: box.bottom };
  });
  assert.ok(top >= 0 && bottom <= wide.height, `the diagram stands from ${top} to ${bottom} of ${wide.height}`);
  await tab.close();
}
