// What a talk draws: captions, the blank, the pointer, and the code to take home.
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import jsqr from 'jsqr';
import { check_written, difference } from './image.mjs';
import {
  assert_same_page,
  one_file,
  open,
  picture_of,
  read_dom,
  rest,
  serve,
  settled_fragment,
  site_folder,
  stage_size,
} from './page.mjs';
import { page_test } from './page_test.mjs';
import { check_talk, click, closing, press, projector } from './talk.mjs';
import { brief_file, page_after, read_content, tool } from './tool.mjs';

let host;
before(async () => (host = await serve(site_folder)));
after(() => host.close());

for (const [width, height] of [
  [1280, 720],
  [1024, 768],
]) {
  page_test(
    `captions are painted where the page has them, and titles are 28 px or more: ${width}x${height}`,
    { viewport: { width, height }, fragment: 'mode=talk&step=1' },
    async ({ page }) => {
      for (let step = 1; step < closing; ++step) {
        const frame = tool(
          'render',
          brief_file,
          '--as',
          'frame',
          '--view',
          `mode=talk&step=${step}`,
          '--stage',
          (await stage_size(page)).join('x')
        );
        const image = await picture_of(page);
        const box = await page.locator('#caption').boundingBox();
        const [stage, bar] = [await page.locator('#stage').boundingBox(), await page.locator('#talk').boundingBox()];
        assert.ok(bar.y >= stage.y + stage.height - 0.5, `the bar covers the picture of step ${step}`);
        const background = /^scene .* on (\S+)$/m.exec(frame)[1];
        const scale = Number(/^scene \S+ scale (\S+)/m.exec(frame)[1]);
        assert.ok(scale * 14 >= 27.99, `cards of step ${step}: ${scale * 14} px`);
        const lines = [...frame.matchAll(/^caption text (\S+),(\S+) (\S+) (\S+) (\S+) (.*)$/gm)].map(
          ([, x, y, size, weight, color, text]) => ({
            x: Number(x),
            y: Number(y),
            size: Number(size),
            weight,
            color,
            text,
          })
        );
        assert.ok(lines.length >= 3 && lines[1].size >= 28);
        for (const line of lines) {
          check_written(image, line, background, 1, line.text.length * line.size * 0.7);
          assert.ok(
            line.x >= box.x - 1 && line.y <= box.y + box.height && line.y - line.size * 0.7 >= box.y - 1,
            `"${line.text}" stands in the caption of the page`
          );
        }
        await press(page, 'PageDown');
      }
    }
  );
}

page_test('a blank stage is black', { ...projector, fragment: 'mode=talk&step=3' }, async ({ page }) => {
  for (const key of ['.', 'b', 'B']) {
    await press(page, key);
    const { at } = await picture_of(page);
    assert.ok(
      [
        [5, 5],
        [640, 360],
        [300, 600],
      ].every(([x, y]) => difference(at(x, y), [0, 0, 0]) < 4),
      `"${key}"`
    );
    await press(page, key);
  }
});

page_test(
  'the pointer is painted, follows the mouse and the arrows, and says what it lies on',
  { ...projector, fragment: 'mode=talk&step=7' },
  async ({ page }) => {
    const card = await page.locator('[data-node]').nth(1).boundingBox();
    await press(page, 'l');
    await page.mouse.move(card.x + card.width / 2, card.y + card.height / 2);
    await rest(page);
    const { x, y, width } = await page.locator('#spot').boundingBox();
    assert.ok(Math.abs(x + width / 2 - card.x - card.width / 2) < 2);
    const accent = (await picture_of(page)).at(Math.round(x + width / 2), Math.round(y + 3));
    assert.ok(accent[0] > 150 && accent[1] < 60 && accent[2] < 80, `the ring is ${accent}`);
    assert.equal(
      await page.locator('#spot').innerText(),
      `The pointer is on “${await page.locator('[data-node]').nth(1).innerText()}”.`
    );
    for (let i = 0; i < 4; ++i) await page.keyboard.down('ArrowLeft');
    await page.keyboard.up('ArrowLeft');
    await rest(page);
    assert.ok(Math.abs((await page.locator('#spot').boundingBox()).x - x + 4 * 0.03 * 1280) < 3, 'a held arrow runs');
    await check_talk(page, await settled_fragment(page));
    await press(page, 'Escape');
    assert.equal(await page.locator('#spot').count(), 0);
  }
);

// ---- The code to take home.
for (const [place, url] of [
  ['the disk', () => pathToFileURL(one_file).href],
  ['http', () => host.url],
]) {
  test(`the closing step has the address as words and as a code that a camera reads: ${place}`, async () => {
    const { page, context } = await open({ ...projector, url: url(), fragment: `mode=talk&step=${closing}` });
    await rest(page);
    const caption = await page.locator('#caption').innerText();
    if (place === 'http') {
      assert.ok(caption.includes(host.url));
      assert.equal(await decoded(page), host.url);
    } else {
      assert.match(caption, /Ask for a copy/);
      assert.equal(await page.locator('#code').count(), 0);
      const [width, height] = await stage_size(page);
      const told = page_after([
        `0 resize ${width} ${height} 1 wide 1`,
        '0 environment light still plain',
        '0 address -',
        `0 route mode=talk&step=${closing}`,
      ]);
      assert_same_page(await read_dom(page), told);
    }
    await context.close();
  });
}

// The code where the page says that it stands.
async function decoded(page) {
  const box = await page.locator('#code').boundingBox();
  const image = await picture_of(page);
  const [left, top, side] = [box.x, box.y, box.width].map(Math.floor);
  const pixels = new Uint8ClampedArray(side * side * 4);
  for (let row = 0; row < side; ++row) {
    for (let column = 0; column < side; ++column)
      pixels.set([...image.at(left + column, top + row).slice(0, 3), 255], (row * side + column) * 4);
  }
  return jsqr(pixels, side, side)?.data;
}

for (const theme of ['light', 'dark', 'contrast']) {
  page_test(
    `the content's own address comes before the page's, and its code is read in every theme: ${theme}`,
    { ...projector, fragment: `theme=${theme}` },
    async ({ page }) => {
      const published = read_content(brief_file);
      published.about.address = 'https://example.org/what-it-does/';
      await page.locator('#open-brief').setInputFiles({
        name: 'b.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(published)),
      });
      await rest(page);
      await click(page, '#present');
      await press(page, 'End');
      assert.equal(await decoded(page), published.about.address);
      assert.ok((await page.locator('#caption').innerText()).includes(published.about.address));
      assert.equal(await page.locator('#caption a').getAttribute('href'), published.about.address);
    }
  );
}
