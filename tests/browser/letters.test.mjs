// Letters that the typeface lacks come from the browser's own, and no browser is asked what it has drawn: one that
// guards its readers answers with noise.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after } from 'node:test';
import { likeness } from './letters.mjs';
import { lines_of_titles, write_other_letters } from './other_letters.mjs';
import { rest, stage_size } from './page.mjs';
import { page_test } from './page_test.mjs';
import { scene_of } from './tool.mjs';

const { folder, file, content } = write_other_letters();
after(() => rmSync(folder, { recursive: true }));

// As a browser does that resists fingerprinting.
const answer_with_noise = (page) =>
  page.addInitScript(() => {
    const read = CanvasRenderingContext2D.prototype.getImageData;
    CanvasRenderingContext2D.prototype.getImageData = function (...where) {
      const pixels = read.apply(this, where);
      pixels.data.forEach((_, i) => (pixels.data[i] = Math.random() * 256));
      return pixels;
    };
  });

async function check_letters(page, when) {
  await rest(page);
  const lines = lines_of_titles(scene_of({ content: file, stage: await stage_size(page) }));
  for (const line of lines) {
    const same = await likeness(page, () => page.screenshot(), line);
    assert.ok(same > 0.9, `"${line.text}" ${when}: ${same.toFixed(2)}`);
  }
}

page_test(
  'letters beyond the typeface have their shapes where a canvas may not be read, after a lost context too',
  { prepare: answer_with_noise },
  async ({ page }) => {
    await page.locator('input[type=file]').setInputFiles(file);
    await page.waitForFunction(
      (title) => document.title === title && document.querySelector('[data-node]'),
      content.title
    );
    await check_letters(page, 'when opened');
    await page.evaluate(() => {
      const canvas = document.getElementById('canvas');
      globalThis.lose = canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
      globalThis.came_back = new Promise((resolve) =>
        canvas.addEventListener('webglcontextrestored', () => requestAnimationFrame(resolve), { once: true })
      );
      return new Promise(
        (resolve) => (
          canvas.addEventListener('webglcontextlost', resolve, { once: true }),
          globalThis.lose.loseContext()
        )
      );
    });
    await page.evaluate(() => (setTimeout(() => globalThis.lose.restoreContext()), globalThis.came_back));
    await check_letters(page, 'after a lost context');
  }
);
