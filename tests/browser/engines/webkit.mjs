// WebKitGTK's MiniBrowser as tabs.mjs asks for it, by W3C WebDriver. It is not Safari, and nobody may say so.
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { start, until } from './processes.mjs';

const libraries = '/usr/lib';
// MiniBrowser is never narrower; a popup may be.
const narrowest_window = 460;

function mini_browser() {
  if (process.env.MINIBROWSER) return process.env.MINIBROWSER;
  for (const machine of readdirSync(libraries)) {
    if (!/-linux-gnu/.test(machine)) continue;
    const folder = readdirSync(path.join(libraries, machine)).find((name) => /^webkit2gtk-/.test(name));
    if (folder) return path.join(libraries, machine, folder, 'MiniBrowser');
  }
  throw new Error('there is no MiniBrowser: is the package webkit2gtk-driver installed?');
}

const free_port = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const key_codes = {
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Escape: '\uE00C',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  F5: '\uE035',
};

export async function launch_webkit({ display }) {
  const port = await free_port();
  const driver = start('WebKitWebDriver', [`--port=${port}`], { env: { ...process.env, DISPLAY: display } });
  const ask = async (method, where, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${where}`, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${where}: ${value.error}: ${value.message}`);
    return value;
  };
  await listening(ask, driver);
  const { sessionId } = await ask('POST', '/session', {
    capabilities: {
      alwaysMatch: {
        'webkitgtk:browserOptions': { binary: mini_browser(), args: ['--automation'] },
      },
    },
  });
  const session = (method, where, body) => ask(method, `/session/${sessionId}${where}`, body);
  await session('POST', '/timeouts', { script: 30_000, pageLoad: 60_000 });
  return {
    name: 'WebKit',
    async open(url, size) {
      const handle = await new_window(session, size);
      const tab = tab_of(session, handle);
      await tab.goto(url);
      return tab;
    },
    async close() {
      await session('DELETE', '').catch(() => {});
      await driver.stop();
    },
  };
}

async function listening(ask, driver) {
  const ended = driver.ended.then(() => {
    throw new Error('WebKitWebDriver did not start: is the package webkit2gtk-driver installed?');
  });
  await Promise.race([ended, until(() => ask('GET', '/status').catch(() => null), 'WebKitWebDriver listens')]);
}

async function new_window(session, { width, height }) {
  const before = await session('GET', '/window/handles');
  await session('POST', '/window', { handle: before[0] });
  if (width >= narrowest_window) {
    const { handle } = await session('POST', '/window/new', { type: 'window' });
    await session('POST', '/window', { handle });
    await fit(session, width, height);
    return handle;
  }
  // Only what a person does opens one.
  const features = `popup,width=${width},height=${height}`;
  const open_it = `document.addEventListener('click', () => open('about:blank', '', '${features}'), { once: true })`;
  await session('POST', '/execute/sync', { script: open_it, args: [] });
  await session('POST', '/actions', { actions: [click_at(5, 5)] });
  return until(
    async () => (await session('GET', '/window/handles')).find((one) => !before.includes(one)),
    'a narrow window'
  );
}

// A window's frame is not told, so the page's own size is what is asked for.
async function fit(session, width, height) {
  await until(async () => {
    const [w, h] = await session('POST', '/execute/sync', { script: 'return [innerWidth, innerHeight]', args: [] });
    if (w === width && h === height) return true;
    const rect = await session('GET', '/window/rect');
    await session('POST', '/window/rect', { width: rect.width + width - w, height: rect.height + height - h });
    return false;
  }, `a window of ${width} by ${height}`);
}

const click_at = (x, y) => ({
  type: 'pointer',
  id: 'mouse',
  actions: [
    { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ],
});

function tab_of(session, handle) {
  // One session has one current window: each command names its own first, one after the other.
  const here = async (method, where, body) => {
    await session('POST', '/window', { handle });
    return session(method, where, body);
  };
  const act = (actions) => here('POST', '/actions', { actions });
  return {
    problems: () => [],
    async evaluate(fn, arg) {
      const script = `const done = arguments[1];
        Promise.resolve((${fn})(arguments[0])).then(
          (value) => done({ value }),
          (error) => done({ error: String(error) }));`;
      const answer = await here('POST', '/execute/async', { script, args: [arg === undefined ? null : arg] });
      if (answer.error) throw new Error(answer.error);
      return answer.value === null ? undefined : answer.value;
    },
    goto: (url) => here('POST', '/url', { url }),
    reload: () => here('POST', '/refresh', {}),
    async resize(width, height) {
      await session('POST', '/window', { handle });
      await fit(session, width, height);
    },
    press: (key) =>
      act([
        {
          type: 'key',
          id: 'keys',
          actions: ['keyDown', 'keyUp'].map((type) => ({ type, value: key_codes[key] || key })),
        },
      ]),
    click: (x, y) => act([click_at(x, y)]),
    screenshot: async () => Buffer.from(await here('GET', '/screenshot'), 'base64'),
    windows: async () =>
      (await session('GET', '/window/handles'))
        .filter((other) => other !== handle)
        .map((other) => tab_of(session, other)),
    close: () => here('DELETE', '/window'),
  };
}
