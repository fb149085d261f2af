// The built pages in Chromium: opened from the disk or from a static server, watched, and read as the DOM has them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { decode_png } from './image.mjs';
import { dist, page_of, replay } from './tool.mjs';

export const one_file = path.join(dist, 'throughline.html');
export const site_folder = path.join(dist, 'site');

export const wide = { viewport: { width: 1440, height: 900 } };
export const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true };
// A phone so long that its stage is seen whole.
export const long_phone = { ...phone, viewport: { width: 390, height: 2400 } };

// WebGL2 without a graphics card.
export const flags = [
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  // OPTIMIZATION: the page around the canvas is painted by the processor itself and not by a graphics card that it
  // plays, and the engine is compiled once and not twice: a quarter less of the processor's time in every test.
  '--disable-gpu-rasterization',
  '--js-flags=--liftoff-only',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Else every window starts an address bar's own page beside ours, which takes half a second of two cores, and a
  // process for a page that never comes.
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,SpareRendererForSitePerProcess',
];

// Said at the head of a file whose tests look at no pixel: the engine runs as ever, with each frame and each call of
// WebGL, and only the last of them, the draw, is left out. OPTIMIZATION: without a graphics card a drawn frame is two
// thirds of a click.
let is_painted = true;
export function look_at_no_pixel() {
  is_painted = false;
  flags.push('--disable-gpu-compositing'); // leaves out parts of a canvas that a fixed part lies over
}
function draw_nothing() {
  for (const draw of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced'])
    WebGL2RenderingContext.prototype[draw] = () => {};
}
export async function prepare_painting(page) {
  if (is_painted) return;
  await page.context().addInitScript(draw_nothing);
  page.screenshot = () => assert.fail('this file looks at no pixel, so none is painted');
}
// The browser's own word on that way of composing; no page can cause or prevent it.
const is_about_flags = (text) => !is_painted && text.includes('GPU stall due to ReadPixels');

// The same engine twice: in a program with no window of its own, where a page opens in two thirds of the time, and in
// the one that readers have, with its history, tabs and settings.
export const whole_browser = process.env.CHROMIUM || '/usr/bin/chromium';
let program = process.env.CHROMIUM || '/usr/bin/chromium-headless-shell';

// Said at the head of a file whose tests look at what only the whole browser has or decides.
export const use_whole_browser = () => (program = whole_browser);
export const launch_browser = (more_flags = []) =>
  chromium.launch({ executablePath: program, args: [...flags, ...more_flags] });

let launched = null;
export const browser = () => (launched ||= launch_browser());
export const close_browser = async () => launched && (await launched).close();

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.otf': 'font/otf',
};
const sub_path = '/some/sub/path/';

// A host of files that knows nothing but their types; {url, requests, close}.
export async function serve(folder) {
  const requests = [];
  const server = createServer((request, response) => {
    requests.push(request.url);
    const name = request.url.startsWith(sub_path) ? request.url.slice(sub_path.length) || 'index.html' : '';
    try {
      const bytes = readFileSync(path.join(folder, path.basename(name)));
      response.writeHead(200, { 'content-type': types[path.extname(name)] || 'application/octet-stream' }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}${sub_path}`, requests, close: () => server.close() };
}

// Adds to a list what a console, a policy or an error nobody caught complains about.
export function note_problems(page, problems) {
  page.on(
    'console',
    (message) =>
      ['error', 'warning'].includes(message.type()) &&
      !is_about_flags(message.text()) &&
      problems.push(`${message.type()}: ${message.text()}`)
  );
  page.on('pageerror', (error) => problems.push(`uncaught: ${error}`));
}

// Opens a page in a context of its own. Options: url (the one file), fragment, state to wait for ('ready', or '' for
// none), prepare(page) before it loads, and all that Playwright's contexts take. Motion is reduced unless asked for.
export async function open({
  url = pathToFileURL(one_file).href,
  fragment = '',
  state = 'ready',
  prepare,
  ...context_options
} = {}) {
  const context = await (await browser()).newContext({ ...wide, reducedMotion: 'reduce', ...context_options });
  context.setDefaultTimeout(patience_ms);
  const page = await context.newPage();
  const problems = [];
  const requests = [];
  note_problems(page, problems);
  page.on('request', (request) => requests.push(request.url()));
  await prepare_painting(page);
  await context.setOffline(url.startsWith('file:'));
  if (prepare) await prepare(page);
  await page.goto(url + (fragment && `#${fragment}`));
  if (state) await wait_for_state(page, state);
  return { page, context, problems, requests };
}

// A new window has no root element at first, and one that loads again has none for a moment: whatever may meet one
// waits for what it wants to see, and asks for it with `?.`.
export async function wait_for_state(page, state) {
  await page.waitForFunction(() => !['static', 'loading', undefined].includes(document.documentElement?.dataset.state));
  const reason = await page.evaluate(() => throughline.reason());
  assert.equal(await attribute(page, 'data-state'), state, `the page ended up elsewhere; its reason: "${reason}"`);
}

// How long a state is waited for that never comes; no test is any the faster or slower for it.
export const patience_ms = 60000;

// Looks until it sees something true, and returns that. For what a page cannot wait for by itself: a page that loads
// again, whose errors mean "not yet", a clock that must be moved, something outside of any page.
export async function until(look, what) {
  let error = null;
  for (const end_ms = Date.now() + patience_ms; Date.now() < end_ms;) {
    const seen = await Promise.resolve()
      .then(look)
      .catch((reason) => void (error = reason));
    if (seen) return seen;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return assert.fail(`it never came to this: ${what}${error ? ` (${error})` : ''}`);
}

export const attribute = (page, name) =>
  page.evaluate((of) => document.documentElement?.getAttribute(of) ?? null, name);
// What names the view, in the address or, where a content leaves the fewest traces, in the state of the history's
// entry.
export const fragment_of = (page) => page.evaluate(() => throughline.view());

// The same once it is as wanted, a text or an expression, and the page shows it: it is written a moment later when much
// happens at once, and a moment before the frame that it names.
export async function await_fragment(page, wanted) {
  let fragment = '';
  const is_wanted = () => (typeof wanted === 'string' ? fragment === wanted : wanted.test(fragment));
  await until(async () => ((fragment = await fragment_of(page)), is_wanted()), `the view is ${wanted}`);
  await rest(page);
  return fragment;
}
// As a reader who changes the address.
export async function show(page, fragment) {
  await page.evaluate((wanted) => (location.hash = wanted), fragment);
  await rest(page);
}
export const frames_of = async (page) => Number(await attribute(page, 'data-frames'));

// The same when the last change of it is written, which a moment later happens when much happens at once: what it will
// be is what a replay of the same inputs leaves. For the shipped brief alone.
export async function settled_fragment(page) {
  const told =
    [...replay(await page.evaluate(() => throughline.recording())).matchAll(/^\d+ (?:fragment|view) (.*)$/gm)].at(
      -1
    )?.[1] ?? '';
  await page.waitForFunction((fragment) => throughline.view() === fragment, told);
  return told;
}

// The graphics go, and come back: events of the browser's own time, awaited after the page's own listeners.
export const lose_context = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const canvas = document.getElementById('canvas');
        globalThis.lost = canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
        canvas.addEventListener('webglcontextlost', () => resolve(), { once: true });
        globalThis.lost.loseContext();
      })
  );
export const restore_context = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        document.getElementById('canvas').addEventListener('webglcontextrestored', () => resolve(), { once: true });
        globalThis.lost.restoreContext();
      })
  );

