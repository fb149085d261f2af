// Screenshots as pixels, and whether what the core's Scene says is drawn there.
import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';

// A PNG as Chromium writes it: 8 bits a channel, RGB or RGBA, not interlaced.
export function decode_png(bytes) {
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  const channels = { 2: 3, 6: 4 }[bytes[25]];
  if (bytes[24] !== 8 || !channels || bytes[28] !== 0) throw new Error('a screenshot in an unexpected format');
  const parts = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  const packed = inflateSync(Buffer.concat(parts));
  const stride = width * channels;
  const data = Buffer.alloc(stride * height);
  const above = Buffer.alloc(stride); // of the first row: nothing
  for (let y = 0, from = 0; y < height; ++y, from += stride + 1) {
    const row = data.subarray(y * stride, (y + 1) * stride);
    packed.copy(row, 0, from + 1, from + 1 + stride);
    unfilter(packed[from], row, y === 0 ? above : data.subarray((y - 1) * stride, y * stride), channels);
  }
  return {
    width,
    height,
    at: (x, y) => {
      const i =
        Math.min(height - 1, Math.max(0, Math.floor(y))) * stride +
        Math.min(width - 1, Math.max(0, Math.floor(x))) * channels;
      return [data[i], data[i + 1], data[i + 2]];
    },
  };
}

// Portable Network Graphics (W3C), chapter 9. OPTIMIZATION: a loop for each filter, because a screenshot has 20 million
// bytes.
function unfilter(filter, row, above, channels) {
  const end = row.length;
  if (filter === 1) {
    for (let i = channels; i < end; ++i) row[i] += row[i - channels];
  } else if (filter === 2) {
    for (let i = 0; i < end; ++i) row[i] += above[i];
  } else if (filter === 3) {
    for (let i = 0; i < channels; ++i) row[i] += above[i] >> 1;
    for (let i = channels; i < end; ++i) row[i] += (row[i - channels] + above[i]) >> 1;
  } else if (filter === 4) {
    for (let i = 0; i < channels; ++i) row[i] += above[i];
    for (let i = channels; i < end; ++i) row[i] += paeth(row[i - channels], above[i], above[i - channels]);
  }
}

function paeth(left, above, corner) {
  const estimate = left + above - corner;
  const a = Math.abs(estimate - left);
  const b = Math.abs(estimate - above);
  const c = Math.abs(estimate - corner);
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

export const color_of = (css) => [1, 3, 5].map((at) => parseInt(css.slice(at, at + 2), 16));
export const difference = (a, b) => Math.max(...a.map((channel, i) => Math.abs(channel - b[i])));

// How far a pixel lies on the way from one colour to another, by their channel that differs most: 0 to 1.
function share(pixel, from, to) {
  const i = from.reduce(
    (best, channel, at) => (Math.abs(channel - to[at]) > Math.abs(from[best] - to[best]) ? at : best),
    0
  );
  return Math.min(1, Math.max(0, (pixel[i] - from[i]) / (to[i] - from[i])));
}

// One pixel, and the tenth that the tool's dump is rounded to.
export const within_px = 1.1;

// How far each edge of a drawn card lies from where the scene has it, in CSS pixels: [left, right, top, bottom];
// nothing where its fill or its border is not there. Found by walking from the fill outwards to the middle of the
// border, or, where the border looks like the fill, to its end. `ratio` is device pixels a CSS pixel.
export function card_offsets(image, card, ratio) {
  const fill = color_of(card.fill);
  const border = color_of(card.border);
  const is_outlined = difference(fill, border) > 8;
  const { x, y, w, h } = card.rect;
  // Between the words, the shape and the ends of links.
  const unit = card.lines[0].size / 14;
  const inset = 4 * unit;
  const beside = y + 6 * unit;
  const starts = [
    [x + inset, beside, -1, 0, x],
    [x + w - inset, beside, 1, 0, x + w],
    [x + w / 2, y + inset, 0, -1, y],
    [x + w / 2, y + h - inset, 0, 1, y + h],
  ];
  const offsets = starts.map(([from_x, from_y, step_x, step_y, edge]) => {
    const direction = step_x + step_y;
    const start = Math.floor((step_x ? from_x : from_y) * ratio);
    const pixel = (i) => image.at(from_x * ratio + i * step_x, from_y * ratio + i * step_y);
    if (difference(pixel(0), fill) > 8) return NaN;
    let i = 1;
    while (i < 16 * ratio && difference(pixel(i), fill) <= 8) ++i;
    if (!is_outlined) {
      const inside = i - 1 + 1 - share(pixel(i), fill, pixel(i + 1));
      return (direction > 0 ? start + 1 + inside : start - inside) / ratio - direction * 0.5 * card.border_width - edge;
    }
    let weight = 0;
    let middle = 0;
    for (const end = i + Math.ceil(card.border_width * ratio) + 1; i < end; ++i) {
      const part = share(pixel(i), fill, border);
      weight += part;
      middle += part * (start + 0.5 + i * direction);
    }
    return weight > 0.5 * card.border_width * ratio ? middle / weight / ratio - edge : NaN;
  });
  return offsets.some(Number.isNaN) ? null : offsets;
}

// The pixels around a line of text, as shares of the way from its background to its ink, row by row.
function rows_of(image, line, background, ratio, width) {
  const rows = [];
  for (let y = Math.floor((line.y - 0.8 * line.size) * ratio); y < (line.y + 0.25 * line.size) * ratio; ++y) {
    const row = [];
    for (let x = Math.floor(line.x * ratio); x < (line.x + width) * ratio; ++x)
      row.push(share(image.at(x, y), background, color_of(line.color)));
    rows.push(row);
  }
  return rows;
}

// Square CSS pixels of ink in a line of text. Latin letters have 10 to 20 % of their square em.
export function ink_of(image, line, background, ratio, width) {
  return (
    rows_of(image, line, color_of(background), ratio, width)
      .flat()
      .reduce((sum, value) => sum + value, 0) /
    (ratio * ratio)
  );
}

// Fails where a line is not written with the ink that its letters have: a blank line has none, a bar or a box has more.
// Digits and capitals are the darkest.
export function check_written(image, line, background, ratio, width) {
  const per_letter =
    ink_of(image, line, background, ratio, width) / (line.text.replace(/ /g, '').length * line.size * line.size);
  assert.ok(
    per_letter > 0.04 && per_letter < 0.25,
    `"${line.text}" has ${per_letter.toFixed(3)} of its letters' squares inked`
  );
}

// The steepest steps between neighbouring pixels of a line of text: the mean of fewer than its letters have straight
// edges, so that round ones count as well. 1 is full contrast from one pixel to the next.
export function sharpness_of(image, line, background, ratio, width) {
  const steps = rows_of(image, line, color_of(background), ratio, width).flatMap((row) =>
    row.slice(1).map((value, i) => Math.abs(value - row[i]))
  );
  const edges = Math.ceil(0.12 * line.text.replace(/ /g, '').length * line.size * ratio);
  const top = steps.sort((a, b) => b - a).slice(0, edges);
  return top.reduce((sum, value) => sum + value, 0) / top.length;
}
