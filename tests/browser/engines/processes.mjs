// Programs that a test starts beside node, and their display: all of them end with the test's process, however it ends.
import { spawn } from 'node:child_process';

const running = new Set();
const kill_all = () => running.forEach((child) => child.kill('SIGKILL'));
process.on('exit', kill_all);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

// A program that runs until stop(). `stdio` as node's spawn takes it.
export function start(program, words, options = {}) {
  const child = spawn(program, words, { stdio: 'ignore', ...options });
  running.add(child);
  const ended = new Promise((resolve) => child.once('close', resolve).once('error', resolve));
  ended.then(() => running.delete(child));
  child.stop = () => {
    child.kill();
    return ended;
  };
  child.ended = ended;
  return child;
}

async function text_of(stream) {
  let text = '';
  for await (const bytes of stream) {
    text += bytes;
    if (text.endsWith('\n')) break;
  }
  return text.trim();
}

// A screen that nobody sees; WebGL2 wants one in Firefox and WebKit. {name, stop}: `name` is for DISPLAY.
export async function start_display() {
  const server = start(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1600x1200x24', '+extension', 'GLX', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] }
  );
  const told = await Promise.race([
    text_of(server.stdio[3]),
    server.ended.then(() => {
      throw new Error('Xvfb did not start: is the package xvfb installed?');
    }),
  ]);
  return { name: `:${told}`, stop: server.stop };
}

// What `look` answers as soon as it is something true. The limit only ends what will never be.
export async function until(look, what) {
  const end_ms = performance.now() + 60_000;
  while (performance.now() < end_ms) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`waited in vain: ${what}`);
}
