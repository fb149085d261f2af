// A talk on a projector, and what is pressed in it: what the talk's tests share.
import { assert_same_page, attribute, read_dom, rest, stage_size } from './page.mjs';
import { brief, page_of } from './tool.mjs';

export const projector = { viewport: { width: 1280, height: 720 } };
export const closing = brief.tour.length + 1; // the step after the last of the tour
export const step_of = (page) => attribute(page, 'data-step');

export async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
  await rest(page);
}

// As a hand does it: the bar comes when the mouse is moved.
export async function click(page, selector) {
  await page.mouse.move(600, 10 + Math.random() * 5);
  await page.click(selector);
  await rest(page);
}

// All but the last message, which is of what was pressed and not of the address.
export async function check_page(page, view) {
  const told = page_of({ view, stage: await stage_size(page) });
  told.items.find(([, { id }]) => id === 'status')[2] = await page.locator('#status').innerText();
  assert_same_page(await read_dom(page), told);
}
