// Puts the pages together: dist/throughline.html, everything in one file, and dist/site/, the same as files with hashed
// names. Knows the template's slots and the security policies; knows nothing of what the content says.
//
// Usage: node assemble.mjs --tool FILE --engine FOLDER --fonts FOLDER --source FOLDER --version V --out FOLDER
// [--content FILE]
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { base91, brotli, gzip, minify_script, minify_style, zopfli } from './compress.mjs';

const text = { type: 'string' };
const names = ['tool', 'engine', 'fonts', 'source', 'version', 'out', 'content'];
const { values: given } = parseArgs({ options: Object.fromEntries(names.map((name) => [name, text])) });

const content = given.content || path.join(given.source, 'content/brief.json');
const web = (name) => readFileSync(path.join(given.source, 'web', name), 'utf8');
const render = (part, ...options) =>
  execFileSync(given.tool, ['render', content, '--as', part, ...options], { encoding: 'utf8', maxBuffer: 1 << 28 });

const template = web('page.html');
// A later rule wins over an earlier one that says as much, so what the window's size, a public screen and paper
// change comes last.
const styles = ['base', 'waiting', 'header', 'notices', 'diagram', 'exit', 'text', 'tall', 'alive', 'guard', 'print'];
const style = minify_style(render('style') + styles.map((name) => web(`${name}.css`)).join(''));
const early = minify_script(web('early.js'));
const scripts_of = (names) => names.map((name) => web(`${name}.js`)).join('');
// The page's own script, in one function, so that its parts see each other and nothing else sees them. The last of them
// runs.
const bridge_parts = ['dom', 'guard', 'exit', 'payload', 'engine', 'address', 'scroll', 'clicks', 'start'];
const bridge_of = (...names) => minify_script(`(() => {${scripts_of(names)}})();`);
const bridges = { one_file: bridge_of('base91', ...bridge_parts), site: bridge_of(...bridge_parts) };
// What only a running engine needs comes with it, as one object of the parts' makers, and is not in the way of the
// first paint.
const engine_parts = ['content', 'stage', 'paper', 'events', 'talk', 'kiosk', 'tools'];
const part_styles = ['talk', 'kiosk', 'tools']
  .map((name) => `const throughline_${name}_style = ${JSON.stringify(minify_style(web(`${name}.css`)))};`)
  .join('');
const part_makers = engine_parts.map((name) => `${name}: throughline_${name}`).join();
const part_sources = scripts_of(engine_parts) + part_styles;
const engine_script = `const throughline_parts = (() => {${part_sources} return {${part_makers}}})();`;

// What the bridge starts the engine with. The keys are the payload's keys in both pages.
const payload = {
  wasm: { bytes: readFileSync(path.join(given.engine, 'engine.wasm')), name: 'engine.wasm' },
  glue: {
    bytes: Buffer.from(minify_script(readFileSync(path.join(given.engine, 'engine.js'), 'utf8') + engine_script)),
    name: 'engine.js',
  },
  content: { bytes: readFileSync(content), name: 'content.json' },
  'font-400': { bytes: readFileSync(path.join(given.fonts, 'inter-400.otf')), name: 'inter-400.otf' },
  'font-600': { bytes: readFileSync(path.join(given.fonts, 'inter-600.otf')), name: 'inter-600.otf' },
};

const sha256 = (bytes) => createHash('sha256').update(bytes);
const source_hash = (inline) => `'sha256-${sha256(inline).digest('base64')}'`;

// Anything that would end the element early, or that the parser changes before the browser hashes it, breaks the
// policy.
function inline(element, body) {
  const is_hashable = !/<\/(script|style)|<!--|\r/i.test(body);
  if (!is_hashable) throw new Error(`the page's ${element} holds "</${element}", "<!--" or a carriage return`);
  return `<${element}>${body}</${element}>`;
}

// Style and bridge stand in the page in both forms: a phone far away paints after one round trip instead of three.
const edition = {
  attributes: render('attributes').trim(),
  head: render('head'),
  body: render('html'),
  version: given.version,
  style: inline('style', style),
  early: inline('script', early),
};

function policy(...directives) {
  const all = [...directives, "base-uri 'none'", "form-action 'none'"].join('; ');
  return `<meta http-equiv="Content-Security-Policy" content="${all}">`;
}

