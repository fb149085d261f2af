// How soon a talk's other window shows the step that a key calls up in this one, from the disk and over http: each
// leads nine steps on and nine back. Beside it two empty windows of the same browser that speak as the talk's do: a
// key, a message, a frame. Medians of eighteen.
import { pathToFileURL } from 'node:url';
import './as_readers.mjs';
import { browser, close_browser, one_file, rest, serve, site_folder, wait_for_state } from '../tests/browser/page.mjs';

const steps = 9;
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const open_first = async () =>
  (await (await browser()).newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })).newPage();

async function open_talk(url) {
  const audience = await open_first();
  await audience.goto(`${url}#mode=talk&step=1`);
  await wait_for_state(audience, 'ready');
  const [speaker] = await Promise.all([audience.waitForEvent('popup'), audience.keyboard.press('s')]);
  await wait_for_state(speaker, 'ready');
  await speaker.waitForFunction(() => document.getElementById('diagram').textContent.includes('follows'));
  return [audience, speaker];
}

async function open_empty() {
  const one = await open_first();
  const [other] = await Promise.all([
    one.waitForEvent('popup'),
    one.evaluate(() => void (globalThis.peer = open('about:blank', '', 'popup'))),
  ]);
  await other.evaluate(() => (globalThis.peer = globalThis.opener));
  for (const page of [one, other]) {
    await page.evaluate(() => {
      const { dataset } = document.documentElement;
      dataset.step = 1;
      addEventListener('message', ({ data }) => (dataset.step = data));
      addEventListener('keydown', ({ key }) => {
        dataset.step = Number(dataset.step) + (key === 'PageDown' ? 1 : -1);
        globalThis.peer.postMessage(dataset.step, '*');
      });
    });
  }
  return [one, other];
}

// Keeps when a key went down, by the browser's own stamp, and when the frame with a new step in it was handed on: both
// on the clock that all windows of a browser share.
const watch = (page) =>
  page.evaluate(() => {
    const root = document.documentElement;
    addEventListener('keydown', ({ timeStamp }) => (globalThis.pressed_ms = performance.timeOrigin + timeStamp), {
      capture: true,
    });
    new MutationObserver(() => {
      const { step } = root.dataset;
      requestAnimationFrame(() =>
        setTimeout(() => (globalThis.shown = { step, ms: performance.timeOrigin + performance.now() }))
      );
    }).observe(root, { attributeFilter: ['data-step'] });
  });

// Milliseconds from a key in one window to its step in the other one, both at rest before.
async function lead(from, to, key, step) {
  await from.keyboard.press(key);
  const shown = await to.waitForFunction(
    (wanted) => globalThis.shown?.step === wanted && globalThis.shown.ms,
    String(step)
  );
  const took = (await shown.jsonValue()) - (await from.evaluate(() => globalThis.pressed_ms));
  await Promise.all([rest(from), rest(to)]);
  return took;
}

async function measure([one, other]) {
  await Promise.all([watch(one), watch(other), rest(one), rest(other)]);
  const times = [[], []];
  for (const [first, second] of [
    [0, 1],
    [1, 0],
  ]) {
    const windows = [one, other];
    for (let step = 2; step < 2 + steps; ++step)
      times[first].push(await lead(windows[first], windows[second], 'PageDown', step));
    for (let step = steps; step > 0; --step)
      times[second].push(await lead(windows[second], windows[first], 'PageUp', step));
  }
  await one.context().close();
  return times.map(median);
}

const host = await serve(site_folder);
const bare = await measure(await open_empty());
const rows = [['two empty windows', bare]];
for (const [name, url] of [
  ['a talk from the disk', pathToFileURL(one_file).href],
  ['a talk over http', host.url],
])
  rows.push([name, await measure(await open_talk(url))]);
await close_browser();
host.close();

console.log("| windows | audience's leads | against empty | speaker's leads | against empty |");
console.log('| --- | ---: | ---: | ---: | ---: |');
for (const [name, times] of rows) {
  console.log(
    `| ${[name, ...times.flatMap((ms, i) => [`${ms.toFixed(1)} ms`, (ms / bare[i]).toFixed(2)])].join(' | ')} |`
  );
}
