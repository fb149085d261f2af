// What makes the pages small: scripts and styles without what only their authors read, bytes packed as a host sends
// them and as the one file carries them. Knows no page.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

// Debian's terser finds its parts where Debian's node looks; another node must be told.
const node_path = ['/usr/share/nodejs', process.env.NODE_PATH].filter(Boolean).join(':');
const terser_options = { encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, NODE_PATH: node_path } };
export const minify_script = (script) =>
  execFileSync('terser', ['--compress', '--mangle'], { ...terser_options, input: script }).trim();

// Strings stay to the letter. They are looked for together with comments, because either may hold what begins the
// other.
export function minify_style(css) {
  const strings = [];
  const keep = (string) => `"${strings.push(string) - 1}"`;
  return css
    .replace(/\/\*[^]*?\*\/|"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'/g, (found) => (found[0] === '/' ? '' : keep(found)))
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/;}/g, '}')
    .trim()
    .replace(/"(\d+)"/g, (_, i) => strings[i]);
}

export const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
export const gzip = (bytes) => gzipSync(bytes, { level: 9 });

// Deflate that any browser inflates, 4 % smaller than zlib's best.
export function zopfli(bytes) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'throughline-'));
  try {
    const file = path.join(folder, 'part');
    writeFileSync(file, bytes);
    return execFileSync('zopfli', ['-c', '--deflate', '--i15', file], { maxBuffer: 1 << 28 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// What web/base91.js reads.
export function base91(bytes) {
  const digit = (value) => String.fromCharCode(value + (value < 27 ? 33 : 34));
  let text = '';
  let bits = 0;
  let count = 0;
  for (const byte of bytes) {
    bits |= byte << count;
    count += 8;
    if (count <= 13) continue;
    const width = (bits & 8191) > 88 ? 13 : 14;
    const value = bits & ((1 << width) - 1);
    bits >>>= width;
    count -= width;
    text += digit(value % 91) + digit(Math.floor(value / 91));
  }
  if (count) text += digit(bits % 91);
  if (count > 7 || bits > 90) text += digit(Math.floor(bits / 91));
  return text;
}
