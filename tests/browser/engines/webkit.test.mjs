// WebKitGTK's MiniBrowser.
import { after, before, test } from 'node:test';
import { serve, site_folder } from '../page.mjs';
import { brief } from '../tool.mjs';
import {
  check_bare_address,
  check_escape,
  check_fresh_tab,
  check_letters,
  check_view,
  phone,
  wide,
} from './checks.mjs';
import { start_display } from './processes.mjs';
import { launch_webkit } from './webkit.mjs';

let display = null;
let site = null;
let browser = null;
before(async () => {
  display = await start_display();
  site = await serve(site_folder);
  browser = await launch_webkit({ display: display.name });
});
after(async () => {
  await browser?.close();
  site?.close();
  await display?.stop();
});

const { id } = brief.nodes[8];
test('WebKit: the whole stands where the core says', () => check_view(browser, '', wide));
test('WebKit: a shared place on a phone stands where the core says', () =>
  check_view(browser, `${id}&zoom=2&at=0.4,0.6`, phone));
test('WebKit: letters beyond the typeface have their shapes', () => check_letters(browser));
test('WebKit: Escape leaves', () => check_escape(browser, `${site.url}service_worker.js`));
test("WebKit: a card's address in a fresh tab shows the diagram", () => check_fresh_tab(browser));
test('WebKit: the address names no view', () => check_bare_address(browser, site.url));
