// Both pages open and every face of them answers, in a minute less than the whole takes.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  attribute,
  close_browser,
  node_button,
  open,
  phone,
  rest,
  serve,
  site_folder,
  use_whole_browser,
  wide,
} from './page.mjs';
import { brief } from './tool.mjs';

use_whole_browser();

let site = null;
before(async () => (site = await serve(site_folder)));
after(async () => (site.close(), close_browser()));

const node = brief.nodes[3];
for (const [name, size, place] of [
  ['the one file, wide', wide, () => ({})],
  ['the site, on a phone', phone, () => ({ url: site.url })],
]) {
  test(`${name}: a card, the tour and the talk`, async () => {
    const { page, context, problems } = await open({ ...size, ...place() });
    assert.equal(await attribute(page, 'data-renderer'), 'webgl2');
    assert.equal(await page.title(), brief.title);
    await node_button(page, node.title).click();
    await page.waitForFunction((id) => document.documentElement.dataset.selected === id, node.id);
    await rest(page);
    assert.equal(await page.locator('#panel').getByRole('heading', { level: 2 }).innerText(), node.title);
    await page.locator('#tour').click();
    for (const step of ['1', '2']) {
      await page.waitForFunction((wanted) => document.documentElement.dataset.step === wanted, step);
      await page.locator('#tour-next').click();
    }
    await page.evaluate(() => (location.hash = 'mode=talk&step=1'));
    await page.waitForFunction(() => document.documentElement.dataset.mode === 'talk');
    await page.keyboard.press('PageDown');
    await page.waitForFunction(() => document.documentElement.dataset.step === '2');
    await rest(page);
    assert.ok((await page.locator('#caption').innerText()).includes(brief.tour[1].title));
    assert.deepEqual(problems, []);
    await context.close();
  });
}
