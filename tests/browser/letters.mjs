// Whether a line that the canvas painted has the shapes that the browser itself gives these words.
import { decode_png } from './image.mjs';

const margin = 8; // around the compared words, in CSS pixels; more than the two can stand apart

// Of the word that is least alike: 1 for the same shapes, about 0 for noise. Each word by itself, because a browser may
// round the advance of each letter to whole pixels. `line` as the tool's scene has it; `tab` has evaluate(fn, arg).
export async function likeness(tab, take_screenshot, line, ratio = 1) {
  const painted = decode_png(await take_screenshot());
  const stage = await tab.evaluate(() => {
    const { x, y } = document.getElementById('stage').getBoundingClientRect();
    return { x, y };
  });
  // On its own, on white, its baseline where it is known.
  const box = await tab.evaluate(
    ({ text, size, weight, away }) => {
      const probe = document.createElement('div');
      probe.id = 'probe';
      probe.textContent = text;
      Object.assign(probe.style, {
        position: 'fixed',
        zIndex: 99,
        left: '0',
        top: '0',
        padding: `${away}px`,
        whiteSpace: 'pre',
        background: '#fff',
        color: '#000',
        fontSize: `${size}px`,
        fontWeight: weight === 'semibold' ? 600 : 400,
        lineHeight: `${Math.ceil(size * 1.5)}px`,
        fontKerning: 'none',
      });
      const foot = document.createElement('span');
      Object.assign(foot.style, { display: 'inline-block', inlineSize: '1px', blockSize: '0' });
      probe.append(foot);
      document.body.append(probe);
      const words = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => {
        const range = new Range();
        range.setStart(probe.firstChild, index);
        range.setEnd(probe.firstChild, index + word.length);
        const { left, width } = range.getBoundingClientRect();
        return { left: left - away, width };
      });
      return { words, baseline: foot.getBoundingClientRect().bottom };
    },
    { ...line, away: margin }
  );
  const written = decode_png(await take_screenshot());
  await tab.evaluate(() => document.getElementById('probe').remove());

  const above = line.size; // of the baseline
  const height = Math.round(line.size * 1.35 * ratio);
  const of_words = box.words.map(({ left, width: of_word }) => {
    const width = Math.round(of_word * ratio);
    const of_written = softened(written, (margin + left) * ratio, (box.baseline - above) * ratio, width, height);
    const painted_at = (x, y) =>
      softened(
        painted,
        Math.round((stage.x + line.x + left) * ratio) + x,
        Math.round((stage.y + line.y - above) * ratio) + y,
        width,
        height
      );
    let best = 0;
    for (let y = -3; y <= 3; ++y) {
      let before = painted_at(-4, y);
      for (let x = -3; x <= 3; ++x) {
        const here = painted_at(x, y);
        // A letter may begin within a pixel.
        const between = here.map((value, i) => (value + before[i]) / 2);
        best = Math.max(best, correlation(here, of_written), correlation(between, of_written));
        before = here;
      }
    }
    return best;
  });
  return Math.min(...of_words);
}

// Darkness of a part of an image, each pixel with its neighbours: half a pixel of difference in place is none in shape.
function softened(image, left, top, width, height) {
  const dark = (x, y) => 765 - image.at(x, y).reduce((sum, channel) => sum + channel, 0);
  const values = [];
  for (let y = Math.round(top); y < Math.round(top) + height; ++y) {
    for (let x = Math.round(left); x < Math.round(left) + width; ++x) {
      let sum = 0;
      for (const [dx, dy, share] of [
        [0, 0, 4],
        [-1, 0, 2],
        [1, 0, 2],
        [0, -1, 2],
        [0, 1, 2],
      ])
        sum += share * dark(x + dx, y + dy);
      values.push(sum);
    }
  }
  return values;
}

function correlation(a, b) {
  const mean = (list) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const [of_a, of_b] = [mean(a), mean(b)];
  let both = 0;
  let a_alone = 0;
  let b_alone = 0;
  a.forEach((value, i) => {
    both += (value - of_a) * (b[i] - of_b);
    a_alone += (value - of_a) ** 2;
    b_alone += (b[i] - of_b) ** 2;
  });
  return a_alone && b_alone ? both / Math.sqrt(a_alone * b_alone) : 0;
}
