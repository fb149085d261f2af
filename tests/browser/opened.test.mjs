// A brief that was opened stays opened: over a reload, in a talk's other window, and where it is opened again. Nothing
// of the page's own brief is to be seen beside it, not for a moment.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import {
  attribute,
  await_fragment,
  close_browser,
  look_at_no_pixel,
  node_button,
  note_problems,
  one_file,
  open,
  rest,
  serve,
  site_folder,
  wait_for_state,
} from './page.mjs';
import { brief, example_file, read_content } from './tool.mjs';

look_at_no_pixel();

const buses = read_content(example_file);
const folder = mkdtempSync(path.join(os.tmpdir(), 'throughline-opened-'));
let host;
before(async () => (host = await serve(site_folder)));
after(async () => (host.close(), rmSync(folder, { recursive: true }), close_browser()));

const put = (name, content) => {
  const file = path.join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, null, 1));
  return file;
};
const choose = (page, file) => page.locator('input[type=file]').first().setInputFiles(file);
const await_title = (page, title) => page.waitForFunction((wanted) => document.title === wanted, title);
const await_attribute = (page, name, value) =>
  page.waitForFunction(([of, wanted]) => document.documentElement.getAttribute(of) === wanted, [name, value]);
const await_text = (page, id, part) =>
  page.waitForFunction(([of, wanted]) => (document.getElementById(of)?.textContent || '').includes(wanted), [id, part]);

// What of the page's own brief could be seen or read aloud, at any moment since a document began.
const watch_sight = (page_or_context) =>
  page_or_context.addInitScript(
    (words) => {
      globalThis.seen = new Set();
      const look = () => {
        if (document.body && document.body.checkVisibility({ visibilityProperty: true })) {
          const text = document.body.innerText + document.title;
          for (const part of words)
            if (text.includes(part)) seen.add(`${document.documentElement.dataset.state}: ${part}`);
          for (const svg of document.querySelectorAll('#picture > svg'))
            if (svg.checkVisibility({ visibilityProperty: true })) seen.add('the picture');
        } else if (words.some((part) => document.title.includes(part)) && document.body) {
          seen.add(`the title ${document.title}`);
        }
      };
      const start = () => {
        new MutationObserver(look).observe(document.documentElement, {
          childList: true,
          subtree: true,
          attributes: true,
          characterData: true,
        });
        requestAnimationFrame(function each() {
          look();
          requestAnimationFrame(each);
        });
      };
      if (document.documentElement) start();
      else
        new MutationObserver(
          (changes, observer) => document.documentElement && (observer.disconnect(), start())
        ).observe(document, { childList: true });
    },
    [
      brief.title,
      brief.nodes[0].text,
      brief.lanes[1].title,
      ...brief.tour.flatMap(({ title, text, notes }) => [title, text, notes]),
    ]
  );
const assert_unseen = async (page) =>
  assert.deepEqual(await page.evaluate(() => [...seen]), [], 'nothing of the page’s own brief was to be seen');

const places = [
  ['the disk', () => pathToFileURL(one_file).href],
  ['http', () => host.url],
];

