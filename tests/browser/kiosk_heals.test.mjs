// The kiosk when something breaks: it gets up by itself, later each time, and says in its log what happened.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { check_up, end_readings, is_old, kept, loaded_again, log_of, open_kiosk, pass, wake } from './kiosk.mjs';
import {
  attribute,
  close_browser,
  look_at_no_pixel,
  lose_context,
  open,
  restore_context,
  serve,
  site_folder,
  until,
  wait_for_state,
} from './page.mjs';

look_at_no_pixel();

let site = null;
before(async () => (site = await serve(site_folder)));
after(async () => {
  await close_browser();
  site.close();
});

// The engine's module, caught as the glue defines its maker.
const catch_engine = (page) =>
  page.addInitScript(() => {
    let make = null;
    Object.defineProperty(globalThis, 'createEngine', {
      configurable: true,
      set: (made) => (make = made),
      get: () => async (options) => (globalThis.the_engine = await make(options)),
    });
  });

test('graphics that are lost and come back are noted, and nothing else changes', async () => {
  const { page, context, problems } = await open_kiosk();
  await page.evaluate(() => (window.is_old = true));
  for (let i = 0; i < 3; ++i) {
    await lose_context(page);
    await restore_context(page);
    await pass(page, 12000);
  }
  assert.equal(await attribute(page, 'data-state'), 'ready');
  assert.ok(await is_old(page));
  const log = (await log_of(page)).join('\n');
  assert.match(log, /the graphics were lost/);
  assert.match(log, /the graphics came back/);
  assert.deepEqual(problems, []);
  await context.close();
});

const breakages = [
  [
    'graphics that do not come back within 10 s',
    lose_context,
    12000,
    /the diagram failed: the graphics context was lost/,
  ],
  [
    'an exception in the engine',
    (page) =>
      page.evaluate(() => {
        the_engine._throughline_input = () => {
          throw new WebAssembly.RuntimeError('unreachable');
        };
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true }));
      }),
    2000,
    /the diagram failed: RuntimeError: unreachable/,
  ],
  [
    'an abort of the engine',
    (page) =>
      page.evaluate(() => {
        the_engine._throughline_frame = () => {
          throw new Error('out of memory');
        };
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true }));
      }),
    2000,
    /the diagram failed: Error: out of memory/,
  ],
  [
    'a frame that is not drawn for 10 s',
    async (page) => {
      await page.evaluate(() => (globalThis.requestAnimationFrame = () => 7));
      await page.keyboard.press('x');
    },
    15000,
    /no frame was drawn for ten seconds/,
  ],
];
for (const [name, break_it, within_ms, words] of breakages) {
  test(`${name} make it load again, and the log says so`, async () => {
    const { page, context } = await open_kiosk({ prepare: catch_engine, settings: 'pace=3600' });
    await wake(page);
    await loaded_again(page, async () => {
      await break_it(page);
      await pass(page, within_ms);
    });
    await check_up(page);
    assert.match((await log_of(page)).join('\n'), words);
    const { failures, log } = await kept(page);
    assert.equal(failures, 1, log.join('\n'));
    await context.close();
  });
}

for (const [name, break_it, words] of [
  [
    'an unhandled error',
    () => {
      addEventListener('nut', () => {
        throw new Error('lost a nut');
      });
      dispatchEvent(new Event('nut'));
    },
    /something went wrong in the page: .*lost a nut/,
  ],
  [
    'an unhandled rejection',
    () => void Promise.reject(new Error('lost a bolt')),
    /something went wrong in the page: .*lost a bolt/,
  ],
  ['memory above the mark', () => void the_engine._malloc(200 * 1024 * 1024), /memory was at 2\d\d MB/],
]) {
  test(`${name} makes it load again, but not under a visitor`, async () => {
    const { page, context } = await open_kiosk({ prepare: catch_engine });
    await wake(page);
    await page.evaluate(() => (window.is_old = true));
    await page.evaluate(break_it);
    await pass(page, 50000);
    assert.ok(await is_old(page), 'somebody is there');
    await page.keyboard.press('q');
    await pass(page, 30000);
    assert.ok(await is_old(page));
    await loaded_again(page, () => pass(page, 60000));
    await check_up(page);
    assert.match((await log_of(page)).join('\n'), words);
    await context.close();
  });
}

test('what a browser says about a late resize is no failure', async () => {
  const { page, context } = await open_kiosk();
  await page.evaluate(() =>
    dispatchEvent(new ErrorEvent('error', { message: 'ResizeObserver loop completed with undelivered notifications.' }))
  );
  await pass(page, 60000);
  assert.equal((await kept(page)).failures, 0);
  await context.close();
});

