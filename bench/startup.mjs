// How soon the picture stands and answers, on a slow phone, against what else could draw the same graph: the processor
// four times slower, 1.6 Mbps down, 150 ms there and back, brotli on the wire. Pages take turns; medians of nine.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import './as_readers.mjs';
import { browser, close_browser, site_folder } from '../tests/browser/page.mjs';
import { decode_png, difference } from '../tests/browser/image.mjs';

const rounds = Number(process.env.ROUNDS || 9);
const peers = ['empty', 'd3_sankey', 'canvas', 'sigma', 'cytoscape'];
const pages = (process.env.ONLY || ['throughline', ...peers].join()).split(',');
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.otf': 'font/otf',
};

// ---- What is served: everything compressed once, at brotli's best.
const files = new Map();
const put = (name, bytes) => files.set(name, { bytes: brotliCompressSync(bytes), type: types[path.extname(name)] });
for (const name of readdirSync(site_folder))
  if (!/\.(br|gz)$/.test(name)) put(`/throughline/${name}`, readFileSync(path.join(site_folder, name)));
const folder = mkdtempSync(path.join(os.tmpdir(), 'throughline-peers-'));
for (const peer of peers) {
  await build({
    entryPoints: [fileURLToPath(new URL(`peers/${peer}.mjs`, import.meta.url))],
    outfile: path.join(folder, `${peer}.js`),
    bundle: true,
    minify: true,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  put(
    `/${peer}/index.html`,
    Buffer.from(
      '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
        '<title>peer</title><link rel="icon" href="data:,"><body><script src="page.js"></script>'
    )
  );
  put(`/${peer}/page.js`, readFileSync(path.join(folder, `${peer}.js`)));
}
rmSync(folder, { recursive: true });
const server = createServer((request, response) => {
  const file = files.get(request.url.endsWith('/') ? `${request.url}index.html` : request.url);
  if (!file) return response.writeHead(404).end();
  return response
    .writeHead(200, {
      'content-type': file.type,
      'content-encoding': 'br',
      'content-length': file.bytes.length,
      'cache-control': 'no-store',
    })
    .end(file.bytes);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

// ---- One start. Visible: when the browser presented the first frame that had the whole picture in it, which a full
// stop set into that same frame tells by Element Timing. (The first contentful paint would do for the peers; a page
// that is parsed as it arrives paints its head before.) Interactive: the first frame after the page says that it
// answers. The same questions are put to every page, and the browser's own clock answers.
const watch = () => {
  const times = (globalThis.times = {});
  let is_told = false;
  const stands = () => globalThis.is_drawn || document.getElementById('dock') !== null;
  const runs = () => globalThis.is_ready || document.documentElement?.dataset.state === 'ready';
  const after_frame = (action) => requestAnimationFrame(() => setTimeout(() => action(performance.now())));
  const set_stop = () => {
    const stop = document.createElement('p');
    stop.textContent = '.';
    stop.setAttribute('elementtiming', 'visible');
    Object.assign(stop.style, {
      position: 'fixed',
      inset: '0 auto auto 0',
      margin: 0,
      font: '12px sans-serif',
      zIndex: 9,
    });
    document.body.append(stop);
    is_told = true;
  };
  new PerformanceObserver((list) => (times.visible = list.getEntries()[0].renderTime)).observe({
    type: 'element',
    buffered: true,
  });
  const look = () => {
    if (!is_told && document.body && stands()) set_stop();
    if (!times.answers && runs()) after_frame((now) => (times.interactive = now), (times.answers = true));
    if (!times.interactive || !times.visible) requestAnimationFrame(look);
  };
  look();
};

async function start(name, shot) {
  const context = await (
    await browser()
  ).newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
  const page = await context.newPage();
  await page.addInitScript(watch);
  page.on('pageerror', (error) => assert.fail(`${name}: ${error}`));
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1.6e6 / 8,
    uploadThroughput: 0.75e6 / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goto(`http://127.0.0.1:${server.address().port}/${name}/`);
  await page.waitForFunction(() => times.visible && times.interactive, null, { timeout: 60000 });
  const { visible, interactive } = await page.evaluate(() => times);
  if (shot && name !== 'empty') {
    const image = decode_png(
      await page.screenshot(process.env.SHOTS ? { path: path.join(process.env.SHOTS, `${name}.png`) } : {})
    );
    let drawn = 0;
    for (let x = 0; x < image.width; x += 5)
      for (let y = 0; y < image.height; y += 5)
        drawn += difference(image.at(x, y), image.at(2, image.height - 3)) > 20 ? 1 : 0;
    assert.ok(drawn > 300, `${name} shows nothing`);
  }
  await context.close();
  return { visible, interactive, bytes };
}

const runs = Object.fromEntries(pages.map((name) => [name, []]));
for (let round = 0; round < rounds; ++round) for (const name of pages) runs[name].push(await start(name, round === 0));
await close_browser();
server.close();

const median = (name, key) => runs[name].map((run) => run[key]).sort((a, b) => a - b)[Math.floor(rounds / 2)];
console.log(
  '| page | visible | of d3-sankey | interactive | of sigma | bytes |\n| --- | ---: | ---: | ---: | ---: | ---: |'
);
for (const name of pages) {
  const [visible, interactive] = [median(name, 'visible'), median(name, 'interactive')];
  const cells = [
    `${visible.toFixed(0)} ms`,
    (visible / median('d3_sankey', 'visible')).toFixed(2),
    `${interactive.toFixed(0)} ms`,
    (interactive / median('sigma', 'interactive')).toFixed(2),
    median(name, 'bytes'),
  ];
  console.log(`| ${[name, ...cells].join(' | ')} |`);
}
