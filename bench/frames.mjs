// What a frame costs against sigma and Cytoscape, with the same graphs of 40 and of 1,000 nodes: script of a zoomed
// frame, frames drawn while zooming, the way from a click to the lit frame, memory, and from navigation until it
// answers. By a software renderer, unthrottled, from the same server. The pages take turns; medians.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import './as_readers.mjs';
import { graph_of } from './graphs.mjs';
import { browser, close_browser } from '../tests/browser/page.mjs';

const rounds = Number(process.env.ROUNDS || 5);
const zoomed_ms = 2000;
const clicks = 5;
const source = fileURLToPath(new URL('..', import.meta.url));
const pages = (process.env.ONLY || 'throughline,sigma,cytoscape').split(',');
const sizes = (process.env.SIZES || '40/80,1000/3000').split(',').map((size) => size.split('/').map(Number));
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.otf': 'font/otf',
};

// ---- The pages: ours put together with each graph, and the peers bundled with it.
const folder = mkdtempSync(path.join(os.tmpdir(), 'throughline-frames-'));
const files = new Map();
const put = (name, bytes) => files.set(name, { bytes, type: types[path.extname(name)] });
for (const [nodes, links] of sizes) {
  const graph = path.join(folder, `${nodes}.json`);
  writeFileSync(graph, JSON.stringify(graph_of(nodes, links)));
  const out = path.join(folder, `${nodes}`);
  mkdirSync(out);
  execFileSync('node', [
    path.join(source, 'cmake/assemble.mjs'),
    '--tool',
    path.join(source, 'build/native/throughline'),
    '--engine',
    path.join(source, 'build/wasm'),
    '--fonts',
    path.join(source, 'build/wasm/generated/fonts'),
    '--source',
    source,
    '--version',
    'bench',
    '--content',
    graph,
    '--out',
    out,
  ]);
  for (const name of readdirSync(path.join(out, 'site')))
    if (!/\.(br|gz)$/.test(name)) put(`/${nodes}/throughline/${name}`, readFileSync(path.join(out, 'site', name)));
  const with_graph = {
    name: 'graph',
    setup: (bundle) => bundle.onResolve({ filter: /brief\.json$/ }, () => ({ path: graph })),
  };
  for (const peer of pages.filter((name) => name !== 'throughline')) {
    const outfile = path.join(folder, `${peer}-${nodes}.js`);
    await build({
      entryPoints: [path.join(source, `bench/peers/${peer}.mjs`)],
      outfile,
      bundle: true,
      minify: true,
      format: 'iife',
      plugins: [with_graph],
      define: { 'process.env.NODE_ENV': '"production"' },
      logLevel: 'error',
    });
    put(
      `/${nodes}/${peer}/index.html`,
      Buffer.from(
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>peer</title><link rel="icon" href="data:,">' +
          '<body><script src="page.js"></script>'
      )
    );
    put(`/${nodes}/${peer}/page.js`, readFileSync(outfile));
  }
}
rmSync(folder, { recursive: true });
const server = createServer((request, response) => {
  const file = files.get(request.url.endsWith('/') ? `${request.url}index.html` : request.url);
  if (!file) return response.writeHead(404).end();
  // Memory is told only of a page that shares its process with nobody.
  return response
    .writeHead(200, {
      'content-type': file.type,
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    })
    .end(file.bytes);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

// Ours, steered from outside as the peers are from within: a wheel over the middle of the stage, a press of a card's
// button.
const steer_ours = () => {
  let zoom = 1;
  const root = document.documentElement;
  globalThis.steered = {
    zoom: (factor) => {
      const stage = document.querySelector('#picture').getBoundingClientRect();
      const change = factor / zoom;
      const delta = (change > 1 ? 1 - change : 1 / change - 1) / 0.0022;
      zoom = factor;
      document.querySelector('#picture').dispatchEvent(
        new WheelEvent('wheel', {
          bubbles: true,
          cancelable: true,
          deltaY: delta,
          clientX: stage.x + stage.width / 2,
          clientY: stage.y + stage.height / 2,
        })
      );
    },
    light: (index) => document.querySelectorAll('[data-node]')[index].click(),
    on_render: (done) => {
      const before = root.dataset.frames;
      const look = new MutationObserver(() => root.dataset.frames !== before && (look.disconnect(), done()));
      look.observe(root, { attributeFilter: ['data-frames'] });
    },
  };
};

async function measure(name, nodes) {
  const context = await (await browser()).newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const look = () =>
      globalThis.is_ready || document.documentElement?.dataset.state === 'ready'
        ? requestAnimationFrame(() => setTimeout(() => (globalThis.answered_ms = performance.now())))
        : requestAnimationFrame(look);
    look();
  });
  await page.goto(`http://127.0.0.1:${server.address().port}/${nodes}/${name}/`);
  await page.waitForFunction(() => globalThis.answered_ms, null, { timeout: 60000 });
  if (name === 'throughline') await page.evaluate(steer_ours);
  const answers = await page.evaluate(() => answered_ms);
  await page.waitForTimeout(500);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const script_secs = async () =>
    (await session.send('Performance.getMetrics')).metrics.find((metric) => metric.name === 'ScriptDuration').value;

  const script_before = await script_secs();
  const { drawn, took } = await page.evaluate(
    (duration) =>
      new Promise((resolve) => {
        const begin = performance.now();
        let drawn = 0;
        const step = () => {
          const now = performance.now() - begin;
          if (now > duration) return resolve({ drawn, took: now });
          steered.on_render(() => (++drawn, requestAnimationFrame(step)));
          return steered.zoom(1 + 2 * Math.sin((now / duration) * Math.PI));
        };
        requestAnimationFrame(step);
      }),
    zoomed_ms
  );
  const script = (((await script_secs()) - script_before) * 1000) / drawn;
  await page.evaluate(() => steered.zoom(1));
  await page.waitForTimeout(500);

  const lit = [];
  for (let click = 0; click < clicks; ++click) {
    lit.push(
      await page.evaluate(
        (index) =>
          new Promise((resolve) => {
            const begin = performance.now();
            steered.on_render(() => requestAnimationFrame(() => resolve(performance.now() - begin)));
            steered.light(index);
          }),
        3 + 7 * click
      )
    );
    await page.waitForTimeout(700);
  }
  const memory =
    name === 'throughline' || process.env.MEMORY !== '0'
      ? await page.evaluate(async () => (await performance.measureUserAgentSpecificMemory?.())?.bytes ?? 0)
      : 0;
  await context.close();
  return { answers, script, fps: (drawn * 1000) / took, lit: median(lit), memory: memory / 1e6 };
}
function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

console.log(
  '| nodes | page | script a zoomed frame | frames a second, zooming | click to lit | memory | answers after |'
);
console.log('| ---: | --- | ---: | ---: | ---: | ---: | ---: |');
for (const [nodes] of sizes) {
  const runs = Object.fromEntries(pages.map((name) => [name, []]));
  for (let round = 0; round < rounds; ++round) for (const name of pages) runs[name].push(await measure(name, nodes));
  for (const name of pages) {
    const of = (key) => median(runs[name].map((run) => run[key]));
    const cells = [
      `${of('script').toFixed(2)} ms`,
      of('fps').toFixed(1),
      `${of('lit').toFixed(0)} ms`,
      `${of('memory').toFixed(0)} MB`,
      `${of('answers').toFixed(0)} ms`,
    ];
    console.log(`| ${[nodes, name, ...cells].join(' | ')} |`);
  }
}
await close_browser();
server.close();
