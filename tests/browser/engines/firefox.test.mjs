// Firefox ESR, as it comes and as private browsers set it.
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
import { launch_firefox } from './firefox.mjs';
import { start_display } from './processes.mjs';

let display = null;
let site = null;
let usual = null;
let guarded = null;
before(async () => {
  display = await start_display();
  site = await serve(site_folder);
  usual = await launch_firefox({ display: display.name });
  guarded = await launch_firefox({ display: display.name, preferences: { 'privacy.resistFingerprinting': true } });
});
after(async () => {
  await Promise.all([usual?.close(), guarded?.close()]);
  site?.close();
  await display?.stop();
});

const { id } = brief.nodes[8];
test('Firefox: the whole stands where the core says, from the disk', () => check_view(usual, '', wide));
test('Firefox: a card on a phone stands where the core says, from a host', () =>
  check_view(usual, id, phone, site.url));
test('Firefox: a shared place on a phone stands where the core says', () =>
  check_view(usual, `${id}&zoom=2&at=0.4,0.6`, phone));
for (const time of ['first', 'second', 'third']) {
  test(`Firefox: a card's address in a fresh tab shows the diagram, the ${time} time`, () => check_fresh_tab(usual));
}
test('Firefox: a card’s address in a fresh tab shows the diagram, from a host', () => check_fresh_tab(usual, site.url));
test('Firefox: letters beyond the typeface have their shapes', () => check_letters(usual));
test('Firefox that resists fingerprinting: letters beyond the typeface have their shapes', () =>
  check_letters(guarded));
test('Firefox: Escape leaves', () => check_escape(usual, `${site.url}service_worker.js`));
test('Firefox that resists fingerprinting: Escape leaves', () => check_escape(guarded, `${site.url}service_worker.js`));
test('Firefox: the address names no view', () => check_bare_address(usual, site.url));
