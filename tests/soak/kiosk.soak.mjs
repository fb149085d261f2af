// A dozen visitors of a kiosk in the browser, each with a lost graphics context, with one injected clock: after every
// start over the page is what a fresh one is, and nothing has grown. tests/soak/kiosk_soak.cpp has six thousand without
// a browser.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { open_kiosk, pass, phase_of } from '../browser/kiosk.mjs';
import { close_browser, lose_context, read_dom, restore_context } from '../browser/page.mjs';

const visitors = Number(process.env.VISITORS || 12);
const most_letters_bytes = 16384;
const settings = 'idle=20&warning=10&pace=8';
// OPTIMIZATION: a small screen; without a graphics card nearly all of the time goes into its pixels.
const screen = { width: 1024, height: 640 };

after(close_browser);

// Mulberry32 (Tommy Ettinger, 2017): the same visitors in every run.
function random_from(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const random = random_from(20261124);
const pick = (list) => list[Math.floor(random() * list.length)];

async function lose_and_restore(page) {
  await lose_context(page);
  await restore_context(page);
}

async function do_something(page) {
  switch (pick(['card', 'button', 'place', 'key', 'wheel'])) {
    case 'card':
    case 'button':
      await page.evaluate((fraction) => {
        const buttons = Array.from(document.querySelectorAll('#page button, #page a[href^="#"]')).filter((button) =>
          button.checkVisibility()
        );
        buttons[Math.floor(fraction * buttons.length)].click();
      }, random());
      break;
    case 'place':
      await page.mouse.click(20 + random() * (screen.width - 40), 20 + random() * (screen.height - 40));
      break;
    case 'key':
      await page.keyboard.press(pick(['Tab', 'Enter', 'Escape', 'o', 'i', 'f', '+', '0', 'ArrowLeft', 'End']));
      break;
    default:
      await page.mouse.wheel(0, pick([-120, 120, 400]));
  }
  await pass(page, 200 + Math.floor(random() * 2000));
}

test(`${visitors} visitors and as many lost contexts leave nothing behind`, async () => {
  const { page, context, problems } = await open_kiosk({ settings, viewport: screen });
  const session = await context.newCDPSession(page);
  const phase = () => phase_of(page);
  const look = async () => {
    const dom = await read_dom(page);
    delete dom.html['data-frames'];
    await session.send('HeapProfiler.collectGarbage');
    const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
    const { memory_bytes, heap_bytes } = await page.evaluate(() => throughline.describe());
    const place = await page.evaluate(() => [
      scrollX,
      scrollY,
      location.hash,
      history.length,
      document.querySelectorAll('details[open]').length,
      document.activeElement === document.body,
    ]);
    return { dom, place, nodes, jsEventListeners, memory_bytes, heap_bytes };
  };

  // The staff's log keeps a fixed number of entries, and a lost context is one: it is full before anything is compared.
  for (let i = 0; i < 40; ++i) (await lose_and_restore(page), await pass(page, 100));

  const looks = [];
  for (let visitor = 1; visitor <= visitors; ++visitor) {
    while ((await phase()) !== 'attract') await pass(page, 1000);
    await page.mouse.click(screen.width / 2, screen.height / 2);
    await pass(page, 1000);
    assert.equal(await phase(), 'visit', `visitor ${visitor} has woken it`);
    const deeds = 2 + Math.floor(random() * 4);
    const losing = Math.floor(random() * deeds);
    for (let deed = 0; deed < deeds; ++deed) {
      if (deed === losing) await lose_and_restore(page);
      await do_something(page);
    }
    await page.mouse.move(5, 5);
    for (let waited = 0; (await phase()) !== 'attract'; ++waited) {
      assert.ok(waited < 60, `it starts over after visitor ${visitor}`);
      await pass(page, 1000);
    }
    // Two steps of the loop and two frames more, so that an atlas that has grown has let go of its smaller self.
    await pass(page, 16500);
    for (const word of ['pause', 'go on'])
      (await page.locator('#attract-pause').click(), await pass(page, word.length * 50));
    const now = await look();
    looks.push(now);
    assert.deepEqual(now.dom, looks[0].dom, `what stands after visitor ${visitor}`);
    assert.deepEqual(now.place, looks[0].place, `where it stands after visitor ${visitor}`);
  }
  const [second, last] = [looks[1], looks.at(-1)];
  const both = (name) => `${second[name]} and ${last[name]}`;
  console.log(
    `memory ${both('memory_bytes')} bytes, heap ${both('heap_bytes')},`,
    `nodes ${both('nodes')}, listeners ${both('jsEventListeners')}`
  );
  // A size of letters is let go when no frame has used it for a while, so a look may find one more or one less than is
  // usual. What is usual is the same to the byte, from the first visitors to the last, and none strays by more than a
  // size of letters takes.
  const memory = looks.slice(2).map(({ memory_bytes }) => memory_bytes);
  const usual_of = (figures) => [...figures].sort((a, b) => a - b)[figures.length >> 1];
  const half = memory.length >> 1;
  assert.equal(usual_of(memory.slice(half)), usual_of(memory.slice(0, half)), `memory after each visitor: ${memory}`);
  assert.ok(Math.max(...memory) - Math.min(...memory) < most_letters_bytes, `memory after each visitor: ${memory}`);
  assert.equal(last.heap_bytes, second.heap_bytes);
  assert.ok(last.nodes <= second.nodes + 10, `${second.nodes} nodes grew to ${last.nodes}`);
  assert.equal(last.jsEventListeners, second.jsEventListeners);
  assert.deepEqual(
    problems.filter((problem) => !/context/i.test(problem)),
    []
  );
  await context.close();
});
