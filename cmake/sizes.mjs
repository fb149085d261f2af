// Says what the build made and how large it is, and what of it goes beyond the project's figures.
//
// Usage: node sizes.mjs DIST [--strict]; strict: beyond a figure is an error.
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const most_engine_brotli = 230_000;
const most_page_brotli = 30_000;
const most_one_file = 560_000;

const [dist, strict] = process.argv.slice(2);
const is_strict = strict === '--strict';
// What a host sends: the file that was compressed beside it, or itself.
const sent = (file) => statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
const measure = (files) => files.map((file) => path.join(dist, file))
  .reduce((sum, file) => ({ raw: sum.raw + statSync(file).size, sent: sum.sent + sent(file) }), { raw: 0, sent: 0 });
const say = (what, { raw, sent: small }) =>
  console.log(`      ${what.padEnd(42)} ${String(raw).padStart(9)} bytes${small < raw ? ` ${String(small).padStart(9)} brotli` : ''}`);

const site = readdirSync(path.join(dist, 'site')).filter((name) => !/\.(br|gz)$/.test(name)).map((name) => `site/${name}`);
const engine = measure(site.filter((name) => name.startsWith('site/engine-')));
const page = measure(['site/index.html']);
const one_file = measure(['throughline.html']);
say('dist/throughline.html (everything)', one_file);
say('dist/site/ (the same as files)', measure(site));
say('  of it the page with its text', page);
say('  of it the engine (module and glue)', engine);
say('dist/throughline (command line tool)', measure(['throughline']));

const complaints = [
  page.sent > most_page_brotli && `The page with its text is ${page.sent} bytes brotli; it must stay within ${most_page_brotli}.`,
  engine.sent > most_engine_brotli && `The engine is ${engine.sent} bytes brotli; it must stay within ${most_engine_brotli}.`,
  one_file.raw > most_one_file && `dist/throughline.html is ${one_file.raw} bytes; it must stay within ${most_one_file}.`,
].filter(Boolean);
for (const complaint of complaints) console.error(complaint);
if (is_strict && complaints.length) process.exitCode = 1;
