// Ids of nodes stand in the built pages beside the pages' own, and in the address beside its words: no node may have
// one of those.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../../', import.meta.url));
const dist = path.resolve(process.env.THROUGHLINE_DIST || path.join(source, 'dist'));
const program = path.join(dist, 'throughline');
const example_file = path.join(source, 'content/examples/night-buses.json');
const brief_file = path.join(source, 'content/brief.json');
const can_be_a_node = /^[a-z][a-z0-9-]{0,39}$/;
const nodes_of = (file) => JSON.parse(readFileSync(file, 'utf8')).nodes.map(({ id }) => id);

// The ids of `ids` that a content may give to its nodes.
function accepted(ids) {
  const content = JSON.parse(readFileSync(example_file, 'utf8'));
  const [first] = content.nodes;
  content.nodes.push(...ids.map((id) => ({ ...first, id, title: `Card ${id.slice(0, 40)}` })));
  const folder = mkdtempSync(path.join(os.tmpdir(), 'throughline-'));
  try {
    const file = path.join(folder, 'content.json');
    writeFileSync(file, JSON.stringify(content));
    const { stdout } = spawnSync(program, ['check', file], { encoding: 'utf8' });
    return ids.filter((id) => !stdout.includes(`‘${id}’ is an id that the page itself uses`));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
// A hundred mistakes at most are told at once.
function refused_all(ids, where) {
  assert.ok(ids.length > 0, `${where} has ids`);
  for (let i = 0; i < ids.length; i += 50) assert.deepEqual(accepted(ids.slice(i, i + 50)), [], where);
}

for (const name of ['throughline.html', 'site/index.html']) {
  test(`no node can have an id of ${name}`, () => {
    const nodes = nodes_of(brief_file);
    const html = readFileSync(path.join(dist, name), 'utf8');
    const ids = [...new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id))];
    refused_all(
      ids.filter((id) => can_be_a_node.test(id) && !nodes.includes(id)),
      name
    );
  });
}

test('no node can have an id that a running page makes, in any mode', () => {
  const nodes = nodes_of(brief_file);
  const found = new Set();
  const visit = ([, { id }, , , children]) => {
    if (id) found.add(id);
    (children || []).forEach(visit);
  };
  const views = [
    '',
    nodes[3],
    'step=2',
    'inspect',
    'mode=talk&step=2',
    'mode=talk&step=2&blank',
    'mode=talk&step=2&spot=0.5,0.5',
    'mode=talk&step=99',
    'mode=speaker&step=2',
    'mode=kiosk',
    `${nodes[0]}&zoom=2`,
  ];
  for (const form of ['wide', 'tall'])
    for (const view of views) {
      const { stdout } = spawnSync(program, ['render', brief_file, '--as', 'page', '--view', view, '--form', form], {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      JSON.parse(stdout).items.forEach(visit);
    }
  refused_all(
    [...found].filter((id) => can_be_a_node.test(id) && !nodes.includes(id)),
    'the running page'
  );
});

test('no node can have a word that stands alone in an address, nor a name of what a build packs', () => {
  const grammar = readFileSync(path.join(source, 'src/core/state/address.cpp'), 'utf8');
  const words = [...new Set([...grammar.matchAll(/\.add\("([a-z]+)"\)/g)].map(([, word]) => word))];
  refused_all(words, 'the address');
  refused_all(['payload', 'payload-wasm', 'payload-anything-else'], 'the built pages');
});
