// Says what the build made and what each part of it costs a reader, and what of it goes beyond the project's figures. A
// file of the site counts as a host sends it: compressed if it was compressed beside it, else as it is. A part within a
// file is packed alone for its figure.
//
// Usage: node sizes.mjs DIST [--strict]; strict: beyond a figure is an error.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { brotli, minify_script, minify_style } from './compress.mjs';

const most_engine_brotli = 230_000;
const most_page_brotli = 36_000;
const most_one_file = 620_000;

const [dist, strict] = process.argv.slice(2);
const is_strict = strict === '--strict';
const source = (name) => readFileSync(new URL(`../web/${name}`, import.meta.url), 'utf8');
const sum_of = (sizes) => ({
  raw: sizes.reduce((sum, { raw }) => sum + raw, 0),
  sent: sizes.reduce((sum, { sent }) => sum + sent, 0),
});
const alone = (bytes) => ({ raw: bytes.length, sent: brotli(bytes).length, way: 'brotli' });
const within = (text) => alone(Buffer.from(text));
function file_of(name) {
  const file = path.join(dist, name);
  const raw = statSync(file).size;
  if (!existsSync(`${file}.br`)) return { raw, sent: raw, way: 'as it is' };
  return { raw, sent: statSync(`${file}.br`).size, way: 'brotli' };
}
const say = (what, { raw, sent, way = '' }) =>
  console.log(`      ${what.padEnd(50)} ${String(raw).padStart(9)} ${String(sent).padStart(9)} ${way}`.trimEnd());

const names = readdirSync(path.join(dist, 'site')).filter((name) => !/\.(br|gz)$/.test(name));
const site = new Map(names.map((name) => [name.replace(/-[0-9a-f]{10}\./, '.'), file_of(`site/${name}`)]));
const page = site.get('index.html');
const engine = sum_of([site.get('engine.wasm'), site.get('engine.js')]);
const one_file = file_of('throughline.html');

// The page's own script is its last, and what is left of it without script and style is what readers have without an
// engine.
const html = readFileSync(path.join(dist, 'site/index.html'), 'utf8');
const inline = (element) =>
  [...html.matchAll(new RegExp(`<${element}>([^]*?)</${element}>`, 'g'))].map(([, text]) => text);
const rest = html.replace(/<(script|style)>[^]*?<\/\1>/g, '');
const kiosk = minify_script(source('kiosk.js')) + minify_style(source('kiosk.css'));

console.log(`      ${''.padEnd(50)} ${'bytes'.padStart(9)} ${'sent'.padStart(9)}`);
say('dist/site/index.html', page);
say('  of it text and picture', within(rest));
say('  of it style', within(inline('style').at(-1)));
say("  of it the page's own script", within(inline('script').at(-1)));
say('dist/site/engine-….wasm (the module)', site.get('engine.wasm'));
say('dist/site/engine-….js (glue, parts with the engine)', site.get('engine.js'));
say("  of it a kiosk's, script and style", within(kiosk));
say('dist/site/inter-400-….otf', site.get('inter-400.otf'));
say('dist/site/inter-600-….otf', site.get('inter-600.otf'));
say('dist/site/content-….json', site.get('content.json'));
const read = ['index.html', 'engine.wasm', 'engine.js', 'inter-400.otf', 'inter-600.otf', 'content.json'];
say('what a reader loads', sum_of(read.map((name) => site.get(name))));
for (const [name, size] of site) if (!read.includes(name)) say(`dist/site/${name} (not a reader's)`, size);
say('dist/site/ in all', sum_of([...site.values()]));
say('dist/throughline.html (everything in one file)', alone(readFileSync(path.join(dist, 'throughline.html'))));
say('dist/throughline (command line tool)', file_of('throughline'));

const figures = [
  ['The page with its text', page.sent, 'bytes brotli', most_page_brotli],
  ['The engine', engine.sent, 'bytes brotli', most_engine_brotli],
  ['dist/throughline.html', one_file.raw, 'bytes', most_one_file],
];
const complaints = figures
  .filter(([, size, , most]) => size > most)
  .map(([what, size, unit, most]) => `${what} is ${size} ${unit}; it must stay within ${most}.`);
for (const complaint of complaints) console.error(complaint);
if (is_strict && complaints.length) process.exitCode = 1;
