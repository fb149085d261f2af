// Firefox ESR as tabs.mjs asks for it, by WebDriver BiDi.
import puppeteer from 'puppeteer-core';

// What puppeteer's own profile turns off, and a reader's has on: or pages from a disk would see too much.
const readers_own = { 'security.fileuri.strict_origin_policy': true, 'dom.disable_open_during_load': true };
const fixed = { 'ui.useOverlayScrollbars': 1, 'ui.prefersReducedMotion': 1, 'browser.tabs.warnOnClose': false };

export async function launch_firefox({ display, preferences = {} }) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX || '/usr/bin/firefox-esr',
    headless: false,
    env: { ...process.env, DISPLAY: display },
    extraPrefsFirefox: { ...readers_own, ...fixed, ...preferences },
    defaultViewport: null,
    protocolTimeout: 60_000,
  });
  return {
    name: 'Firefox',
    async open(url, { width, height }) {
      const page = await browser.newPage();
      await page.setViewport({ width, height });
      const problems = [];
      watch(page, problems);
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      return tab_of(browser, page, problems);
    },
    close: () => browser.close(),
  };
}

function watch(page, problems) {
  page.on(
    'console',
    (message) => ['error', 'warn'].includes(message.type()) && problems.push(`${message.type()}: ${message.text()}`)
  );
  page.on('pageerror', (error) => problems.push(`uncaught: ${error}`));
}

function tab_of(browser, page, problems) {
  return {
    problems: () => problems,
    evaluate: (fn, arg) => page.evaluate(fn, arg),
    goto: (url) => page.goto(url, { waitUntil: 'domcontentloaded' }),
    reload: () => page.reload({ waitUntil: 'domcontentloaded' }),
    resize: (width, height) => page.setViewport({ width, height }),
    press: (key) => page.keyboard.press(key),
    click: (x, y) => page.mouse.click(x, y),
    screenshot: async () => Buffer.from(await page.screenshot()),
    windows: async () =>
      (await browser.pages()).filter((other) => other !== page).map((other) => tab_of(browser, other, [])),
    close: () => page.close(),
  };
}
