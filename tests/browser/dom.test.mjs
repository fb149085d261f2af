// What the page says, and where its controls stand, is what the core says: its items against `throughline render`.
import assert from 'node:assert/strict';
import { check_page, look_at_no_pixel, phone, rest, show, wide } from './page.mjs';
import { page_test } from './page_test.mjs';
import { brief, brief_file, tool } from './tool.mjs';

look_at_no_pixel(); // that is drawn.test.mjs

// One of each lane, so that every kind of panel is seen.
const samples = brief.lanes.map((lane) => brief.nodes.filter((node) => node.lane === lane.id)[1].id);
const forms = [
  ['wide', wide],
  ['tall', phone],
];

for (const [form, size] of forms) {
  page_test(
    `the page's items are the core's: the whole, selected nodes and steps of the tour, ${form}`,
    size,
    async ({ page }) => {
      await rest(page);
      await check_page(page, { form });
      const order = await page
        .locator('[data-node]')
        .evaluateAll((list) => list.map((element) => element.dataset.node));
      const drawn = tool('layout', brief_file, '--form', form)
        .split('\n')
        .filter((line) => line.startsWith('card '))
        .map((line) => line.split(' ')[1]);
      assert.deepEqual(order, drawn, 'the buttons come in the order in which the cards are read');
      for (const id of samples) {
        await show(page, id);
        await check_page(page, { form, view: id });
        assert.equal(await page.locator('[aria-pressed="true"][data-node]').getAttribute('data-node'), id);
      }
      for (const step of [1, 5, brief.tour.length]) {
        await show(page, `step=${step}`);
        await check_page(page, { form, view: `step=${step}` });
      }
    }
  );
}

// A page is opened with the stage of the whole, and takes that of the view one frame later.
for (const view of [`${samples[2]}&zoom=2&at=0.4,0.6`, 'step=3&zoom=2&at=0.4,0.6']) {
  page_test(
    `a shared place stands where the core says: #${view}, tall`,
    { ...phone, fragment: view },
    async ({ page }) => {
      await rest(page);
      await check_page(page, { form: 'tall', view });
    }
  );
}
