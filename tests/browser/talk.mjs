// A talk on a projector, and what is pressed in it: what the talk's tests share.
import { attribute, check_page, rest } from './page.mjs';
import { brief } from './tool.mjs';

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

// What was said last is of what was pressed, and not of the address.
export const check_talk = async (page, view) =>
  check_page(page, { view, status: await page.locator('#status').innerText() });