// The waits before each reload, when no start succeeds.
const without_graphics = () => {
  const get_context = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    return kind.startsWith('webgl') ? null : get_context.call(this, kind, ...rest);
  };
};
for (const [where, url] of [
  ['from the disk', () => undefined],
  ['from a host', () => site.url],
]) {
  test(`${where}, when no start succeeds, it tries again, twice as late each time up to 5 minutes`, async () => {
    const waits = [];
    const { page, context } = await open({
      fragment: 'mode=kiosk',
      state: '',
      ...(url() && { url: url() }),
      prepare: async (opened) => {
        await opened.exposeFunction('note_wait', (ms) => waits.push(ms));
        await opened.addInitScript(without_graphics);
        await opened.addInitScript(() => {
          const set_timeout = window.setTimeout;
          let tripped = 0;
          window.setTimeout = (action, ms, ...rest) => {
            if (ms >= 1000 && 'kiosk' in (history.state || {}) && !tripped) tripped = note_wait(ms);
            return set_timeout(action, ms >= 1000 ? 20 : ms, ...rest);
          };
          // Nobody touches it, and that is told by this clock.
          const now = performance.now.bind(performance);
          performance.now = () => now() * 100;
        });
      },
    });
    await until(() => waits.length >= 11, 'eleven waits');
    assert.deepEqual(waits.slice(0, 11), [1000, 2000, 4000, 8000, 16000, 32000, 64000, 128000, 256000, 300000, 300000]);
    await context.close();
  });
}

test('while it waits for another start the whole text is there to read', async () => {
  const { page, context } = await open({
    fragment: 'mode=kiosk',
    state: '',
    prepare: (opened) => opened.addInitScript(without_graphics),
  });
  await wait_for_state(page, 'text');
  assert.ok(await page.locator('#fallback').isVisible());
  assert.equal(await page.locator('#leave').isVisible(), false);
  assert.equal((await page.locator('.part-node').count()) > 20, true);
  await context.close();
});

test('an hour without a failure forgives the ones before', async () => {
  const { page, context } = await open_kiosk({ prepare: catch_engine });
  const fail_and_wait = () =>
    loaded_again(page, async () => {
      await page.evaluate(() => (globalThis.requestAnimationFrame = () => 7));
      await page.keyboard.press('x');
      await pass(page, 11500);
    });
  await fail_and_wait();
  await check_up(page);
  await fail_and_wait();
  await check_up(page);
  assert.equal((await kept(page)).failures, 2);
  await page.evaluate(() =>
    history.replaceState({ ...history.state, kiosk: { ...history.state.kiosk, failed_ms: Date.now() - 3700000 } }, '')
  );
  await fail_and_wait();
  await check_up(page);
  assert.equal((await kept(page)).failures, 1);
  assert.equal(
    (await log_of(page)).filter((entry) => entry.includes('no frame')).length,
    3,
    'the log keeps all of them'
  );
  await context.close();
});

test('the log does not grow without end, and leaves what a talk keeps alone', async () => {
  const { page, context } = await open_kiosk();
  await page.evaluate(() => history.replaceState({ ...history.state, nonce: 'a-b' }, ''));
  for (let i = 0; i < 30; ++i) {
    await lose_context(page);
    await restore_context(page);
  }
  const state = await page.evaluate(() => history.state);
  assert.equal(state.kiosk.log.length, 20);
  assert.equal(state.nonce, 'a-b');
  await context.close();
});

test('a host that is gone is waited for, and no page of the browser’s own takes its place', async () => {
  const { page, context } = await open_kiosk({ url: site.url, prepare: catch_engine, serviceWorkers: 'block' });
  await context.setOffline(true);
  await page.evaluate(() => {
    window.is_old = true;
    the_engine._throughline_input = () => {
      throw new Error('broken');
    };
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true }));
  });
  for (let i = 0; i < 6; ++i) {
    await pass(page, 10000);
    await end_readings(page);
  }
  assert.ok(await is_old(page));
  assert.ok((await page.evaluate(() => readings.ended)) >= 5, 'it has asked for the host each time');
  assert.ok(await page.locator('#text').isVisible());
  await context.setOffline(false);
  await loaded_again(page, () => pass(page, 15000));
  await check_up(page);
  await context.close();
});

test('the staff’s button loads it again', async () => {
  const { page, context } = await open_kiosk();
  await page.keyboard.press('Control+Alt+KeyK');
  await pass(page, 100);
  await loaded_again(page, () => page.locator('#staff-reload').click());
  await check_up(page);
  assert.equal((await kept(page)).failures, 0);
  assert.equal((await log_of(page)).filter((entry) => entry.endsWith('started')).length, 2);
  await context.close();
});
