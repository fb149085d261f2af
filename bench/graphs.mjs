// A brief of any size, the same each time: lanes in columns, most links to the next column and some beyond it.
const hues = ['violet', 'blue', 'crimson', 'green', 'amber'];
const shapes = ['ring', 'square', 'triangle', 'check', 'chevron'];
const stock = (
  'raids arrests housing income health trust police clients workers migrants ' +
  'border rights labour stigma banks violence services support data laws'
).split(' ');

// Mulberry32 by Tommy Ettinger.
function random_of(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function graph_of(node_count, link_count) {
  const random = random_of(7);
  const below = (count) => Math.floor(random() * count);
  const column_count = Math.min(24, Math.max(5, Math.round(Math.sqrt(node_count) / 3)));
  const lane_count = Math.min(40, 2 * column_count);
  const lane_of = (node) => Math.floor((node * lane_count) / node_count);
  const column_of_lane = (lane) => Math.floor((lane * column_count) / lane_count);
  const columns = Array.from({ length: column_count }, () => []);
  for (let node = 0; node < node_count; ++node) columns[column_of_lane(lane_of(node))].push(node);
  const links = new Map();
  while (links.size < link_count) {
    const from = below(node_count);
    const chance = random();
    const column = columns[column_of_lane(lane_of(from)) + (chance < 0.7 ? 1 : chance < 0.9 ? 2 : 3)];
    if (!column) continue;
    const to = column[below(column.length)];
    links.set(`${from}-${to}`, {
      from: `node-${from}`,
      to: `node-${to}`,
      kind: 'leads_to',
      basis: random() < 0.6 ? 'stated' : 'inferred',
      why: '',
      sources: ['place'],
    });
  }
  for (const link of links.values()) {
    if (link.basis === 'inferred') link.why = 'It follows.';
    else delete link.why;
  }
  return {
    language: 'en',
    title: `${node_count} cards`,
    summary: 'A brief of this size.',
    about: { publisher: 'Nobody.', brief: 'None.', explainer: 'None.' },
    locators: [{ id: 'place', label: 'Place' }],
    lanes: Array.from({ length: lane_count }, (_, lane) => ({
      id: `lane-${lane}`,
      title: `Lane ${lane}`,
      column: column_of_lane(lane) + 1,
      hue: hues[lane % 5],
      shape: shapes[lane % 5],
    })),
    nodes: Array.from({ length: node_count }, (_, node) => ({
      id: `node-${node}`,
      lane: `lane-${lane_of(node)}`,
      title: Array.from({ length: 3 + below(4) }, () => stock[below(stock.length)]).join(' '),
      text: 'A text of one sentence that says a little more than its title.',
      sources: ['place'],
    })),
    links: [...links.values()],
    tour: [{ title: 'A step', text: 'Its words.', focus: ['node-0', 'node-1'] }],
  };
}
