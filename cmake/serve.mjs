// Serves a folder on this machine only, with the brotli files beside the others, as a good host would.
//
// Usage: node serve.mjs FOLDER [PORT [PREFIX]]; port 0 takes a free one. PREFIX is a sub-path such as /a/b/.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.otf': 'font/otf',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

const [folder, port = '8000', prefix = '/'] = process.argv.slice(2);

function answer(request, response) {
  const { pathname } = new URL(request.url, 'http://localhost');
  const asked = decodeURIComponent(pathname.slice(prefix.length));
  const file = path.join(folder, asked === '' || asked.endsWith('/') ? `${asked}index.html` : asked);
  const is_inside = pathname.startsWith(prefix) && !path.relative(folder, file).startsWith('..');
  if (!is_inside || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404).end('Not found\n');
    return;
  }
  const is_small = /\bbr\b/.test(request.headers['accept-encoding'] ?? '') && existsSync(`${file}.br`);
  response.writeHead(200, {
    'Content-Type': types[path.extname(file)] ?? 'application/octet-stream',
    'Cache-Control': 'no-cache',
    ...(is_small ? { 'Content-Encoding': 'br' } : {}),
  });
  response.end(readFileSync(is_small ? `${file}.br` : file));
}

const server = createServer((request, response) => {
  try {
    answer(request, response);
  } catch (error) {
    response.writeHead(400).end(`${error.message}\n`);
  }
});
server.on('error', (error) => {
  console.error(`Port ${port} cannot be used (${error.code}): give another one.`);
  process.exitCode = 1;
});
server.listen(Number(port), '127.0.0.1', () =>
  console.log(`http://127.0.0.1:${server.address().port}${prefix} (Ctrl+C ends it)`)
);
