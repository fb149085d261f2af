// What the build leaves out of a style, and what it must not touch.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minify_style } from '../../cmake/compress.mjs';

test('a style is joined without its comments and the white space between its rules', () => {
  const style = '/* It\'s "one" */\na,\n  b { color : red;  margin: 0 1px; }\n\n@media (x) { c { d: e } }\n';
  assert.equal(minify_style(style), 'a,b{color : red;margin: 0 1px}@media (x){c{d: e}}');
});

test('the strings of a style stay to the letter', () => {
  for (const string of ['"a  b"', '"; }  {"', '"/* no comment */"', "'it\\'s  ;'", '"say \\"  \\""', '" · "', '"0"']) {
    assert.equal(minify_style(`a { content: ${string}; }`), `a{content: ${string}}`);
  }
});
