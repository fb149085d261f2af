// Whoever has dist/ and nothing else can write a content: the guide, what it points to, the schema and an example are
// there.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const dist = path.resolve(process.env.THROUGHLINE_DIST || fileURLToPath(new URL('../../dist', import.meta.url)));
const files = (folder, ending) =>
  readdirSync(path.join(dist, folder), { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => path.join(dist, folder, name));

test('every page for authors, presenters and kiosks points to what is there', () => {
  let count = 0;
  for (const page of [...files('content', '.md'), ...files('docs', '.md')]) {
    for (const [, target] of readFileSync(page, 'utf8').matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)) {
      ++count;
      assert.ok(existsSync(path.join(path.dirname(page), target)), `${path.relative(dist, page)} points to ${target}`);
    }
  }
  assert.ok(count > 0);
});

test('each content there has no mistake, and its schema lies where it says', () => {
  const contents = files('content', '.json').filter((file) => !file.endsWith('.schema.json'));
  assert.ok(
    contents.some((file) => file.endsWith('examples/night-buses.json')),
    'messages name this example'
  );
  for (const file of contents) {
    const { status, stdout } = spawnSync(path.join(dist, 'throughline'), ['check', file], { encoding: 'utf8' });
    assert.equal(status, 0, stdout);
    assert.ok(existsSync(path.join(path.dirname(file), JSON.parse(readFileSync(file, 'utf8')).$schema)), file);
  }
});
