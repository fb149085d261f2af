// What the built page costs in Chromium: start-up, layout, and the way from a click to the lit picture. Times depend on
// the machine, so each stands beside something of the same run: an empty page, elkjs, an idle frame. Medians of nine.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import './as_readers.mjs';
import { dense, most } from './limits.mjs';
import { browser, close_browser, one_file, open, rest, site_folder, wide } from '../tests/browser/page.mjs';
import { elk_graph, our_layout } from './crossings.mjs';

const rounds = 9;
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const repeat = async (measure) => {
  const values = [];
  for (let round = 0; round < rounds; ++round) values.push(await measure(round));
  return values;
};
const rows = [
  ['what', 'median of 9', 'against'],
  ['---', '---:', '---'],
];
const row = (what, value, against = '') => rows.push([what, value, against]);
const ms = (value) => `${value.toFixed(1)} ms`;

// ---- Start, as the page's own clock has it: the first paint of something, and the engine running.
const painted_ms = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries()[0].startTime)).observe({
          type: 'paint',
          buffered: true,
        });
      })
  );
async function start(options) {
  const { page, context } = await open({
    ...options,
    prepare: (opened) =>
      opened.addInitScript(() => {
        new MutationObserver(() => {
          if (document.documentElement.dataset.state === 'ready') window.ready_ms ??= performance.now();
        }).observe(document, { subtree: true, attributeFilter: ['data-state'] });
      }),
  });
  const times = { painted: await painted_ms(page), ready: await page.evaluate(() => window.ready_ms) };
  await context.close();
  return times;
}
const empty = median(
  (await repeat(() => start({ url: 'data:text/html,<p>empty</p>', state: '' }))).map(({ painted }) => painted)
);
const starts = await repeat(() => start({}));
row('first paint of an empty page', ms(empty), '1.00');
for (const [name, key] of [
  ['first paint, with the picture and the text', 'painted'],
  ['the engine runs', 'ready'],
]) {
  const value = median(starts.map((times) => times[key]));
  row(name, ms(value), `${(value / empty).toFixed(2)} of an empty page's first paint`);
}

// ---- Layout, in the page; elkjs in a page of the same browser.
const { page, context } = await open();
const first_layout = await page.evaluate(() => throughline.describe().layout_ms);
const layouts = await repeat(async () => {
  await page.setViewportSize({ width: 600, height: 900 });
  await rest(page);
  await page.setViewportSize(wide.viewport);
  await rest(page);
  return page.evaluate(() => throughline.describe().layout_ms);
});
const elk_page = await (await browser()).newPage();
await elk_page.addScriptTag({ path: fileURLToPath(new URL('node_modules/elkjs/lib/elk.bundled.js', import.meta.url)) });
const graph = elk_graph(our_layout('wide').cards, 0);
const elk = median(
  await repeat(() =>
    elk_page.evaluate(async (wanted) => {
      const before = performance.now();
      await new ELK().layout(wanted);
      return performance.now() - before;
    }, graph)
  )
);
const warm = median(layouts);
row('layout of the brief, the first', ms(first_layout), 'before the browser has optimised the module');
row(
  'layout of the brief, from then on',
  ms(warm),
  `${(warm / elk).toFixed(3)} of elkjs's ${ms(elk)} on the same graph`
);

// What it costs at the limits of the format: the first one of all, and as an optimised module has it. Each is asked for
// anew after another.
for (const [name, content, view, other] of [
  ['of 1000 cards and 3000 links', most, '', 'mode=talk&step=1'],
  ['of a step of 12 cards, each joined to each', dense, 'mode=talk&step=1', 'mode=talk&step=2'],
  ['of a card chosen in a talk, with 44 others, each joined to each', dense, 'node-0&mode=talk', 'mode=talk&step=2'],
]) {
  const { page, context } = await open();
  const show = async (fragment) => {
    await page.evaluate((wanted) => (location.hash = wanted), fragment);
    await rest(page);
    return page.evaluate(() => throughline.describe().layout_ms);
  };
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'limits.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(content)) });
  await page.waitForFunction((title) => document.title === title, content.title);
  const times = await repeat(async () => (await show(other), show(view)));
  const [first] = times;
  row(
    `layout ${name}`,
    ms(median(times)),
    `the first ${ms(first)}; ${(median(times) / warm).toFixed(0)} of the brief's`
  );
  await context.close();
}

// ---- From a click to the lit picture.
const clicks = await repeat((round) =>
  page.evaluate(async (index) => {
    const root = document.documentElement;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    const idle_from = performance.now();
    await frame();
    const idle = performance.now() - idle_from;
    const before = Number(root.dataset.frames);
    const from = performance.now();
    document.querySelectorAll('[data-node]')[index].click();
    while (Number(root.dataset.frames) === before) await frame();
    const took = performance.now() - from;
    const { view_ms, paint_ms } = throughline.describe();
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { took, idle, work: view_ms + paint_ms, frames: Number(root.dataset.frames) - before };
  }, 3 + round)
);
const of = (key) => median(clicks.map((click) => click[key]));
row(
  'click to lit picture',
  ms(of('took')),
  `${median(clicks.map(({ took, idle }) => took / idle)).toFixed(2)} frames of this browser when idle`
);
row('of that, viewing and painting', ms(of('work')), 'by a software renderer');
row('frames drawn for a click', of('frames'));
const frames = await page.evaluate(() => document.documentElement.dataset.frames);
await page.waitForTimeout(10000);
row('frames drawn in ten idle seconds', (await page.evaluate(() => document.documentElement.dataset.frames)) - frames);
await context.close();
await close_browser();

// ---- Bytes.
const addresses = JSON.parse(
  /id="?payload"?>(.*?)<\/script>/.exec(readFileSync(path.join(site_folder, 'index.html'), 'utf8'))[1]
);
const brotli = (name) => brotliCompressSync(readFileSync(path.join(site_folder, name))).length;
row('the one file', `${statSync(one_file).size} bytes`, 'at most 560000');
row('engine, module and glue, brotli', `${brotli(addresses.wasm) + brotli(addresses.glue)} bytes`, 'at most 230000');
row("the site's page, brotli", `${brotli('index.html')} bytes`, 'whole text without the engine: at most 30000');

for (const cells of rows) console.log(`| ${cells.join(' | ')} |`);
