// Contrast as it reaches the eye: WCAG's ratio between pixels of screenshots. Text 4.5:1, quiet cards too; lines,
// borders, shapes and rings 3:1. Where to look is told by the core's Scene and layout; a quiet border is decoration,
// its words are not.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { color_of, decode_png, difference } from './image.mjs';
import { curve_of, freedom_of, points_of, wide_layout } from './curves.mjs';
import { close_browser, open, phone, picture_of, rest, show, stage_of, stage_size, wide } from './page.mjs';
import { brief, scene_after, scene_of } from './tool.mjs';

after(close_browser);

const ratio = 2; // device pixels a CSS pixel, so that every stroke has a pixel wholly its own
const text_least = 4.5;
const line_least = 3;
const themes = ['light', 'dark', 'contrast'];
const node = 'third-parties';

const linear = Array.from({ length: 256 }, (_, channel) =>
  channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4
);
const luminance = ([r, g, b]) => 0.2126 * linear[r] + 0.7152 * linear[g] + 0.0722 * linear[b];
const contrast_of = (a, b) => {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
};
const median = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];

// The ratio between the colour that most pixels of a box have and its ink: what one pixel in thirty differs by at
// least, so that a speck or a neighbour's edge does not count.
function contrast_in(image, { x, y, w, h }, share = 1 / 30) {
  const pixels = [];
  const counts = new Map();
  for (let row = Math.floor(y * ratio); row < (y + h) * ratio; ++row) {
    for (let column = Math.floor(x * ratio); column < (x + w) * ratio; ++column) {
      const pixel = image.at(column, row);
      pixels.push(pixel);
      const key = (pixel[0] << 16) | (pixel[1] << 8) | pixel[2];
      counts.set(key, (counts.get(key) || 0) + 1);
    }
  }
  const most = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
  const ground = [most >> 16, (most >> 8) & 255, most & 255];
  const ratios = pixels.map((pixel) => contrast_of(pixel, ground)).sort((a, b) => b - a);
  return ratios[Math.floor(ratios.length * share)];
}

const line_box = (line, right) => ({
  x: line.x,
  y: line.y - 0.75 * line.size,
  w: Math.max(line.size, right - line.x),
  h: 0.95 * line.size,
});

// A card's edge against the paper, as the stage's corner has it, at nine places of its upper and lower side: links end
// at the others, and may run close along these.
function border_contrast(image, { rect }) {
  const places = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].flatMap((at) => [
    [rect.x + at * rect.w, rect.y],
    [rect.x + at * rect.w, rect.y + rect.h],
  ]);
  return median(places.map(([x, y]) => contrast_of(image.at(x * ratio, y * ratio), image.at(3, 3))));
}

function check_cards(image, scene, what) {
  assert.ok(difference(image.at(3, 3), color_of(scene.background)) <= 2, `${what}: the stage's corner is no paper`);
  for (const card of scene.cards) {
    const { rect, lines, emphasis } = card;
    const right = rect.x + rect.w - 6;
    for (const line of lines) {
      const seen = contrast_in(image, line_box(line, Math.min(right, line.x + line.text.length * line.size * 0.5)));
      assert.ok(seen >= text_least, `${what}: "${line.text}" on a ${emphasis} card has ${seen.toFixed(2)}:1`);
    }
    const unit = lines[0].size / 14;
    const icon = contrast_in(image, {
      x: rect.x + 9 * unit,
      y: rect.y + rect.h / 2 - 6 * unit,
      w: 14 * unit,
      h: 12 * unit,
    });
    assert.ok(icon >= line_least, `${what}: the shape on ${card.node} (${emphasis}) has ${icon.toFixed(2)}:1`);
    if (emphasis === 'quiet') continue;
    const border = border_contrast(image, card);
    assert.ok(border >= line_least, `${what}: the edge of ${card.node} (${emphasis}) has ${border.toFixed(2)}:1`);
  }
  for (const label of scene.labels) {
    const seen = contrast_in(image, line_box(label, label.x + label.text.length * label.size * 0.5));
    assert.ok(seen >= text_least, `${what}: the label "${label.text}" has ${seen.toFixed(2)}:1`);
  }
}

// ---- Links: at points of their curves that nothing else comes near.
// World units to CSS pixels of the stage, from two cards that lie far apart.
function transform_of(scene) {
  const [first, last] = [scene.cards[0], scene.cards.at(-1)];
  const [a, b] = [wide_layout.cards.get(first.node), wide_layout.cards.get(last.node)];
  const scale = (last.rect.x - first.rect.x) / (b.x - a.x);
  return ([x, y]) => [first.rect.x + (x - a.x) * scale, first.rect.y + (y - a.y) * scale];
}