for (const [place, url] of places) {
  test(`a reload keeps the opened brief and its view, and never shows another: ${place}`, async () => {
    const { page, context, problems } = await open({ url: url() });
    await choose(page, example_file);
    await await_title(page, buses.title);
    await node_button(page, buses.nodes[3].title).click();
    await page.waitForFunction((id) => throughline.view() === id, buses.nodes[3].id);
    await watch_sight(page);
    for (let i = 0; i < 2; ++i) {
      await page.reload();
      await wait_for_state(page, 'ready');
      await await_title(page, buses.title);
      assert.equal(await attribute(page, 'data-selected'), buses.nodes[3].id);
    }
    await page.click('#present');
    await page.keyboard.press('PageDown');
    await await_attribute(page, 'data-step', '2');
    await page.waitForFunction(() => throughline.view().includes('step=2'));
    await page.reload();
    await wait_for_state(page, 'ready');
    assert.equal(await attribute(page, 'data-mode'), 'talk');
    assert.equal(await attribute(page, 'data-step'), '2');
    await await_text(page, 'caption', buses.tour[1].title);
    await assert_unseen(page);
    // A tab of its own shows what the page came with.
    const fresh = await context.newPage();
    await watch_sight(fresh);
    await fresh.goto(url());
    await wait_for_state(fresh, 'ready');
    assert.equal(await fresh.title(), brief.title);
    assert.ok(
      await fresh.evaluate((title) => [...seen].some((part) => part.endsWith(title)), brief.title),
      'what is to be seen is noticed'
    );
    assert.equal(await fresh.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length), 0);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test(`a brief that could not be kept is waited for, and its view is resumed: ${place}`, async () => {
    const { page, context, problems } = await open({ url: url(), fragment: 'mode=talk&step=1' });
    await page.evaluate(() =>
      history.replaceState({ own: { name: 'mine.json', bytes: null } }, '', '#mode=talk&step=3')
    );
    await watch_sight(page);
    await page.reload();
    await wait_for_state(page, 'ready');
    await await_text(page, 'waiting', 'mine.json');
    for (const key of ['PageDown', 'j', '1', 'End', 'Escape']) await page.keyboard.press(key);
    await rest(page);
    await await_fragment(page, 'mode=talk&step=3');
    const bad = put('mine.json', { ...buses, lanes: [] });
    await choose(page, bad);
    await page.waitForSelector('#mistakes h2');
    assert.match(await page.locator('#waiting').innerText(), /mine\.json/);
    await page.reload();
    await wait_for_state(page, 'ready');
    await choose(page, put('mine.json', buses));
    await await_attribute(page, 'data-step', '3');
    await await_text(page, 'caption', buses.tour[2].title);
    await assert_unseen(page);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test(`the speaker’s window shows the opened brief and its notes alone, also after a reload: ${place}`, async () => {
    const { page: audience, context, problems } = await open({ url: url(), viewport: { width: 1280, height: 720 } });
    await choose(audience, example_file);
    await await_title(audience, buses.title);
    await audience.click('#present');
    await audience.keyboard.press('PageDown');
    await await_attribute(audience, 'data-step', '2');
    await watch_sight(context);
    const [speaker] = await Promise.all([audience.waitForEvent('popup'), audience.keyboard.press('s')]);
    note_problems(speaker, problems);
    await wait_for_state(speaker, 'ready');
    await await_text(speaker, 'notes', buses.tour[1].notes);
    await await_text(speaker, 'diagram', 'follows');
    assert.equal((await speaker.url()).includes('own'), false, 'the mark does not stay in the address');
    await speaker.keyboard.press('PageDown');
    await await_attribute(audience, 'data-step', '3');
    for (const [reloaded, other] of [
      [speaker, audience],
      [audience, speaker],
    ]) {
      await reloaded.waitForFunction(() => throughline.view().includes('step=3'));
      await reloaded.reload();
      await wait_for_state(reloaded, 'ready');
      await await_text(speaker, 'notes', buses.tour[2].notes);
      await await_text(speaker, 'diagram', 'follows');
      assert.equal(await attribute(other, 'data-step'), '3');
    }
    // What either lost, the other one hands over again.
    for (const [reloaded, other] of [
      [speaker, audience],
      [audience, speaker],
    ]) {
      await reloaded.evaluate(() =>
        history.replaceState({ ...history.state, own: { name: 'night-buses.json', bytes: null } }, '')
      );
      await reloaded.reload();
      await wait_for_state(reloaded, 'ready');
      await await_title(reloaded, reloaded === speaker ? `Speaker view: ${buses.title}` : buses.title);
      await await_attribute(reloaded, 'data-step', '3');
      await await_text(speaker, 'notes', buses.tour[2].notes);
      await await_text(speaker, 'diagram', 'follows');
      assert.equal(await attribute(other, 'data-step'), '3');
    }
    for (const page of [audience, speaker]) await assert_unseen(page);
    assert.deepEqual(problems, []);
    await context.close();
  });

  test(`a brief that is opened in mid-talk reaches the other window, from either: ${place}`, async () => {
    const {
      page: audience,
      context,
      problems,
    } = await open({ url: url(), fragment: 'mode=talk&step=3', viewport: { width: 1280, height: 720 } });
    const [speaker] = await Promise.all([audience.waitForEvent('popup'), audience.keyboard.press('s')]);
    await wait_for_state(speaker, 'ready');
    await await_text(speaker, 'diagram', 'follows');
    await await_text(speaker, 'notes', brief.tour[2].notes);
    // Views and notes of two contents are never beside each other.
    await speaker.evaluate(
      (titles) => {
        globalThis.mixed = [];
        new MutationObserver(() => {
          const [caption, notes] = ['caption', 'notes'].map((id) => document.getElementById(id)?.textContent || '');
          for (const { title, notes: own } of titles.flat()) {
            const is_first = titles[0].some((step) => step.title === title);
            if (caption.includes(title) && titles[is_first ? 1 : 0].some((step) => notes.includes(step.notes)))
              mixed.push(`${title} beside other notes than ${own}`);
          }
        }).observe(document.documentElement, { childList: true, subtree: true, characterData: true });
      },
      [brief.tour, buses.tour]
    );
    const drop = async (page, name, content) => {
      const data = await page.evaluateHandle(
        ([file_name, text]) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([text], file_name));
          return transfer;
        },
        [name, JSON.stringify(content)]
      );
      await page.dispatchEvent('#stage', 'drop', { dataTransfer: data });
    };
    await drop(audience, 'night-buses.json', buses);
    await await_text(speaker, 'notes', buses.tour[0].notes);
    await await_attribute(speaker, 'data-step', '1');
    await speaker.keyboard.press('PageDown');
    await await_attribute(audience, 'data-step', '2');
    // The speaker's window leads, with a content as with everything.
    const edited = { ...buses, tour: buses.tour.map((step, i) => (i === 1 ? { ...step, title: 'Said anew' } : step)) };
    await drop(speaker, 'night-buses.json', edited);
    await await_text(audience, 'caption', 'Said anew');
    await await_text(speaker, 'diagram', 'follows');
    assert.equal(await attribute(audience, 'data-step'), '2');
    await audience.keyboard.press('PageDown');
    await await_attribute(speaker, 'data-step', '3');
    assert.deepEqual(await speaker.evaluate(() => mixed), []);
    assert.deepEqual(problems, []);
    await context.close();
  });
}

test('a content from another source, with a wrong nonce, of a wrong kind or size, does nothing', async () => {
  const { page: audience, context } = await open({
    url: host.url,
    fragment: 'mode=talk&step=2',
    viewport: { width: 1280, height: 720 },
  });
  const [speaker] = await Promise.all([audience.waitForEvent('popup'), audience.keyboard.press('s')]);
  await wait_for_state(speaker, 'ready');
  await await_text(speaker, 'diagram', 'follows');
  const nonce = await audience.evaluate(() => history.state.nonce);
  const message = { throughline: 'content', nonce, name: 'mine.json', fingerprint: '0' };
  const send = (from, changed, text = JSON.stringify(buses)) =>
    from.evaluate(
      ([data, content]) =>
        (opener || parent).postMessage(
          { ...data, bytes: data.bytes || (content && new TextEncoder().encode(content)) },
          '*'
        ),
      [{ ...message, ...changed }, text]
    );
  await audience.evaluate(() => document.body.append(document.createElement('iframe')));
  await send(speaker, { nonce: '0' });
  await send(speaker, { nonce: undefined });
  await send(audience.frames()[1], {});
  await send(speaker, { bytes: 'a text' });
  await send(speaker, { name: 7 });
  await speaker.evaluate(
    (data) => opener.postMessage({ ...data, bytes: new Uint8Array(17 * 1024 * 1024) }, '*'),
    message
  );
  // Messages come in their order, so what changes nothing has come before this.
  const edited = { ...buses, title: 'The right one' };
  await send(speaker, { fingerprint: '1' }, JSON.stringify(edited));
  await await_title(audience, edited.title);
  assert.deepEqual((await audience.evaluate(() => throughline.recording())).match(/(content|handed) \S+/g), [
    'handed mine.json',
  ]);
  await context.close();
});

test('opened again after an edit, picked or dropped, the page stays at the card; what is gone lets go', async () => {
  const { page, context } = await open({ url: host.url });
  await choose(page, put('mine.json', buses));
  await await_title(page, buses.title);
  const node = buses.nodes[4];
  await node_button(page, node.title).click();
  await page.keyboard.press('+');
  await rest(page);
  const zoom = /zoom=[^&]*/.exec(await await_fragment(page, /zoom=/))[0];
  const edited = {
    ...buses,
    title: 'Edited',
    nodes: [...buses.nodes.slice(1, 5).reverse(), buses.nodes[0], ...buses.nodes.slice(5)],
  };
  await choose(page, put('mine.json', edited));
  await await_title(page, 'Edited');
  assert.equal(await attribute(page, 'data-selected'), node.id);
  await rest(page);
  await await_fragment(page, new RegExp(`^${node.id}&${zoom}`));
  const renamed = JSON.parse(JSON.stringify(edited).replaceAll(`"${node.id}"`, '"new-name"'));
  await choose(page, put('mine.json', { ...renamed, title: 'Renamed' }));
  await await_title(page, 'Renamed');
  assert.equal(await attribute(page, 'data-selected'), '');
  await context.close();
});

test('where the diagram ends, or cannot begin, another brief’s text does not take an opened one’s place', async () => {
  const { page, context } = await open({ url: host.url });
  await choose(page, example_file);
  await await_title(page, buses.title);
  await watch_sight(page);
  await page.addInitScript(() => {
    const get_context = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest_of) {
      return kind.startsWith('webgl') ? null : get_context.call(this, kind, ...rest_of);
    };
  });
  await page.reload();
  await page.waitForFunction(() => ['text', 'error'].includes(document.documentElement.dataset.state));
  assert.ok(await page.locator('#absent').isVisible());
  assert.ok(await page.locator('#leave').isVisible());
  await assert_unseen(page);
  await context.close();
});

