// The tour as a screen reader would speak it, read by one that runs in the page, against a log that people can read
// too. THROUGHLINE_UPDATE_GOLDENS=1 writes the log anew.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, test } from 'node:test';
import { build } from 'esbuild';
import { close_browser, look_at_no_pixel, open, rest } from './page.mjs';
import { brief } from './tool.mjs';

look_at_no_pixel();

after(close_browser);

const golden = fileURLToPath(new URL('golden/tour_spoken.txt', import.meta.url));

async function reader_script() {
  const { outputFiles } = await build({
    stdin: {
      contents: "import { virtual } from '@guidepup/virtual-screen-reader'; globalThis.reader = virtual;",
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    logLevel: 'error',
  });
  return outputFiles[0].text;
}

// Everything in the panel, from its start to its end.
const read_panel = (page) =>
  page.evaluate(async () => {
    await reader.start({ container: document.getElementById('panel') });
    let last = '';
    for (let i = 0; i < 400 && !(last.startsWith('end of region') && i > 1); ++i) {
      await reader.next();
      last = await reader.lastSpokenPhrase();
    }
    const log = await reader.spokenPhraseLog();
    await reader.stop();
    return log;
  });

test('the tour is spoken step by step as the log has it', async () => {
  const { page, context } = await open({ bypassCSP: true });
  await page.evaluate(await reader_script());
  const lines = [];
  const listen = async () => {
    await rest(page);
    lines.push(
      `status: ${await page.locator('#status').innerText()}`,
      ...(await read_panel(page)).map((line) => `  ${line}`)
    );
  };
  await page.click('#tour');
  await listen();
  for (let step = 1; step < brief.tour.length; ++step) {
    await page.click('#tour-next');
    await listen();
  }
  await context.close();
  const text = `${lines.join('\n')}\n`;
  for (const step of brief.tour) assert.ok(text.includes(step.text), step.title);
  if (process.env.THROUGHLINE_UPDATE_GOLDENS) writeFileSync(golden, text);
  assert.equal(text, readFileSync(golden, 'utf8'));
});
