// Maps that people made with other tools, as contents of ours: how large their words are on a laptop's stage, and how
// much of it their picture takes. Usage: node maps.mjs FOLDER, which has Ameliorate's, Kumu's and LOOPY's files, plain
// nodes and links as JSON, and causal loops as lines "From + To". What the format has no place for is counted.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { dist } from './crossings.mjs';

const stage = [1066, 784]; // of a window of 1440 by 900, beside the panel
const card_words = 14; // units of the picture, its smallest words
const [most_lanes, most_columns, longest_title] = [10, 6, 48];
const hues = ['violet', 'blue', 'crimson', 'green', 'amber'];
const shapes = ['ring', 'square', 'triangle', 'check', 'chevron'];

// ---- Readers: {nodes: [{key, label, group}], links: [{from, to, is_against, is_turned}]}.
const rows_of = (file) => {
  const [names, ...rows] = readFileSync(file, 'latin1')
    .split(/\r?\n/)
    .filter(Boolean)
    .map((line) => [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].map(([, plain, quoted]) => quoted ?? plain));
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? ''])));
};
function kumu(file) {
  const nodes = rows_of(file).map(({ label, type }) => ({ key: label, label, group: type }));
  const links = rows_of(file.replace('elements', 'connections')).map(({ from, to }) => ({ from, to }));
  return { nodes, links };
}
function ameliorate(json) {
  const state = json.diagram?.state || (json.state || json).diagrams.root;
  const nodes = state.nodes.map(({ id, data, type }) => ({ key: id, label: data.label || data.text, group: type }));
  const links = state.edges.map((edge) => {
    const said = String(edge.label || edge.type);
    return {
      from: edge.source ?? edge.sourceId,
      to: edge.target ?? edge.targetId,
      is_against: /critiques|opposes/.test(said),
      is_turned: /addresses|solves|embodies/.test(said),
    };
  });
  return { nodes, links };
}
function plain(json) {
  const nodes = json.nodes.map((node, i) => ({
    key: node.id ?? i,
    label: node.name || node.label,
    group: node.group === undefined ? '' : `group ${node.group}`,
  }));
  const links = (json.links || json.edges).map((link) => ({
    from: link.source ?? link.from,
    to: link.target ?? link.to,
    is_against: link.polarity < 0,
  }));
  return { nodes, links };
}
function loops(text) {
  const links = [...text.matchAll(/^(\w+)\s+([+-])\s+(\w+)/gm)].map(([, from, sign, to]) => ({
    from,
    to,
    is_against: sign === '-',
  }));
  const keys = [...new Set(links.flatMap(({ from, to }) => [from, to]))];
  return { nodes: keys.map((key) => ({ key, label: key.replaceAll('_', ' '), group: '' })), links };
}
function read(file) {
  if (file.endsWith('elements.csv')) return kumu(file);
  const text = readFileSync(file, 'utf8');
  if (file.endsWith('.txt')) return loops(text);
  const json = JSON.parse(text);
  return json.nodes ? plain(json) : ameliorate(json);
}

// ---- Without links that close a circle, or that join what is joined already.
function without_circles({ nodes, links }) {
  const known = new Set(nodes.map(({ key }) => key));
  const after = new Map(nodes.map(({ key }) => [key, []]));
  const reaches = (from, to) => from === to || after.get(from).some((next) => reaches(next, to));
  const kept = [];
  for (const link of links) {
    const [from, to] = link.is_turned ? [link.to, link.from] : [link.from, link.to];
    if (!known.has(from) || !known.has(to) || after.get(from).includes(to) || reaches(to, from)) continue;
    after.get(from).push(to);
    kept.push({ ...link, from, to });
  }
  return kept;
}
function depths_of(nodes, links) {
  const depths = new Map(nodes.map(({ key }) => [key, 0]));
  for (let round = 0; round < nodes.length; ++round)
    for (const { from, to } of links) depths.set(to, Math.max(depths.get(to), depths.get(from) + 1));
  const deepest = Math.max(1, ...depths.values());
  const columns = Math.min(most_columns, deepest + 1);
  return new Map([...depths].map(([key, depth]) => [key, Math.floor((depth * columns) / (deepest + 1))]));
}

