// How calm the links are: our wide picture of the brief, or of the files that are named, against the layered layouts of
// elkjs and of Graphviz's dot with the same cards in the same columns, counted from the drawn lines by one counter; and
// how long the command line tool takes against dot. dot is left out where it is not installed.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { strokes } from './strokes.mjs';

const ELK = createRequire(import.meta.url)('elkjs/lib/elk.bundled.js');

const root = fileURLToPath(new URL('..', import.meta.url));
export const dist = path.resolve(process.env.THROUGHLINE_DIST || path.join(root, 'dist'));
export const brief_file = path.join(root, 'content/brief.json');
const tool = path.join(dist, 'throughline');

// Cubic Béziers, 3n + 1 points, as a polyline.
function flatten(points) {
  const line = [points[0]];
  for (let i = 0; i + 3 < points.length; i += 3) {
    for (let step = 1; step <= 16; ++step) {
      const [t, s] = [step / 16, 1 - step / 16];
      const weights = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
      line.push([0, 1].map((axis) => weights.reduce((sum, w, k) => sum + w * points[i + k][axis], 0)));
    }
  }
  return line;
}

// What `throughline layout` prints: {cards: {id: {width, height}}, lines}.
export function our_layout(form, file = brief_file) {
  const cards = {};
  const lines = [];
  const printed = execFileSync(tool, ['layout', file, '--form', form], { encoding: 'utf8', maxBuffer: 1e9 });
  for (const line of printed.split('\n')) {
    const [kind, name, ...rest] = line.split(' ');
    if (kind === 'card') {
      const [, , width, height] = rest[0].split(',').map(Number);
      cards[name] = { width, height };
    }
    if (kind === 'link') lines.push(flatten(rest.map((point) => point.split(',').map(Number))));
  }
  return { cards, lines };
}

// Nodes by column, and links in their direction of flow.
function graph_of(file) {
  const content = JSON.parse(readFileSync(file, 'utf8'));
  const columns = Object.fromEntries(content.lanes.map(({ id, column }) => [id, column]));
  return {
    nodes: content.nodes.map(({ id, lane }) => ({ id, column: columns[lane] })),
    links: content.links.map(({ from, to, kind }) => (kind === 'answers' ? [to, from] : [from, to])),
  };
}

export function elk_graph(cards, thoroughness, file = brief_file) {
  const { nodes, links } = graph_of(file);
  return {
    id: 'graph',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.edgeRouting': 'POLYLINE',
      'elk.partitioning.activate': 'true',
      ...(thoroughness && { 'elk.layered.thoroughness': String(thoroughness) }),
    },
    children: nodes.map(({ id, column }) => ({
      id,
      ...cards[id],
      layoutOptions: { 'elk.partitioning.partition': String(column) },
    })),
    edges: links.map(([from, to], i) => ({ id: `e${i}`, sources: [from], targets: [to] })),
  };
}

async function elk_lines(cards, thoroughness, file) {
  const { edges } = await new ELK().layout(elk_graph(cards, thoroughness, file));
  return edges.map(({ sections: [{ startPoint, bendPoints = [], endPoint }] }) =>
    [startPoint, ...bendPoints, endPoint].map(({ x, y }) => [x, y])
  );
}

const points_an_inch = 72;

function dot_source(cards, file) {
  const { nodes, links } = graph_of(file);
  const columns = [...new Set(nodes.map(({ column }) => column))].sort((a, b) => a - b);
  const box = ({ id }) =>
    `"${id}" [width=${cards[id].width / points_an_inch}, height=${cards[id].height / points_an_inch}]`;
  return [
    'digraph { rankdir=LR; nodesep=0.12; ranksep=1.2;',
    'node [shape=box, fixedsize=true, label=""]; edge [arrowhead=none];',
    ...columns.map(
      (column) =>
        `{ rank=same; c${column} [width=0.01, height=0.01, style=invis]; ` +
        nodes
          .filter((node) => node.column === column)
          .map(box)
          .join('; ') +
        ' }'
    ),
    columns.map((column) => `c${column}`).join(' -> ') + ' [style=invis];',
    ...links.map(([from, to]) => `"${from}" -> "${to}";`),
    '}',
  ].join('\n');
}

function dot_lines(cards, file) {
  const { status, stdout } = spawnSync('dot', ['-Tjson'], {
    input: dot_source(cards, file),
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (status !== 0) return null;
  const ends = /^[es],/; // of arrows, which there are none of
  return JSON.parse(stdout)
    .edges.filter(({ style }) => style !== 'invis')
    .map(({ pos }) =>
      flatten(
        pos
          .split(' ')
          .filter((point) => !ends.test(point))
          .map((point) => point.split(',').map(Number))
      )
    );
}

function median_ms(run, rounds) {
  const times = [];
  for (let i = 0; i < rounds; ++i) {
    const started = process.hrtime.bigint();
    run();
    times.push(Number(process.hrtime.bigint() - started) / 1e6);
  }
  return times.sort((a, b) => a - b)[rounds >> 1];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = process.argv.slice(2);
  const rounds = Number(process.env.ROUNDS || 9);
  console.log('| graph | ours: ink, crossings | elkjs | dot | against the better | ours, dot: ms | ratio |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const file of files.length > 0 ? files : [brief_file]) {
    const { cards, lines } = our_layout('wide', file);
    const ours = strokes(lines);
    const elk = strokes(await elk_lines(cards, 100, file));
    const dot_drawn = dot_lines(cards, file);
    const dot = dot_drawn && strokes(dot_drawn);
    const better = Math.min(elk.crossings, dot?.crossings ?? Infinity);
    const source = dot_source(cards, file);
    const layout_ms = median_ms(() => execFileSync(tool, ['layout', file], { maxBuffer: 1e9 }), rounds);
    const dot_ms = dot && median_ms(() => spawnSync('dot', ['-Tjson'], { input: source, maxBuffer: 1e9 }), rounds);
    const told = ({ ink, crossings }) => `${ink}, ${crossings}`;
    console.log(
      `| ${path.basename(file, '.json')} | ${told(ours)} | ${told(elk)} | ${dot ? told(dot) : ''} ` +
        `| ${(ours.crossings / better).toFixed(2)} | ${layout_ms.toFixed(1)}, ${dot_ms?.toFixed(1) ?? ''} ` +
        `| ${dot ? (layout_ms / dot_ms).toFixed(2) : ''} |`
    );
  }
}
