// What the command line tool says of a content and a view: the measure that the pages are held to.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const source_folder = fileURLToPath(new URL('../..', import.meta.url));
// THROUGHLINE_DIST names another build's folder.
export const dist = path.resolve(process.env.THROUGHLINE_DIST || path.join(source_folder, 'dist'));
export const brief_file = path.join(source_folder, 'content/brief.json');
export const example_file = path.join(source_folder, 'content/examples/night-buses.json');

export const read_content = (file) => JSON.parse(readFileSync(file, 'utf8'));
export const brief = read_content(brief_file);

const program = path.join(dist, 'throughline');

export const tool = (...words) => execFileSync(program, words, { encoding: 'utf8', maxBuffer: 1 << 28 });

// The exit code and the printed lines of `check`.
export function check(...files) {
  const { status, stdout } = spawnSync(program, ['check', ...files], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return { status, lines: stdout.split('\n').filter(Boolean) };
}

const view_options = ({ view = '', stage = [1046, 755], form = 'wide', theme = 'light' }) => [
  '--view',
  view,
  '--stage',
  stage.join('x'),
  '--form',
  form,
  '--theme',
  theme,
];

// {html, title, items: [[tag, attributes, text, rect, children] …]}, where the rects are in pixels of the stage: an
// item whose place has three numbers moves those of its children.
export const page_of = (view = {}) =>
  parse_page(tool('render', view.content || brief_file, '--as', 'page', ...view_options(view)));

function parse_page(json) {
  const page = JSON.parse(json);
  const placed =
    (by) =>
    ([tag, attributes, text, place, children]) => {
      const moves = place?.length === 3;
      return [
        tag,
        attributes,
        text,
        moves || !place ? null : moved(place, by),
        children && children.map(placed(moves ? place : by)),
      ];
    };
  return { ...page, items: page.items.map(placed([1, 0, 0])) };
}
export const moved = ([x, y, w, h], [scale, left, top]) => [x * scale + left, y * scale + top, w * scale, h * scale];
// What a line of a dumped page says of that.
export const moves_of = (line) => / moved by (\S+) (\S+),(\S+)$/.exec(line)?.slice(1).map(Number);

export const scene_of = (view = {}) =>
  parse_scene(
    tool('render', view.content || brief_file, '--as', 'frame', ...view_options(view)),
    read_content(view.content || brief_file)
  );

function with_file(text, use) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'throughline-'));
  try {
    const file = path.join(folder, 'session.txt');
    writeFileSync(file, text);
    return use(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// A recording played by the tool: its whole answer.
export const replay = (recording, content = brief_file) =>
  with_file(recording, (file) => tool('replay', content, file));

// As page_of and scene_of, after inputs as a list of lines; or, where a line is empty, one answer there and one at the
// end.
const render_after = (what, inputs) =>
  with_file(inputs.join('\n'), (file) => tool('render', brief_file, '--as', what, '--recording', file));
export const pages_after = (inputs) => render_after('page', inputs).trimEnd().split('\n').map(parse_page);
export const page_after = (inputs) => pages_after(inputs)[0];
export const scene_after = (inputs) => parse_scene(render_after('frame', inputs), brief);

// The curves of the links by "from->to", as points in world units, and the cards' places there.
export function layout_of(form) {
  const lines = tool('layout', brief_file, '--form', form)
    .split('\n')
    .map((line) => line.split(' '));
  const links = new Map();
  const cards = new Map();
  for (const [kind, id, ...places] of lines) {
    if (kind === 'link') links.set(id, places.map(numbers));
    if (kind === 'card') cards.set(id, rect_of(places[0]));
  }
  return { links, cards };
}

const numbers = (text) => text.split(',').map(Number);
const rect_of = (text) => {
  const [x, y, w, h] = numbers(text);
  return { x, y, w, h };
};

function text_of(words) {
  const [, position, size, weight, color, ...text] = words;
  const [x, y] = numbers(position);
  return { x, y, size: Number(size), weight, color, text: text.join(' ') };
}

// The scene of a dumped frame, everything in CSS pixels of the stage:
// {title, background, cards: [{node, rect, emphasis, fill, border, border_width, lines}], links: [{ends, emphasis,
// basis, width}], labels, previews: [{rect, lines}]}
export function parse_scene(frame, content) {
  const scene = { cards: [], links: [], labels: [], previews: [] };
  let owner = null;
  let scale = 1;
  let offset = [0, 0];
  let moves = [1, 0, 0];
  const placed = (text) => ({
    ...text,
    x: text.x * scale + offset[0],
    y: text.y * scale + offset[1],
    size: text.size * scale,
  });
  const lines = frame.split('\n');
  for (const line of lines.slice(lines.findIndex((text) => text.startsWith('scene ')))) {
    const words = line.trim().split(' ');
    moves = moves_of(line) || moves;
    const button = / #node:(\S+) .* at (\S+)$/.exec(line);
    if (words[0] === 'scene') {
      scale = Number(words[3]);
      offset = numbers(words[5]);
      scene.background = words[7];
    } else if (words[0] === 'link' && scene.title === undefined) {
      const { from, to } = content.links[Number(words[1])];
      scene.links.push({ ends: [from, to], emphasis: words[2], basis: words[3], width: Number(words[6]) * scale });
    } else if (words[0] === 'card') {
      const [fill, border, border_width] = words.slice(-3);
      owner = {
        node: content.nodes[Number(words[1])].id,
        emphasis: words[3],
        fill,
        border,
        border_width: Number(border_width) * scale,
        lines: [],
      };
      scene.cards.push(owner);
    } else if (words[0] === 'preview') {
      owner = { rect: rect_of(words[1]), lines: [] };
      scene.previews.push(owner);
    } else if (line.startsWith('  text ') && scene.title === undefined) {
      owner.lines.push(scene.previews.length ? text_of(words) : placed(text_of(words)));
    } else if (line.startsWith('text ')) {
      scene.labels.push(placed(text_of(words)));
    } else if (words[0] === 'page') {
      scene.title = JSON.parse(/"(?:[^"\\]|\\.)*"/.exec(line)[0]);
    } else if (button) {
      // The transform is printed too coarsely for the cards; their buttons are not.
      scene.cards.find((card) => card.node === button[1]).rect = rect_of(moved(numbers(button[2]), moves).join());
    }
  }
  return scene;
}
