// A test of one opened page, which must give no cause for complaint.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { close_browser, open } from './page.mjs';

after(close_browser);

export function page_test(name, options, body) {
  test(name, async () => {
    const opened = await open(options);
    try {
      await body(opened);
      assert.deepEqual(opened.problems, []);
    } finally {
      await opened.context.close();
    }
  });
}
