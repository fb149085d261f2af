// What a finger has to hit on a kiosk's screen.
import assert from 'node:assert/strict';
import { pass, upright, wake } from './kiosk.mjs';
import { kiosk_test } from './kiosk_test.mjs';
import { look_at_no_pixel } from './page.mjs';

look_at_no_pixel();

const small_targets = (page) =>
  page.evaluate(() => {
    const found = [];
    for (const control of document.querySelectorAll('a[href], button, summary')) {
      if (!control.checkVisibility() || control.matches('[data-node], .part-skip')) continue;
      control.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = control.getBoundingClientRect();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const hits = (at_x, at_y) => {
        const hit = document.elementFromPoint(at_x, at_y);
        return hit !== null && (hit === control || control.contains(hit));
      };
      const [half_w, half_h] = [Math.max(box.width / 2, 30) - 2, Math.max(box.height / 2, 30) - 2];
      const has_hit = [hits(x, y - half_h), hits(x, y + half_h), hits(x - half_w, y), hits(x + half_w, y)];
      if (has_hit.every(Boolean)) continue;
      const name = control.id || control.textContent.slice(0, 30);
      found.push(`${name} ${box.width.toFixed(0)}x${box.height.toFixed(0)}: ${has_hit}`);
    }
    return found;
  });
// Where the layout leaves no 60 px: the design's 44, and on a small screen the 24 of WCAG 2.2.
for (const [name, width, height, least] of [
  ['a wide screen', 1920, 1080, 44],
  ['an upright screen', 1080, 1920, 60],
  ['a small wide screen', 1366, 768, 24],
  ['a very large screen', 3840, 2160, 60],
]) {
  kiosk_test(
    `targets on ${name} have 60 px, cards what the layout leaves them`,
    { viewport: { width, height } },
    async ({ page }) => {
      assert.ok(await page.locator('#attract-pause').evaluate((button) => button.getBoundingClientRect().height >= 60));
      await wake(page);
      const cards = await page
        .locator('[data-node]')
        .evaluateAll((list) =>
          list.map((card) => card.getBoundingClientRect()).map(({ x, y, width: w, height: h }) => ({ x, y, w, h }))
        );
      const smallest = Math.min(...cards.map((card) => card.h));
      console.log(
        `      ${width}x${height}: cards from ${smallest.toFixed(1)} px, median ${cards
          .map((card) => card.h)
          .sort((a, b) => a - b)
          [cards.length >> 1].toFixed(1)} px high, ${Math.min(...cards.map((card) => card.w)).toFixed(0)} px wide`
      );
      assert.ok(smallest >= least, `a card has ${smallest} px`);
      for (const a of cards)
        for (const b of cards)
          if (a !== b)
            assert.ok(
              a.x + a.w <= b.x + 0.1 || b.x + b.w <= a.x + 0.1 || a.y + a.h <= b.y + 0.1 || b.y + b.h <= a.y + 0.1,
              'two areas overlap'
            );
      assert.deepEqual(await small_targets(page), []);
      await page.evaluate(() => scrollTo(0, 0));
      await page.locator('[data-node]').nth(3).tap();
      await pass(page, 500);
      if (await page.locator('#sheet').isVisible()) await page.locator('#sheet').tap();
      assert.deepEqual(await small_targets(page), []);
      await page.evaluate(() => scrollTo(0, 0));
      await page.locator('#tour').tap();
      await pass(page, 500);
      assert.deepEqual(await small_targets(page), []);
      await pass(page, 61000);
      assert.deepEqual(
        await page.locator('#stay').evaluate((button) => button.getBoundingClientRect().height >= 60),
        true
      );
    }
  );
}
