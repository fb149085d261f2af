// A page in kiosk mode whose time the test gives: what the kiosk's tests share.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { attribute, one_file, open, serve, site_folder, until, wait_for_state } from './page.mjs';

export const upright = { viewport: { width: 1080, height: 1920 } };
export const broad = { viewport: { width: 1920, height: 1080 } };

// Time stands still once the page runs, and passes by pass() alone.
export async function open_kiosk({ settings = '', prepare, ...options } = {}) {
  const opened = await open({
    ...broad,
    hasTouch: true,
    fragment: `mode=kiosk${settings && `&${settings}`}`,
    ...options,
    prepare: async (page) => {
      await page.clock.install({ time: new Date('2026-03-01T09:00:00') });
      await page.addInitScript(count_readings);
      if (prepare) await prepare(page);
    },
  });
  await opened.page.clock.pauseAt(new Date('2026-03-01T09:01:00'));
  await pass(opened.page, 100);
  return opened;
}

const has_stage_size = () => {
  const canvas = document.getElementById('canvas');
  if (!canvas?.isConnected) return true;
  const stage = document.getElementById('stage').getBoundingClientRect();
  // The canvas of a long stage has fewer pixels, in the same proportion.
  return Math.abs((canvas.height / canvas.width) * (stage.width / stage.height) - 1) < 0.005;
};
export async function pass(page, ms) {
  await page.clock.runFor(ms);
  // What the last of it asked to be drawn. A change of the stage's size is told in the browser's own time.
  await page.clock.runFor(40);
  await page.waitForFunction(has_stage_size);
  await page.clock.runFor(40);
}

// What the page asks of a host or a disk while it runs takes the browser's own time. Counted before anything of the
// page runs.
export function count_readings() {
  globalThis.readings = { begun: 0, ended: 0 };
  // After all that the page does with what came, which it does at once.
  const end = () => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => ++readings.ended;
    port2.postMessage('');
  };
  const ask = globalThis.fetch;
  globalThis.fetch = async (...words) => {
    ++readings.begun;
    try {
      const response = await ask(...words);
      const read = response.arrayBuffer.bind(response);
      if (!response.ok) end();
      else response.arrayBuffer = () => read().finally(end);
      return response;
    } catch (error) {
      end();
      throw error;
    }
  };
  const send = XMLHttpRequest.prototype.send;
  XMLHttpRequest.prototype.send = function (...words) {
    ++readings.begun;
    this.addEventListener('loadend', end);
    return send.apply(this, words);
  };
}
export async function end_readings(page) {
  await page.waitForFunction(() => readings.ended === readings.begun);
  await pass(page, 300);
}

export const phase_of = (page) => attribute(page, 'data-phase');

export async function wake(page) {
  await page.touchscreen.tap(700, 500);
  await pass(page, 1000);
}

export async function middle_of(page, selector) {
  const box = await page.locator(selector).first().boundingBox();
  return [box.x + box.width / 2, box.y + box.height / 2];
}

// A finger on the glass, as the browser gets it from the system.
export async function swipe(page, from, to, steps = 8) {
  const session = await page.context().newCDPSession(page);
  const at = (i) => [
    { x: from[0] + ((to[0] - from[0]) * i) / steps, y: from[1] + ((to[1] - from[1]) * i) / steps, id: 1 },
  ];
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (let i = 1; i <= steps; ++i)
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(i) });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}

export async function pinch(page) {
  const session = await page.context().newCDPSession(page);
  const fingers = (apart) => [
    { x: 600 - apart, y: 500, id: 1 },
    { x: 600 + apart, y: 500, id: 2 },
  ];
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(40) });
  for (let apart = 60; apart <= 300; apart += 20)
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(apart) });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}

export async function press_corners(page, order = [0, 1, 2, 3], between_ms = 500) {
  const { width, height } = page.viewportSize();
  // The last one lies on the button that starts the tour.
  const corners = [
    [20, 20],
    [width - 20, 20],
    [width - 20, height - 20],
    [60, height - 50],
  ];
  for (const corner of order) {
    await page.touchscreen.tap(...corners[corner]);
    await pass(page, between_ms);
  }
}

// Whether the page keeps an event from the browser.
export const is_prevented = (page, selector, type, init = {}) =>
  page
    .locator(selector)
    .first()
    .evaluate(
      (element, [kind, options]) => {
        const constructors = {
          wheel: WheelEvent,
          contextmenu: MouseEvent,
          auxclick: MouseEvent,
          mouseup: MouseEvent,
          keydown: KeyboardEvent,
          click: MouseEvent,
        };
        return !element.dispatchEvent(
          new (constructors[kind] || Event)(kind, { bubbles: true, cancelable: true, ...options })
        );
      },
      [type, init]
    );

// The staff's log, the newest first, as the panel shows it. Leaves the panel closed.
export async function log_of(page) {
  await page.keyboard.press('Control+Alt+KeyK');
  await pass(page, 100);
  const entries = await page.locator('#staff-panel li').allInnerTexts();
  await page.locator('#staff-close').click();
  await pass(page, 1000);
  return entries;
}

// A copy of the one file or of the site, with other files beside it.
export function copy_of_page(files = {}, kind = 'file') {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'throughline-kiosk-'));
  if (kind === 'file') cpSync(one_file, path.join(folder, 'throughline.html'));
  else for (const name of readdirSync(site_folder)) cpSync(path.join(site_folder, name), path.join(folder, name));
  const put = (name, content) =>
    writeFileSync(path.join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  for (const [name, content] of Object.entries(files)) put(name, content);
  return { folder, put, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export async function serve_copy(files = {}) {
  const copy = copy_of_page(files, 'site');
  const site = await serve(copy.folder);
  return { ...copy, url: site.url, requests: site.requests, close: () => (site.close(), copy.remove()) };
}

// ---- A kiosk that loads itself again: what it keeps over that, and that it did and is up.
export const kept = (page) => page.evaluate(() => history.state && history.state.kiosk);
export const is_old = (page) => page.evaluate(() => window.is_old === true);
export const loaded_again = async (page, action) => {
  await page.evaluate(() => (window.is_old = true));
  await action().catch(() => {}); // the page may go while time passes in it
  await until(async () => {
    if (!(await is_old(page))) return true;
    await page.clock.runFor(500);
    return false;
  }, 'it loads again');
};
export async function check_up(page) {
  await until(async () => {
    if ((await attribute(page, 'data-state')) === 'ready') return true;
    await page.clock.runFor(100);
    return false;
  }, 'it is ready again');
  await wait_for_state(page, 'ready');
  await pass(page, 500);
  assert.equal(await attribute(page, 'data-mode'), 'kiosk');
  assert.equal(await phase_of(page), 'attract');
}