function fill(slots) {
  const unused = new Set(Object.keys(slots));
  const page = template.replace(/\{\{(\w+)\}\}/g, (slot, name) => {
    const known = Object.keys(slots).join(', ');
    if (!(name in slots)) throw new Error(`web/page.html has the slot ${slot}; there are ${known}`);
    unused.delete(name);
    return slots[name];
  });
  if (unused.size) throw new Error(`web/page.html lacks the slot {{${[...unused].join('}}, {{')}}}`);
  return page;
}

function one_file() {
  const glue = payload.glue.bytes.toString('utf8');
  const scripts = [early, bridges.one_file, glue].map(source_hash).join(' ');
  const packed = Object.entries(payload).map(
    ([key, { bytes }]) => `<script type="text/plain" id="payload-${key}">${base91(zopfli(bytes))}</script>`
  );
  // A kiosk's contents lie beside the file on its disk. No page of a network can read a file:, and on a disk a browser
  // has to be told to allow it.
  return fill({
    ...edition,
    bridge: inline('script', bridges.one_file),
    policy: policy(
      "default-src 'none'",
      `script-src ${scripts} 'wasm-unsafe-eval'`,
      `style-src ${source_hash(style)}`,
      'img-src data: blob:',
      'connect-src file:'
    ),
    payload: packed.join('\n'),
  });
}

function site(folder) {
  const write = (name, bytes) => {
    writeFileSync(path.join(folder, name), bytes);
    // A host that sends compressed files gains nothing from one that hardly shrinks.
    for (const [ending, packed] of [
      ['br', brotli(bytes)],
      ['gz', gzip(bytes)],
    ]) {
      if (packed.length < bytes.length * 0.9) writeFileSync(path.join(folder, `${name}.${ending}`), packed);
    }
  };
  const hashed_names = [];
  const write_hashed = (name, bytes) => {
    const { name: stem, ext } = path.parse(name);
    const hashed = `${stem}-${sha256(bytes).digest('hex').slice(0, 10)}${ext}`;
    write(hashed, bytes);
    hashed_names.push(hashed);
    return hashed;
  };

  // What a shared link shows. Whoever makes the preview fetches the picture; a reader's browser does not.
  const to_png = { input: render('share-picture'), maxBuffer: 1 << 26 };
  const share_picture = write_hashed('share.png', execFileSync('rsvg-convert', ['--format=png'], to_png));
  const addresses = Object.fromEntries(
    Object.entries(payload).map(([key, { bytes, name }]) => [key, write_hashed(name, bytes)])
  );
  // Asked for with the page's first bytes, so that they arrive once it has; by nobody who has no use for them.
  const preloads = Object.entries(addresses).map(([key, address]) => {
    const kind = key === 'glue' ? 'as="script"' : 'as="fetch" crossorigin';
    return `<link rel="preload" href="${address}" ${kind} media="(scripting: enabled)">`;
  });
  const page = fill({
    ...edition,
    bridge: inline('script', bridges.site),
    head: `${edition.head}${render('share-head', '--picture', share_picture)}${preloads.join('\n')}`,
    policy: policy(
      "default-src 'none'",
      `script-src 'self' ${source_hash(early)} ${source_hash(bridges.site)} 'wasm-unsafe-eval'`,
      `style-src ${source_hash(style)}`,
      "connect-src 'self'",
      "font-src 'self'",
      "img-src 'self' data: blob:",
      "worker-src 'self'",
      "manifest-src 'self'"
    ),
    payload: `<script type="application/json" id="payload">${JSON.stringify(addresses)}</script>`,
  });
  write('index.html', Buffer.from(page));
  // A kiosk's alone (web/kiosk.js). Its list changes with any byte of the site, and so the browser sees a new version.
  const version = sha256([page, ...hashed_names].join())
    .digest('hex')
    .slice(0, 16);
  const kept = JSON.stringify({ version, files: ['index.html', ...hashed_names] });
  write('service_worker.js', Buffer.from(minify_script(`const kept = ${kept};${web('service_worker.js')}`)));
}

mkdirSync(given.out, { recursive: true });
writeFileSync(path.join(given.out, 'throughline.html'), one_file());
const folder = path.join(given.out, 'site');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
site(folder);
