// A brief in letters that the typeface has not, for whoever tests them: cards of Latin with marks, Cyrillic, Greek, and
// a drawing among words.
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { example_file, read_content } from './tool.mjs';

export const titles = ['Żółć, ő, ğ, ř, 5 €', 'Ночной автобус', 'Νύχτα', 'Нет ☕ ночью'];

// A file in a folder of its own, which the caller takes away.
export function write_other_letters() {
  const content = read_content(example_file);
  titles.forEach((title, i) => (content.nodes[i].title = title));
  const folder = mkdtempSync(path.join(os.tmpdir(), 'throughline-'));
  const file = path.join(folder, 'other-letters.json');
  writeFileSync(file, JSON.stringify(content));
  return { folder, file, content };
}

// The lines of these cards in a scene; a card that is narrower than its title has several.
export function lines_of_titles({ cards }) {
  const named = cards.filter(({ lines }) => titles.includes(lines.map(({ text }) => text).join(' ')));
  assert.equal(named.length, titles.length, 'each title stands whole on its card');
  return named.flatMap(({ lines }) => lines);
}
