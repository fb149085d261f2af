// Both pages open anywhere, complete before any script, and ask for nothing that is not theirs.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import {
  attribute,
  node_button,
  open,
  phone,
  rest,
  serve,
  site_folder,
  until,
  use_whole_browser,
  wide,
} from './page.mjs';
import { page_test } from './page_test.mjs';
import { brief, tool } from './tool.mjs';

use_whole_browser();

let site = null;
before(async () => (site = await serve(site_folder)));
after(() => site.close());

async function check_ready(page) {
  assert.equal(await attribute(page, 'data-renderer'), 'webgl2');
  assert.equal(await attribute(page, 'data-mode'), 'explore');
  assert.equal(`throughline ${await attribute(page, 'data-version')}\n`, tool('--version'));
  assert.equal(await page.title(), brief.title);
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), brief.title);
  const nodes = await page.locator('[data-node]').evaluateAll((list) => list.map((element) => element.dataset.node));
  assert.deepEqual(nodes.sort(), brief.nodes.map((node) => node.id).sort(), 'data-node stands once per node');
}

// Something of everything, so that what is only requested later is requested now.
async function use(page) {
  await node_button(page, brief.nodes[0].title).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Take the tour' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await rest(page);
}

page_test(
  'the one file opens from the disk with the network off and asks for nothing',
  {},
  async ({ page, requests }) => {
    await check_ready(page);
    await use(page);
    assert.deepEqual(requests, [page.url().split('#')[0]]);
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    for (const part of ["default-src 'none'", "base-uri 'none'", "form-action 'none'", "'wasm-unsafe-eval'"])
      assert.ok(policy.includes(part), policy);
    for (const part of ["'unsafe-inline'", "'unsafe-eval'", 'http', '*']) assert.ok(!policy.includes(part), policy);
  }
);

test('the site opens under a sub-path and asks only for its own files, all of them before it is ready', async () => {
  const { page, problems, requests, context } = await open({ url: site.url });
  await check_ready(page);
  const at_ready = requests.length;
  await use(page);
  assert.equal(requests.length, at_ready, `after the start it asked for ${requests.slice(at_ready)}`);
  for (const url of requests) assert.ok(url.startsWith(site.url), url);
  const files = readdirSync(site_folder);
  for (const asked of site.requests) assert.ok(asked.endsWith('/path/') || files.includes(path.basename(asked)), asked);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  assert.match(policy, /^default-src 'none'; script-src 'self'( 'sha256-[^']+')+ 'wasm-unsafe-eval'; /);
  assert.match(policy, /'wasm-unsafe-eval'; style-src 'sha256-[^']+'; connect-src 'self';/);
  assert.deepEqual(problems, []);
  await context.close();
});

test('every compressed file of the site holds what its plain one holds', () => {
  const packed = readdirSync(site_folder).filter((name) => /\.(br|gz)$/.test(name));
  assert.ok(packed.length > 10);
  for (const name of packed) {
    const unpack = name.endsWith('.br') ? brotliDecompressSync : gunzipSync;
    assert.ok(
      unpack(readFileSync(path.join(site_folder, name))).equals(
        readFileSync(path.join(site_folder, name.slice(0, -3)))
      ),
      name
    );
  }
});

test('a policy that is broken would be seen', async () => {
  const { page, problems, context } = await open();
  await page.evaluate(() =>
    document.body.insertAdjacentHTML('beforeend', '<p style="color: red">no</p><img src="https://example.org/x.png">')
  );
  await until(() => problems.length >= 2, 'two complaints');
  await context.close();
});

// ---- Before any script.
const sentences = { leads_to: 'leads to', answers: 'answers', opposes: 'opposes' };
const title_of = (id) => brief.nodes.find((node) => node.id === id).title;

async function check_edition(page) {
  assert.equal(await attribute(page, 'data-state'), 'static');
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), brief.title);
  const told = await page.evaluate(() => ({
    sections: Object.fromEntries(
      Array.from(document.querySelectorAll('.part-node'), (section) => [section.id, section.textContent])
    ),
    links: Object.fromEntries(
      Array.from(document.querySelectorAll('[data-link]'), (item) => [item.dataset.link, item.textContent])
    ),
    is_readable: Array.from(document.querySelectorAll('.part-node, [data-link], h1:not([hidden] > *), h2, h3')).every(
      (element) =>
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        element.getBoundingClientRect().height > 0
    ),
    overflow: document.documentElement.scrollWidth - innerWidth,
  }));
  assert.deepEqual(Object.keys(told.sections).sort(), brief.nodes.map((node) => node.id).sort());
  for (const node of brief.nodes)
    for (const text of [node.title, node.text]) assert.ok(told.sections[node.id].includes(text), node.id);
  assert.equal(Object.keys(told.links).length, brief.links.length);
  for (const link of brief.links) {
    const written = told.links[`${link.from}->${link.to}`];
    assert.ok(
      written.includes(`“${title_of(link.from)}” ${sentences[link.kind]} “${title_of(link.to)}”.`),
      `${link.from}->${link.to}: ${written}`
    );
    assert.ok(written.includes(link.basis === 'stated' ? 'stated in the brief' : link.why), written);
  }
  assert.ok(told.is_readable, 'something of the whole text is not shown');
  assert.ok(told.overflow <= 0, `the page is ${told.overflow} px too wide`);
  assert.equal(
    await page.getByRole('link', { name: brief.about.exit.label }).getAttribute('href'),
    brief.about.exit.url
  );
}

const picture_cards = (page) =>
  page.evaluate(() => {
    const shown = Array.from(document.querySelectorAll('svg')).filter((svg) => svg.getBoundingClientRect().width > 200);
    return shown.map((svg) => {
      const box = svg.getBoundingClientRect();
      const cards = Array.from(svg.querySelectorAll('.part-cards > a'), (card) => ({
        id: card.getAttribute('href').slice(1),
        text: card.textContent.replace(/\s/g, ''),
        box: card.getBoundingClientRect(),
      }));
      return {
        ratio: box.width / box.height,
        cards: cards.map(({ id, text }) => [id, text]),
        is_inside: cards.every(
          (card) => card.box.left >= box.left - 1 && card.box.right <= box.right + 1 && card.box.width > 30
        ),
      };
    });
  });

for (const [name, size, is_wide] of [
  ['wide', wide, true],
  ['phone', phone, false],
]) {
  page_test(
    `without scripts the page is the whole text with its picture, ${name}`,
    { ...size, javaScriptEnabled: false, state: '' },
    async ({ page }) => {
      await check_edition(page);
      const pictures = await picture_cards(page);
      assert.equal(pictures.length, 1, 'one picture is shown');
      assert.equal(pictures[0].ratio > 1, is_wide);
      assert.ok(pictures[0].is_inside);
      assert.deepEqual(
        pictures[0].cards.sort(),
        brief.nodes.map((node) => [node.id, node.title.replace(/\s/g, '')]).sort()
      );
    }
  );
}
