// What a picture's links cost the eye: how long the strokes are that are drawn, and how often they cross. Links that
// lie on each other are one stroke, and what crosses them crosses once. One counter for every picture, given as
// polylines.

const same_stroke = 1; // units between two middles that are seen as one line
const alike = Math.cos((20 * Math.PI) / 180); // of directions, either way round
const least_angle = Math.sin((8 * Math.PI) / 180); // at which two strokes are seen to cross rather than to join
const piece = 2; // units, at most

function pieces_of(line) {
  const pieces = [];
  for (let i = 0; i + 1 < line.length; ++i) {
    const [from, to] = [line[i], line[i + 1]];
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const count = Math.max(1, Math.ceil(length / piece));
    if (length < 1e-6) continue;
    const step = [(to[0] - from[0]) / count, (to[1] - from[1]) / count];
    const direction = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
    for (let k = 0; k < count; ++k)
      pieces.push({
        at: [from[0] + step[0] * k, from[1] + step[1] * k],
        step,
        direction,
        length: length / count,
      });
  }
  return pieces;
}

// Things by the place where they are, to be asked for what is near.
class Grid {
  cells = new Map();
  constructor(size) {
    this.size = size;
  }
  key(x, y) {
    return x * 1_000_003 + y;
  }
  add([x, y], thing) {
    const key = this.key(Math.floor(x / this.size), Math.floor(y / this.size));
    if (!this.cells.has(key)) this.cells.set(key, []);
    this.cells.get(key).push(thing);
  }
  *near([x, y]) {
    const [column, row] = [Math.floor(x / this.size), Math.floor(y / this.size)];
    for (let i = -1; i <= 1; ++i)
      for (let j = -1; j <= 1; ++j) yield* this.cells.get(this.key(column + i, row + j)) ?? [];
  }
}

const dot = (a, b) => a[0] * b[0] + a[1] * b[1];
const distance = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);
const middle = ({ at, step }) => [at[0] + step[0] / 2, at[1] + step[1] / 2];

// {ink, crossings}; `lines` are [[x, y], …] each.
export function strokes(lines) {
  const grid = new Grid(piece + same_stroke);
  const seen = new Grid(2 * same_stroke);
  let ink = 0;
  let crossings = 0;
  lines.forEach((line, of) => {
    for (const p of pieces_of(line)) {
      let is_drawn = false;
      for (const q of grid.near(middle(p))) {
        if (q.of === of) continue;
        if (
          distance(middle(p), middle(q)) < same_stroke + piece / 2 &&
          Math.abs(dot(p.direction, q.direction)) > alike
        ) {
          const off = [middle(p)[0] - q.at[0], middle(p)[1] - q.at[1]];
          if (Math.abs(off[0] * q.direction[1] - off[1] * q.direction[0]) < same_stroke) is_drawn = true;
        }
        const cross = p.step[0] * q.step[1] - p.step[1] * q.step[0];
        if (Math.abs(p.direction[0] * q.direction[1] - p.direction[1] * q.direction[0]) < least_angle) continue;
        const between = [q.at[0] - p.at[0], q.at[1] - p.at[1]];
        const t = (between[0] * q.step[1] - between[1] * q.step[0]) / cross;
        const u = (between[0] * p.step[1] - between[1] * p.step[0]) / cross;
        if (t < 0 || t >= 1 || u < 0 || u >= 1) continue;
        const at = [p.at[0] + t * p.step[0], p.at[1] + t * p.step[1]];
        const ends = [line[0], line.at(-1)].filter((end) =>
          [q.line[0], q.line.at(-1)].some((e) => distance(e, end) < 0.5)
        );
        if (ends.some((end) => distance(end, at) < 0.5)) continue;
        const is_counted = [...seen.near(at)].some(
          (c) =>
            distance(c.at, at) < 2 * same_stroke &&
            ((Math.abs(dot(c.a, p.direction)) > alike && Math.abs(dot(c.b, q.direction)) > alike) ||
              (Math.abs(dot(c.b, p.direction)) > alike && Math.abs(dot(c.a, q.direction)) > alike))
        );
        seen.add(at, { at, a: p.direction, b: q.direction });
        if (!is_counted) ++crossings;
      }
      if (!is_drawn) ink += p.length;
      p.drawn = true;
      p.of = of;
      p.line = line;
    }
    for (const p of pieces_of(line)) grid.add(middle(p), { ...p, of, line });
  });
  return { ink: Math.round(ink), crossings };
}
