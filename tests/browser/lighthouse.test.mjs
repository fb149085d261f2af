// Lighthouse gives the site 100 for accessibility, as a phone and as a desktop sees it.
import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { flags, serve, site_folder } from './page.mjs';

const free_port = () => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

let port = 0;
let browser = null;
let site = null;
before(async () => {
  port = await free_port();
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: [...flags, `--remote-debugging-port=${port}`] });
  site = await serve(site_folder);
});
after(async () => (site.close(), browser.close()));

// The page is small and comes from this machine: shorter waits than the usual ones, and no throttling, which only its speed needs.
const waits = { pauseAfterFcpMs: 500, pauseAfterLoadMs: 500, networkQuietThresholdMs: 500, cpuQuietThresholdMs: 500, throttlingMethod: 'provided' };
const desktop = { formFactor: 'desktop', screenEmulation: { mobile: false, width: 1350, height: 940, deviceScaleFactor: 1, disabled: false } };

async function measure(url, settings) {
  const { lhr } = await lighthouse(url, { port, onlyCategories: ['accessibility'], output: 'json', logLevel: 'error', ...waits, ...settings });
  assert.equal(lhr.runtimeError, undefined, JSON.stringify(lhr.runtimeError));
  // Before the engine runs there is no button in the page.
  assert.equal(lhr.audits['button-name'].scoreDisplayMode, 'binary', 'the page had started');
  const failed = Object.values(lhr.audits).filter(({ score }) => score !== null && score < 1);
  return { score: lhr.categories.accessibility.score * 100, failed: failed.map(({ id, details }) => `${id}: ${details?.items?.map(({ node }) => node?.snippet).join(' ')}`), passed: Object.values(lhr.audits).filter(({ score }) => score === 1).length };
}

for (const [name, settings] of [['a phone', {}], ['a desktop', desktop]]) {
  test(`Lighthouse: accessibility 100 on ${name}`, async () => {
    const { score, failed, passed } = await measure(site.url, settings);
    assert.deepEqual(failed, []);
    assert.equal(score, 100);
    assert.ok(passed >= 20, `${passed} audits passed`);
  });
}

test('Lighthouse would find a page that cannot be zoomed', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'throughline-'));
  for (const name of readdirSync(site_folder)) writeFileSync(path.join(folder, name), readFileSync(path.join(site_folder, name)));
  writeFileSync(path.join(folder, 'index.html'), readFileSync(path.join(site_folder, 'index.html'), 'utf8').replace('initial-scale=1', 'initial-scale=1, user-scalable=no'));
  const spoiled = await serve(folder);
  const { score, failed } = await measure(spoiled.url, {});
  spoiled.close();
  rmSync(folder, { recursive: true });
  assert.ok(score < 100);
  assert.deepEqual(failed.map((line) => line.split(':')[0]), ['meta-viewport']);
});
