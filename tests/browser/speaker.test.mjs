// A talk's two windows, from the disk and over http: whatever one does, the other shows.
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import {
  assert_same_page,
  attribute,
  await_fragment,
  close_browser,
  look_at_no_pixel,
  note_problems,
  one_file,
  open,
  read_dom,
  rest,
  serve,
  site_folder,
  stage_size,
  wait_for_state,
} from './page.mjs';
import { brief, page_of } from './tool.mjs';

look_at_no_pixel();

let host;
before(async () => (host = await serve(site_folder)));
after(async () => (host.close(), close_browser()));

const step_of = (page) => attribute(page, 'data-step');
const await_attribute = (page, name, value) =>
  page.waitForFunction(([of, wanted]) => document.documentElement?.getAttribute(of) === wanted, [name, value]);
const await_text = (page, id, part) =>
  page.waitForFunction(([of, wanted]) => (document.getElementById(of)?.textContent || '').includes(wanted), [id, part]);
const secret_of = (page) => page.evaluate(() => history.state.nonce);

// The audience's window at a step, and the speaker's that it opened.
async function open_both(url, fragment = 'mode=talk&step=3') {
  const { page: audience, context, problems } = await open({ url, fragment, viewport: { width: 1280, height: 720 } });
  const [speaker] = await Promise.all([audience.waitForEvent('popup'), audience.keyboard.press('s')]);
  note_problems(speaker, problems);
  await speaker.emulateMedia({ reducedMotion: 'reduce' });
  await wait_for_state(speaker, 'ready');
  await await_text(speaker, 'diagram', 'follows');
  return { audience, speaker, context, problems };
}

// What each window's step changed to, and how many messages have come, counted after the page has dealt with them.
const watch = (page) =>
  page.evaluate(() => {
    globalThis.changes = [];
    globalThis.heard = 0;
    new MutationObserver(() => changes.push(document.documentElement.dataset.step)).observe(document.documentElement, {
      attributeFilter: ['data-step'],
    });
    addEventListener('message', () => ++heard);
  });
const has_run = (secs) => {
  const [, minutes, seconds] = /(\d+):(\d\d)$/.exec(document.getElementById('timer')?.textContent.trim() || '') || [
    0, 0, 0,
  ];
  return Number(minutes) * 60 + Number(seconds) >= secs;
};