function check_links(image, scene, what) {
  const place = transform_of(scene);
  const paths = scene.links.map((link) => ({ link, points: points_of(curve_of(link.ends)).map(place) }));
  const is_free = freedom_of(
    paths.map(({ points }) => points),
    scene.cards.map(({ rect }) => rect),
    5
  );
  let measured = 0;
  paths.forEach(({ link, points }, i) => {
    if (link.emphasis === 'quiet') return;
    const free = points.filter((point) => is_free(point, i));
    if (free.length < 6) return;
    // The strongest pixel across the line; of a dotted one, at its dots: the upper third of the places.
    const ratios = free
      .map(([x, y]) => {
        let best = 1;
        for (let dx = -2; dx <= 2; ++dx)
          for (let dy = -2; dy <= 2; ++dy)
            best = Math.max(best, contrast_of(image.at(x * ratio + dx, y * ratio + dy), image.at(3, 3)));
        return best;
      })
      .sort((a, b) => b - a);
    const seen = ratios[Math.floor(ratios.length * (link.basis === 'inferred' ? 0.33 : 0.5))];
    assert.ok(
      seen >= line_least,
      `${what}: the ${link.emphasis} ${link.basis} link ${link.ends.join('->')} has ${seen.toFixed(2)}:1`
    );
    ++measured;
  });
  return measured;
}

for (const theme of themes) {
  for (const [form, size, views] of [
    ['wide', wide, ['', node, 'step=3']],
    ['tall', { ...phone, viewport: { width: 390, height: 2400 } }, ['', `${node}&show=everything`]],
  ]) {
    test(`words 4.5:1, lines, edges and shapes 3:1 in the drawn diagram, ${theme}, ${form}`, async () => {
      let measured = 0;
      let shown = 0;
      const { page, context } = await open({ ...size, deviceScaleFactor: ratio });
      for (const view of views) {
        const fragment = [view, `theme=${theme}`].filter(Boolean).join('&');
        await show(page, fragment);
        const scene = scene_of({ view: fragment, form, stage: await stage_size(page) });
        // The sheet lies over the lower end of a phone's stage.
        if (form === 'tall') await page.evaluate(() => (document.getElementById('dock').style.display = 'none'));
        const image = await picture_of(page);
        check_cards(image, scene, `${theme} ${view}`);
        if (view)
          assert.ok(
            scene.cards.some(({ emphasis }) => emphasis === 'quiet'),
            'there are quiet cards'
          );
        if (form === 'wide') {
          measured += check_links(image, scene, `${theme} ${view}`);
          shown += scene.links.filter(({ emphasis }) => emphasis !== 'quiet').length;
        }
        await page.evaluate(() => (document.getElementById('dock').style.display = ''));
      }
      await context.close();
      // Of all views together: a step may show two links, and others may come near both.
      assert.ok(measured >= shown * 0.3, `${measured} of ${shown} links can be measured`);
    });
  }
}

// ---- Rings and previews: what the focus changes, changes visibly.
test("rings are 3:1 against what was there before, on cards and controls, a preview's words 4.5:1", async () => {
  for (const theme of themes) {
    const { page, context } = await open({ ...wide, deviceScaleFactor: ratio, fragment: `theme=${theme}` });
    await rest(page);
    const stage = await stage_of(page);
    const size = await stage_size(page);
    // A part of the window, in whole CSS pixels, whose pixels are asked for by their place in the window.
    const shot = async ({ x, y, width, height }) => {
      const clip = {
        x: Math.max(0, Math.floor(x)),
        y: Math.max(0, Math.floor(y)),
        width: Math.ceil(width),
        height: Math.ceil(height),
      };
      const image = decode_png(await page.screenshot({ clip }));
      return { at: (column, row) => image.at(column - clip.x * ratio, row - clip.y * ratio) };
    };
    const before = decode_png(await page.screenshot());
    const id = brief.nodes[12].id;
    for (const [selector, grown] of [
      [`[data-node="${id}"]`, 7],
      ['#tour', 6],
      ['#leave', 6],
      ['#fit', 6],
      ['#theme', 6],
      ['#panel a', 6],
    ]) {
      await page.keyboard.press('Tab'); // a keyboard is in use
      await page.locator(selector).first().focus();
      await rest(page);
      const box = await page.locator(selector).first().boundingBox();
      const image = await shot({
        x: box.x - grown - 1,
        y: box.y - grown - 1,
        width: box.width + 2 * grown + 2,
        height: box.height + 2 * grown + 2,
      });
      const changed = [];
      for (let y = (box.y - grown) * ratio; y < (box.y + box.height + grown) * ratio; ++y) {
        for (let x = (box.x - grown) * ratio; x < (box.x + box.width + grown) * ratio; ++x) {
          const outside =
            x < box.x * ratio ||
            x >= (box.x + box.width) * ratio ||
            y < box.y * ratio ||
            y >= (box.y + box.height) * ratio;
          const by = contrast_of(image.at(x, y), before.at(x, y));
          if (outside && by >= line_least) changed.push(by);
        }
      }
      // WCAG 2.4.13 asks for the area of a perimeter 2 px thick; 1.4.11 for its contrast.
      const perimeter = 2 * (box.width + box.height) * 2 * ratio * ratio;
      assert.ok(
        changed.length >= perimeter * 0.8,
        `${theme}: the ring of ${selector} changes ${changed.length} of ${Math.round(perimeter)} pixels by 3:1`
      );
    }
    await page.locator(`[data-node="${id}"]`).focus();
    await rest(page);
    const scene = scene_after([
      `0 environment light still plain`,
      `0 resize ${size[0]} ${size[1]} 1 wide 1`,
      `0 route theme%3D${theme}`,
      `0 focus node%3A${id}`,
    ]);
    assert.equal(scene.previews.length, 1);
    const { rect, lines } = scene.previews[0];
    const image = await shot({ x: stage.x + rect.x, y: stage.y + rect.y, width: rect.w, height: rect.h });
    for (const line of lines) {
      const seen = contrast_in(
        image,
        line_box({ ...line, x: line.x + stage.x, y: line.y + stage.y }, rect.x + stage.x + rect.w - 20)
      );
      assert.ok(seen >= text_least, `${theme}: the preview's "${line.text}" has ${seen.toFixed(2)}:1`);
    }
    await context.close();
  }
});