// Until nothing more is drawn, and the page scrolls no more. The clock is the page's own frames, so that a slow machine
// only takes longer.
export function rest(page) {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        let seen = '';
        let still = 0;
        const look = () => {
          const now = `${document.documentElement.dataset.frames} ${scrollX} ${scrollY}`;
          still = seen === now ? still + 1 : 0;
          seen = now;
          if (still > 12) resolve();
          else requestAnimationFrame(look);
        };
        look();
      })
  );
}

export const stage_of = (page) =>
  page.evaluate(() => {
    const box = document.getElementById('stage').getBoundingClientRect();
    return { x: box.x, y: box.y, w: box.width, h: box.height };
  });

// For the tool's --stage, to the bridge's precision.
export async function stage_size(page) {
  const { w, h } = await stage_of(page);
  return [w.toFixed(2), h.toFixed(2)];
}

// The stage as it looks when it has come to rest: an image whose pixel (0, 0) is the stage's top left corner. The stage
// must fit the window and start on a whole pixel.
export async function picture_of(page, file) {
  await rest(page);
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect.getComputedTiming().endTime < Infinity)
        .map(({ finished }) => finished)
    )
  );
  const { x, y, w, h } = await stage_of(page);
  return decode_png(await page.screenshot({ path: file, clip: { x, y, width: w, height: h } }));
}

export const node_button = (page, title) =>
  page.locator('[data-node]').and(page.getByRole('button', { name: title, exact: true }));

// The page's items as the DOM has them, in the form of the tool's `render --as page`.
export function read_dom(page) {
  return page.evaluate(() => {
    const stage = document.getElementById('stage').getBoundingClientRect();
    const written = (element) =>
      Array.from(element.childNodes)
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.data)
        .join('')
        .replace(/\n/g, '');
    const read = (element) => {
      const attributes = {};
      for (const { name, value } of element.attributes) if (name !== 'style') attributes[name] = value;
      const box = element.getBoundingClientRect();
      const is_opaque = element.id === 'picture';
      return [
        element.localName,
        attributes,
        written(element),
        attributes['data-node'] ? [box.x - stage.x, box.y - stage.y, box.width, box.height] : null,
        is_opaque ? null : Array.from(element.children, read),
      ];
    };
    const html = {};
    for (const { name, value } of document.documentElement.attributes) html[name] = value;
    return { html, title: document.title, items: Array.from(document.getElementById('page').children, read) };
  });
}

// Fails at the first item of the DOM that is not what the tool says.
export function assert_same_page(dom, told) {
  for (const [name, value] of Object.entries(told.html)) assert.equal(dom.html[name], value, `the root's ${name}`);
  assert.equal(dom.title, told.title);
  assert_same_items(dom.items, told.items, 'page');
}

// The page at rest is what the core says of a view; `status` is what was said last, where that is not of the view
// itself.
export async function check_page(page, { view = '', form, status }) {
  const told = page_of({ view, form, stage: await stage_size(page) });
  if (status !== undefined) told.items.find(([, { id }]) => id === 'status')[2] = status;
  assert_same_page(await read_dom(page), told);
}

function assert_same_items(dom, told, where) {
  const names = (items) =>
    items.map(([tag, { id, class: part }]) => `${tag}${id ? `#${id}` : ''}${part ? `.${part}` : ''}`);
  assert.deepEqual(names(dom), names(told), `the items of ${where}`);
  dom.forEach(([tag, attributes, text, rect, children], i) => {
    const here = `${where} > ${names([dom[i]])} "${text}"`;
    const [, told_attributes, told_text, told_rect, told_children] = told[i];
    assert.deepEqual(attributes, told_attributes, here);
    assert.equal(text, told_text, here);
    if (rect)
      rect.forEach((value, side) =>
        assert.ok(Math.abs(value - told_rect[side]) < 0.1, `${here} stands at ${rect}, not at ${told_rect}`)
      );
    if (told_children) assert_same_items(children, told_children, here);
  });
}