for (const [place, url] of [
  ['the disk', () => pathToFileURL(one_file).href],
  ['http', () => host.url],
]) {
  test(`both windows follow each other: ${place}`, async () => {
    const { audience, speaker, context, problems } = await open_both(url());
    assert.equal(await step_of(speaker), '3');
    assert.match(await speaker.title(), /^Speaker view: /);
    assert.ok((await speaker.locator('#notes').innerText()).includes(brief.tour[2].notes));
    assert.ok((await speaker.locator('#coming').innerText()).includes(brief.tour[3].text));
    assert.match(await speaker.locator('#clock').innerText(), /\d\d:\d\d/);
    await speaker.waitForFunction(has_run, 1);
    for (const [step, from, to] of [
      [4, audience, speaker],
      [5, speaker, audience],
      [6, audience, speaker],
      [7, speaker, audience],
      [8, speaker, audience],
      [9, audience, speaker],
    ]) {
      await from.keyboard.press('PageDown');
      await Promise.all([
        await_attribute(from, 'data-step', String(step)),
        await_attribute(to, 'data-step', String(step)),
      ]);
    }
    // Faster than answers come: none is lost.
    for (let i = 0; i < 5; ++i) await speaker.keyboard.press('PageDown', { delay: 0 });
    await await_attribute(audience, 'data-step', '14');
    await await_attribute(speaker, 'data-step', '14');
    // Answers that were overtaken are passed over, or a press that comes between two of them would be lost.
    await speaker.keyboard.press('Home');
    await await_attribute(audience, 'data-step', '1');
    // In one go: between two calls the answer to what was pressed before, or to a greeting, might come.
    const before = await speaker.evaluate(() => {
      const { length } = throughline.recording();
      for (let i = 0; i < 4; ++i)
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }));
      return length;
    });
    await await_attribute(audience, 'data-step', '5');
    // The answer to what is pressed next comes after all of theirs.
    await speaker.keyboard.press('b');
    await speaker.waitForFunction((from) => /follow step=5\S*blank/.test(throughline.recording().slice(from)), before);
    await speaker.keyboard.press('b');
    await audience.waitForSelector('#blank', { state: 'detached' });
    const followed = (await speaker.evaluate((from) => throughline.recording().slice(from), before)).match(
      /follow step=\d+/g
    );
    assert.deepEqual([...new Set(followed)], ['follow step=5']);
    await speaker.keyboard.press('Home');
    await await_attribute(audience, 'data-step', '1');
    await speaker.keyboard.press('b');
    await audience.waitForSelector('#blank', { state: 'attached' });
    await audience.keyboard.press('.');
    await speaker.waitForSelector('#blank', { state: 'detached' });
    for (const key of ['j', '3', '1', 't']) await speaker.keyboard.press(key);
    await await_attribute(
      audience,
      'data-selected',
      brief.nodes.filter((node) => node.lane === brief.lanes[2].id)[0].id
    );
    assert.equal(await audience.locator('#jump').count(), 0, 'the list is the speaker’s alone');
    await audience.waitForFunction(() => throughline.view().includes('text=2'));
    await audience.keyboard.press('Escape');
    await await_attribute(speaker, 'data-selected', '');
    // The pointer lies on the same card in both, however different the windows are.
    await speaker.keyboard.press('l');
    await rest(speaker);
    const card = await speaker.locator('[data-node]').nth(2).boundingBox();
    const title = await speaker.locator('[data-node]').nth(2).innerText();
    await speaker.mouse.move(card.x + card.width / 2, card.y + card.height / 2);
    await await_text(audience, 'spot', title);
    assert.equal(
      (await audience.content()).includes(brief.tour[0].notes.slice(0, 40)),
      false,
      'no notes in the audience’s window'
    );
    assert.deepEqual(problems, []);
    await context.close();
  });

  test(`either window may be loaded again: ${place}`, async () => {
    const { audience, speaker, context, problems } = await open_both(url());
    await speaker.waitForFunction(has_run, 2);
    assert.equal((await speaker.url()).includes('nonce'), false, 'the secret does not stay in the address');
    await speaker.reload();
    await wait_for_state(speaker, 'ready');
    await await_text(speaker, 'diagram', 'follows');
    assert.equal(await step_of(speaker), '3');
    // The timer goes on: it is never seen at its first seconds again, once the clock is known.
    await speaker.waitForFunction(() => /^\S+ tick /m.test(throughline.recording()));
    await rest(speaker);
    assert.ok(await speaker.evaluate(has_run, 2), 'the timer goes on');
    await speaker.keyboard.press('PageDown');
    await await_attribute(audience, 'data-step', '4');
    await audience.waitForFunction(() => throughline.view().includes('step=4'));
    await audience.reload();
    await wait_for_state(audience, 'ready');
    assert.equal(await step_of(audience), '4');
    await await_text(speaker, 'diagram', 'follows');
    await speaker.keyboard.press('PageDown');
    await await_attribute(audience, 'data-step', '5');
    await audience.keyboard.press('PageDown');
    await await_attribute(speaker, 'data-step', '6');
    // Asked for again, the window that is there comes to the front and keeps its time.
    await await_text(speaker, 'diagram', 'follows');
    const since = /since=(\d+)/.exec(await await_fragment(speaker, /since=\d/))[1];
    await audience.keyboard.press('s');
    await rest(audience);
    assert.equal(context.pages().length, 2);
    assert.equal(/since=(\d+)/.exec(await await_fragment(speaker, /since=\d/))[1], since);
    await audience.close();
    await await_text(speaker, 'diagram', 'does not answer');
    assert.deepEqual(problems, []);
    await context.close();
  });

  test(`a message with a wrong nonce, or from another source, does nothing: ${place}`, async () => {
    const { audience, speaker, context } = await open_both(url());
    const secret = await secret_of(audience);
    assert.ok(/^[0-9a-f-]{20,}$/.test(secret) && secret === (await secret_of(speaker)));
    await Promise.all([watch(audience), watch(speaker)]);
    const [, fingerprint] = /brief=([0-9a-f]{16})/.exec(await speaker.evaluate(() => throughline.recording()));
    const message = (kind, nonce) => ({
      throughline: kind,
      nonce,
      fingerprint,
      view: `step=9&brief=${fingerprint}`,
      count: 99,
    });
    const nothing_happens = async (page, messages, why) => {
      await page.waitForFunction((count) => heard >= count, messages);
      await rest(page);
      // Not even for a moment: the next true view would undo it.
      assert.deepEqual(await page.evaluate(() => changes), [], why);
    };
    for (const nonce of ['0', '', undefined, secret.slice(1)])
      await speaker.evaluate((data) => opener.postMessage(data, '*'), message('lead', nonce));
    await nothing_happens(audience, 4, 'a wrong nonce from the speaker’s window');
    await audience.evaluate((data) => postMessage(data, '*'), message('lead', secret));
    await speaker.evaluate((data) => postMessage(data, '*'), message('view', secret));
    for (const page of [audience, speaker]) {
      await page.evaluate(() => document.body.append(document.createElement('iframe')));
      const kind = page === audience ? 'lead' : 'view';
      const frame = page.frames()[1];
      await frame.evaluate((data) => parent.postMessage(data, '*'), message(kind, secret));
    }
    await nothing_happens(audience, 6, 'a frame within, or the window itself');
    await nothing_happens(speaker, 2, 'a frame within, or the window itself');
    // The same message from the right window with the right nonce is heard, so what went before was a test.
    await speaker.evaluate((data) => opener.postMessage(data, '*'), message('lead', secret));
    await await_attribute(audience, 'data-step', '9');
    await context.close();
  });
}

test('the speaker’s page is the core’s', async () => {
  const { page, context } = await open({
    fragment: 'mode=speaker&step=3&since=1764000000',
    viewport: { width: 1180, height: 820 },
  });
  await rest(page);
  const told = page_of({ view: 'mode=speaker&step=3&since=1764000000', stage: await stage_size(page) });
  const dom = await read_dom(page);
  // The time is the window's own.
  const without_time = (items) =>
    items
      .filter(([, { id }]) => id !== 'clock' && id !== 'timer')
      .map((item) => (item[4] ? [...item.slice(0, 4), without_time(item[4])] : item));
  assert_same_page({ ...dom, items: without_time(dom.items) }, { ...told, items: without_time(told.items) });
  await context.close();
});