// ---- Words and signs around the diagram.
const words_in_sight = (page) =>
  page.evaluate(() => {
    const found = [];
    const walker = document.createTreeWalker(document.getElementById('page'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement: parent, data } = walker.currentNode;
      if (
        !data.trim() ||
        parent.closest('.part-nodes, .part-picture, .part-status, .part-skip') ||
        !parent.checkVisibility()
      )
        continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      for (const box of range.getClientRects()) {
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        const over = document.elementsFromPoint(x, y).find((element) => !element.matches('.part-nodes, .part-sheet'));
        // What another part lies over, or the fading end of the sheet, is not read there.
        const panel = parent.closest('.part-panel');
        const is_fading = panel && box.bottom > panel.getBoundingClientRect().bottom - 28;
        if (
          box.width < 3 ||
          y < 0 ||
          box.bottom > innerHeight ||
          is_fading ||
          !over ||
          !(parent.contains(over) || over.contains(parent))
        )
          continue;
        found.push({ text: data.trim().slice(0, 40), x: box.x, y: box.y, w: box.width, h: box.height });
      }
    }
    return found;
  });
const signs_in_sight = (page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('#theme, #contrast, #print, .part-line, .part-panel .part-shaped'))
      .filter((element) => element.checkVisibility())
      .map((element) => {
        const box = element.getBoundingClientRect();
        const is_button = element.localName === 'button';
        return {
          text: element.id || element.textContent,
          x: box.x + (is_button ? 6 : 0),
          y: box.y + (is_button ? 6 : 0),
          w: is_button ? box.width - 12 : 16,
          h: is_button ? box.height - 12 : box.height,
        };
      })
      .filter(
        ({ x, y, w, h }) =>
          y > 0 && y + h < innerHeight && !document.elementFromPoint(x + w / 2, y + h / 2).closest('header')
      )
  );

for (const theme of themes) {
  for (const [form, size] of [
    ['wide', wide],
    ['tall', phone],
  ]) {
    test(`words 4.5:1 and signs 3:1 around the diagram, ${theme}, ${form}`, async () => {
      const { page, context } = await open({ ...size, deviceScaleFactor: ratio });
      for (const view of ['', node, 'step=3']) {
        await page.evaluate(() => scrollTo(0, 0));
        await show(page, [view, `theme=${theme}`].filter(Boolean).join('&'));
        for (const scrolled of form === 'wide' && !view ? ['', '#text', '#about'] : ['']) {
          if (scrolled) await page.evaluate((selector) => document.querySelector(selector).scrollIntoView(), scrolled);
          await rest(page);
          const words = await words_in_sight(page);
          const signs = await signs_in_sight(page);
          const image = decode_png(await page.screenshot());
          assert.ok(words.length > 5, `${words.length} words`);
          for (const word of words) {
            const seen = contrast_in(image, word, word.text.length > 2 ? 1 / 30 : 1 / 100); // a minus has little ink
            assert.ok(seen >= text_least, `${theme} ${view}: "${word.text}" has ${seen.toFixed(2)}:1`);
          }
          for (const sign of signs) {
            const seen = contrast_in(image, sign);
            assert.ok(seen >= line_least, `${theme} ${view}: the sign of ${sign.text} has ${seen.toFixed(2)}:1`);
          }
        }
      }
      await context.close();
    });
  }
}
