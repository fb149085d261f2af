// A test of one opened kiosk, which must give no cause for complaint; and where its page may come from.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open_kiosk } from './kiosk.mjs';
import { close_browser, serve, site_folder } from './page.mjs';

after(close_browser);

// Options may be a function of the time when the test runs.
export function kiosk_test(name, options, body) {
  test(name, async () => {
    const opened = await open_kiosk(typeof options === 'function' ? options() : options);
    try {
      await body(opened);
      assert.deepEqual(opened.problems, []);
    } finally {
      await opened.context.close();
    }
  });
}

// The disk, and a host that is there while the tests of a file run; each with the options that open the page from it.
export function places_of_page() {
  let site = null;
  before(async () => (site = await serve(site_folder)));
  after(() => site.close());
  return [
    ['from the disk', () => ({})],
    ['from a host', () => ({ url: site.url })],
  ];
}
