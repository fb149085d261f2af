// The format as the program has it and as the schema has it, for whoever asks whether they agree.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../../', import.meta.url));
const program = path.join(path.resolve(process.env.THROUGHLINE_DIST || path.join(source, 'dist')), 'throughline');
export const read = (name) => readFileSync(path.join(source, name), 'utf8');
export const schema = JSON.parse(read('content/brief.schema.json'));

// What the schema says of one place: its own keywords and those of what it refers to.
export function resolve(part) {
  const { $ref, ...own } = part;
  return $ref ? { ...resolve(schema.$defs[$ref.replace('#/$defs/', '')]), ...own } : own;
}

// For each content the lines that `check` has of it.
export function check_all(contents) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'throughline-'));
  try {
    const names = contents.map((content, i) => {
      const name = path.join(folder, `${i}.json`);
      writeFileSync(name, JSON.stringify(content));
      return name;
    });
    const told = new Map(names.map((name) => [name, []]));
    for (let i = 0; i < names.length; i += 500) {
      const { stdout } = spawnSync(program, ['check', ...names.slice(i, i + 500)], {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      for (const [, name, line] of stdout.matchAll(/^(.*?\/\d+\.json): ?(.*)$/gm)) told.get(name).push(line);
    }
    return names.map((name) => told.get(name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