function content_of({ nodes, links: given }) {
  const links = without_circles({ nodes, links: given });
  const depths = depths_of(nodes, links);
  const groups = [...new Set(nodes.map(({ group }) => group))];
  const has_groups = groups.length > 1 && groups.length <= most_lanes;
  const lane_of = ({ key, group }) => (has_groups ? groups.indexOf(group) : depths.get(key));
  // A group's column is the middle of its nodes' depths.
  const lanes = [...new Set(nodes.map(lane_of))].sort((a, b) => a - b);
  const column_of = (lane) => {
    const of_lane = nodes.filter((node) => lane_of(node) === lane).map(({ key }) => depths.get(key));
    return 1 + of_lane.sort((a, b) => a - b)[of_lane.length >> 1];
  };
  const ids = new Map(nodes.map(({ key }, i) => [key, `card-${i}`]));
  const cut = (label) => (label.length > longest_title ? `${label.slice(0, longest_title - 1).trim()}…` : label);
  return {
    language: 'en',
    title: 'A map',
    summary: 'Made with another tool.',
    about: { publisher: 'Somebody.', brief: 'A map.', explainer: 'Converted.' },
    locators: [{ id: 'map', label: 'The map' }],
    lanes: lanes.map((lane, i) => ({
      id: `lane-${lane}`,
      title: has_groups && groups[lane] ? String(groups[lane]) : `Step ${i + 1}`,
      column: column_of(lane),
      hue: hues[i % hues.length],
      shape: shapes[i % shapes.length],
    })),
    nodes: nodes.map((node) => ({
      id: ids.get(node.key),
      lane: `lane-${lane_of(node)}`,
      title: cut(String(node.label).replaceAll('"', '').trim()),
      text: `${node.label}.`,
      sources: ['map'],
    })),
    links: links.map(({ from, to, is_against }) => ({
      from: ids.get(from),
      to: ids.get(to),
      kind: is_against ? 'opposes' : 'leads_to',
      basis: 'stated',
      sources: ['map'],
    })),
    tour: [],
  };
}

const folder = process.argv[2];
const scratch = mkdtempSync(path.join(os.tmpdir(), 'maps-'));
console.log('| map | cards, links (dropped), lanes | px of words | of the stage |');
console.log('| --- | ---: | ---: | ---: |');
for (const name of readdirSync(folder).sort()) {
  if (!/\.json$|elements\.csv$|^cld.*\.txt$/.test(name) || /definition|-nodes|-links|graph/.test(name)) continue;
  const map = read(path.join(folder, name));
  const content = content_of(map);
  const file = path.join(scratch, 'content.json');
  writeFileSync(file, JSON.stringify(content));
  const tool = path.join(dist, 'throughline');
  const frame = execFileSync(tool, ['render', file, '--as', 'frame', '--stage', stage.join('x')], { encoding: 'utf8' });
  const [, scale] = /^scene \S+ scale (\S+)/m.exec(frame);
  const layout = execFileSync(tool, ['layout', file], { encoding: 'utf8' });
  const [, width, height] = /^bounds \S+ \S+ (\S+) (\S+)/m.exec(layout.replaceAll(',', ' '));
  const share = (width * height * scale ** 2) / (stage[0] * stage[1]);
  const counted = `${content.nodes.length}, ${content.links.length} (${map.links.length - content.links.length})`;
  const words_px = (scale * card_words).toFixed(1);
  console.log(
    `| ${path.parse(name).name} | ${counted}, ${content.lanes.length} | ${words_px} | ${(100 * share).toFixed(0)} % |`
  );
}

rmSync(scratch, { recursive: true });
