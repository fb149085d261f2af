// How hard the English contents are to read: the grade of Flesch and Kincaid (1975), the years of school that a text
// asks for.
//
// Sentences and words are those of Unicode (Intl.Segmenter), syllables and grade those of the packages. Each node's
// text and each step's text is graded alone and all of them together; titles, reasons and speaker's notes are not
// graded.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

const folder = fileURLToPath(new URL('../../content/', import.meta.url));
const contents = readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
  .map((name) => ({ name, ...JSON.parse(readFileSync(path.join(folder, name), 'utf8')) }))
  .filter(({ language }) => /^en\b/i.test(language));

// The mean of the single grades, the grade of everything together, and the grade of each single text must stay within
// these.
const most = { nodes: { all: 9, single: 11 }, tour: { all: 8, single: 10 } };

const parts = (text, granularity) => [...new Intl.Segmenter('en', { granularity }).segment(text)];
const words_of = (text) =>
  parts(text, 'word')
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
const counts_of = (text) => {
  const words = words_of(text);
  return {
    sentence: parts(text, 'sentence').length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + syllable(word), 0),
  };
};
const grade_of = (text) => fleschKincaid(counts_of(text));
const sum_of = (numbers) => numbers.reduce((sum, number) => sum + number, 0);
const short = (number) => number.toFixed(1);

test('the measure tells a plain text from a heavy one', () => {
  assert.equal(short(grade_of('The cat sat on the mat.')), '-1.4');
  assert.ok(grade_of('Criminalisation increases vulnerability, notwithstanding contrary representations.') > 20);
});

test('there is content to grade, the shipped brief among it', () => {
  assert.ok(contents.some(({ name }) => name === 'brief.json'));
});

for (const content of contents) {
  for (const [field, { all, single }] of Object.entries(most)) {
    test(`${content.name}: ${field} read at grade ${all} on the whole, and none above ${single}`, (t) => {
      const graded = content[field]
        .map((item) => ({ what: item.id || item.title, grade: grade_of(item.text), counts: counts_of(item.text) }))
        .sort((a, b) => b.grade - a.grade);
      const mean = sum_of(graded.map(({ grade }) => grade)) / graded.length;
      const together = fleschKincaid({
        sentence: sum_of(graded.map(({ counts }) => counts.sentence)),
        word: sum_of(graded.map(({ counts }) => counts.word)),
        syllable: sum_of(graded.map(({ counts }) => counts.syllable)),
      });
      const worst = graded
        .slice(0, 8)
        .map(({ what, grade }) => `${short(grade)} ${what}`)
        .join(', ');
      const grades = `mean ${short(mean)}, all together ${short(together)}; hardest: ${worst}`;
      const report = `${grades}. Shorter sentences and shorter words lower a grade`;
      t.diagnostic(report);
      assert.ok(mean <= all && together <= all, report);
      assert.ok(graded[0].grade <= single, report);
    });
  }

  test(`${content.name}: each reason is one sentence`, () => {
    for (const { from, to, why } of content.links) {
      if (why) assert.equal(parts(why, 'sentence').length, 1, `${from} -> ${to}: ${why}`);
    }
  });
}
