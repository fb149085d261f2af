// How often links cross: our picture of the brief against elkjs's layered layout of the same graph, with the same cards
// in the same columns, counted from the drawn lines by one and the same counter.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFileSync } from 'node:fs';

const ELK = createRequire(import.meta.url)('elkjs/lib/elk.bundled.js');

const root = fileURLToPath(new URL('..', import.meta.url));
export const dist = path.resolve(process.env.THROUGHLINE_DIST || path.join(root, 'dist'));
export const brief_file = path.join(root, 'content/brief.json');
const pieces_a_curve = 32;

const point_of = (text) => text.split(',').map(Number);

function flatten(points) {
  const line = [points[0]];
  for (let i = 0; i + 3 < points.length; i += 3) {
    for (let piece = 1; piece <= pieces_a_curve; ++piece) {
      const t = piece / pieces_a_curve;
      const weights = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t ** 2, t ** 3];
      line.push([0, 1].map((axis) => weights.reduce((sum, weight, k) => sum + weight * points[i + k][axis], 0)));
    }
  }
  return line;
}

// What `throughline layout` prints: {cards: {id: {width, height}}, lines, crossings as it counts them itself}.
export function our_layout(form) {
  const cards = {};
  const lines = [];
  let crossings = 0;
  for (const line of execFileSync(path.join(dist, 'throughline'), ['layout', brief_file, '--form', form], {
    encoding: 'utf8',
  }).split('\n')) {
    const [kind, name, ...rest] = line.split(' ');
    if (kind === 'card') {
      const [, , width, height] = rest[0].split(',').map(Number);
      cards[name] = { width, height };
    }
    if (kind === 'link') lines.push(flatten(rest.map(point_of)));
    if (kind === 'crossings') crossings = Number(name);
  }
  return { cards, lines, crossings };
}

// Meetings of two lines, each counted; where both end together is none.
function count_between(a, b) {
  let crossings = 0;
  const ends = [a[0], a.at(-1)].filter((p) => [b[0], b.at(-1)].some((q) => Math.hypot(p[0] - q[0], p[1] - q[1]) < 0.5));
  for (let i = 0; i + 1 < a.length; ++i) {
    for (let j = 0; j + 1 < b.length; ++j) {
      const [p, r] = [a[i], [a[i + 1][0] - a[i][0], a[i + 1][1] - a[i][1]]];
      const [q, s] = [b[j], [b[j + 1][0] - b[j][0], b[j + 1][1] - b[j][1]]];
      const cross = r[0] * s[1] - r[1] * s[0];
      if (Math.abs(cross) < 1e-9) continue;
      const between = [q[0] - p[0], q[1] - p[1]];
      const t = (between[0] * s[1] - between[1] * s[0]) / cross;
      const u = (between[0] * r[1] - between[1] * r[0]) / cross;
      if (t < 0 || t >= 1 || u < 0 || u >= 1) continue;
      const at = [p[0] + t * r[0], p[1] + t * r[1]];
      if (!ends.some((end) => Math.hypot(end[0] - at[0], end[1] - at[1]) < 0.5)) ++crossings;
    }
  }
  return crossings;
}

export function count_crossings(lines) {
  let crossings = 0;
  for (let a = 0; a < lines.length; ++a)
    for (let b = a + 1; b < lines.length; ++b) crossings += count_between(lines[a], lines[b]);
  return crossings;
}

// The brief as elkjs takes it: links in their direction of flow, each card in its lane's column.
export function elk_graph(cards, thoroughness) {
  const brief = JSON.parse(readFileSync(brief_file, 'utf8'));
  const column = Object.fromEntries(brief.lanes.map((lane) => [lane.id, lane.column ?? 1]));
  return {
    id: 'brief',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.edgeRouting': 'POLYLINE',
      'elk.partitioning.activate': 'true',
      ...(thoroughness && { 'elk.layered.thoroughness': String(thoroughness) }),
    },
    children: brief.nodes.map(({ id, lane }) => ({
      id,
      ...cards[id],
      layoutOptions: { 'elk.partitioning.partition': String(column[lane]) },
    })),
    edges: brief.links.map(({ from, to, kind }, i) =>
      kind === 'answers'
        ? { id: `e${i}`, sources: [to], targets: [from] }
        : { id: `e${i}`, sources: [from], targets: [to] }
    ),
  };
}

const links_of = (laid_out) =>
  laid_out.edges.map(({ sections: [{ startPoint, bendPoints = [], endPoint }] }) =>
    [startPoint, ...bendPoints, endPoint].map(({ x, y }) => [x, y])
  );

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const ours = our_layout('wide');
  const rows = [['throughline, wide', count_crossings(ours.lines)]];
  if (rows[0][1] !== ours.crossings) console.log(`note: throughline itself counts ${ours.crossings}\n`);
  for (const [name, thoroughness] of [
    ['elkjs layered, as it comes', 0],
    ['elkjs layered, thoroughness 100', 100],
  ]) {
    rows.push([name, count_crossings(links_of(await new ELK().layout(elk_graph(ours.cards, thoroughness))))]);
  }
  rows.push(['throughline, tall', count_crossings(our_layout('tall').lines)]);
  console.log('| crossings of drawn links | count | against ours |\n| --- | ---: | ---: |');
  for (const [name, count] of rows) console.log(`| ${name} | ${count} | ${(count / rows[0][1]).toFixed(2)} |`);
}
