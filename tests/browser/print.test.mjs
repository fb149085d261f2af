// Paper: handouts as PDF, whose text is read back out of them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, test } from 'node:test';
import { assert_same_page, close_browser, open, read_dom, rest, stage_size } from './page.mjs';
import { brief, page_of } from './tool.mjs';

after(close_browser);

const no_engine = (page) => page.addInitScript(() => delete globalThis.WebAssembly);
const sentences = { leads_to: 'leads to', answers: 'answers', opposes: 'opposes' };
const node_of = (id) => brief.nodes.find((node) => node.id === id);
const sentence_of = (link) => `“${node_of(link.from).title}” ${sentences[link.kind]} “${node_of(link.to).title}”.`;
// Lines break where the column ends, and a hyphen there is not read back.
const letters = (text) => text.replace(/[\s-]/g, '');

function read_pdf(bytes) {
  const text = execFileSync('pdftotext', ['-', '-'], { input: bytes, maxBuffer: 1 << 26, encoding: 'utf8' });
  return { text: letters(text), pages: text.split('\f').length - 1 };
}

for (const [name, options] of [
  ['ready', {}],
  ['dark', { fragment: 'theme=dark' }],
  ['without WebAssembly', { prepare: no_engine, state: 'text' }],
  ['without scripts', { javaScriptEnabled: false, state: '' }],
]) {
  test(`the handout of the whole has the picture, every connection, the sources and where it came from: ${name}`, async () => {
    const { page, context } = await open(options);
    const { text, pages } = read_pdf(await page.pdf({ format: 'A4' }));
    for (const node of brief.nodes) assert.ok(text.includes(letters(node.title)), node.title);
    for (const link of brief.links) assert.ok(text.includes(letters(sentence_of(link))), sentence_of(link));
    for (const { label } of brief.locators) assert.ok(text.includes(letters(label)), label);
    for (const said of [brief.about.publisher, brief.about.explainer]) assert.ok(text.includes(letters(said)));
    assert.ok(!text.includes(letters(brief.about.exit.label)), 'what can only be pressed is not printed');
    assert.ok(pages <= 8, `${pages} pages`);
    await context.close();
  });
}

test('the handout of a selection has its text and its own connections, and the page is as it was afterwards', async () => {
  const selected = node_of('third-parties');
  const { page, context } = await open({ fragment: `${selected.id}&theme=light` });
  const { text, pages } = read_pdf(await page.pdf({ format: 'A4' }));
  assert.ok(text.includes(letters(selected.text)));
  for (const link of brief.links) {
    const is_its_own = [link.from, link.to].includes(selected.id);
    assert.equal(text.includes(letters(sentence_of(link))), is_its_own, sentence_of(link));
    if (is_its_own && link.why) assert.ok(text.includes(letters(link.why)), link.why);
  }
  assert.ok(pages <= 4, `${pages} pages`);
  await rest(page);
  assert_same_page(await read_dom(page), page_of({ view: `${selected.id}&theme=light`, stage: await stage_size(page) }));
  await context.close();
});