test('a brief of nearly the largest size is kept over a reload', async () => {
  const { page, context } = await open({ url: host.url });
  const large = put(
    'large.json',
    `${JSON.stringify(buses)}${' '.repeat(4 * 1024 * 1024 - JSON.stringify(buses).length - 200)}`
  );
  await choose(page, large);
  await await_title(page, buses.title);
  await page.reload();
  await wait_for_state(page, 'ready');
  assert.equal(await page.title(), buses.title);
  await context.close();
});

for (const [place, url] of places) {
  test(`the emblem, and words to take home, are the content’s: ${place}`, async () => {
    const { page, context } = await open({ url: url() });
    assert.equal(await page.locator('.part-umbrella').count(), 1);
    await choose(page, example_file);
    await await_title(page, buses.title);
    assert.equal(await page.locator('.part-emblem').count(), 0);
    await page.click('#present');
    await page.keyboard.press('End');
    await await_attribute(page, 'data-step', String(buses.tour.length + 1));
    const caption = await page.locator('#caption').innerText();
    assert.ok(caption.includes(buses.title), caption);
    assert.doesNotMatch(caption, /copy|one file/);
    assert.equal(caption.includes(page.url().split('#')[0]), false, 'the page’s address does not lead to it');
    assert.equal(await page.locator('#code').count(), 0);
    await context.close();
  });
}

test('leaving takes the kept brief out, and a reload then shows the page’s own', async () => {
  const { page, context } = await open({});
  await choose(page, example_file);
  await await_title(page, buses.title);
  assert.equal(await page.evaluate(() => history.state.own.name), 'night-buses.json');
  await page.click('#leave');
  await page.waitForFunction(() => 'leaving' in document.documentElement.dataset);
  assert.equal(await page.evaluate(() => history.state), null);
  await page.reload();
  await wait_for_state(page, 'ready');
  assert.equal(await page.title(), brief.title);
  await context.close();
});
