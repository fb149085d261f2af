// Where the core's links run, as points, and which of the points lie free of everything else that is drawn.
import { layout_of } from './tool.mjs';

export const wide_layout = layout_of('wide');
export const curve_of = ([from, to]) =>
  wide_layout.links.get(`${from}->${to}`) || wide_layout.links.get(`${to}->${from}`);

export function points_of(curve, steps = 60) {
  const points = [];
  for (let i = 0; i + 3 < curve.length; i += 3) {
    const [a, b, c, d] = curve.slice(i, i + 4);
    for (let step = 0; step < steps; ++step) {
      const t = step / steps;
      const s = 1 - t;
      points.push(
        [0, 1].map((axis) => s ** 3 * a[axis] + 3 * s * s * t * b[axis] + 3 * s * t * t * c[axis] + t ** 3 * d[axis])
      );
    }
  }
  return points;
}

// A test for points of path `i`: no other path's point within about `near`, no card within it.
export function freedom_of(paths, rects, near) {
  const cells = new Map();
  const key = (x, y) => `${Math.round(x / near)},${Math.round(y / near)}`;
  paths.forEach((points, i) =>
    points.forEach(([x, y]) => cells.set(key(x, y), (cells.get(key(x, y)) || new Set()).add(i)))
  );
  return ([x, y], i) =>
    [-1, 0, 1].every((dx) =>
      [-1, 0, 1].every((dy) => [...(cells.get(key(x + dx * near, y + dy * near)) || [])].every((other) => other === i))
    ) &&
    rects.every(
      (rect) => x < rect.x - near || x > rect.x + rect.w + near || y < rect.y - near || y > rect.y + rect.h + near
    );
}
