// The brief's graph as every peer draws it: nodes with a column and a place in it, links along the flow, without the
// few that would close a circle, which d3-sankey refuses.
import brief from '../../content/brief.json';

const lanes = new Map(brief.lanes.map((lane, order) => [lane.id, { ...lane, order }]));
const hues = { violet: '#5B4B8A', blue: '#2F5D8C', crimson: '#B3283B', green: '#1F7A5C', amber: '#8A5A00' };
const rows = new Map();

export const nodes = brief.nodes.map((node) => {
  const lane = lanes.get(node.lane);
  const row = rows.get(lane.column) || 0;
  rows.set(lane.column, row + 1);
  return { id: node.id, title: node.title, column: lane.column - 1, row, color: hues[lane.hue] };
});
export const columns = Math.max(...nodes.map((node) => node.column)) + 1;
export const most_rows = Math.max(...rows.values());

const onward = new Map(nodes.map((node) => [node.id, []]));
const reaches = (from, to, seen = new Set()) =>
  from === to || (!seen.has(from) && seen.add(from) && onward.get(from).some((next) => reaches(next, to, seen)));
export const links = brief.links
  .map((link) =>
    link.kind === 'answers' ? { source: link.to, target: link.from } : { source: link.from, target: link.to }
  )
  .filter(({ source, target }) => !reaches(target, source) && onward.get(source).push(target));
