// Places in the page: going to one, and keeping clear of what covers it. Knows boxes, focus and how browsers scroll;
// must not know what stands at a place, nor where a view is kept.
'use strict';
function throughline_scroll(root, page) {
  const prefers_stillness = matchMedia('(prefers-reduced-motion: reduce)');
  const find = (id) => document.getElementById(id);
  let awaited_item = ''; // to be scrolled to when the frame that shows it stands

  const is_node_section = (target) => target !== null && target.matches('.part-node');

  function go_to(target) {
    awaited_item = '';
    target.scrollIntoView();
    if (!target.matches('a, button, input, [tabindex]')) {
      target.tabIndex = -1;
      target.addEventListener('blur', () => target.removeAttribute('tabindex'), { once: true });
    }
    target.focus({ preventScroll: true });
  }
  function go_to_awaited() {
    const target = find(awaited_item);
    awaited_item = '';
    const behavior = prefers_stillness.matches ? 'auto' : 'smooth';
    if (target) target.scrollIntoView({ block: 'nearest', behavior });
  }
  // The stage may yet change its height for what the frame shows; in the next one everything has its place.
  const after_frame = () => awaited_item && requestAnimationFrame(go_to_awaited);

  // A view of one node has the id of its section in the text, and the browser would scroll there, away from the view.
  function stay_at_top(is_over) {
    scrollTo(0, 0);
    // Firefox goes on scrolling to the fragment that it was opened with until all has loaded, whatever the address says
    // by then.
    let has_moved = false;
    const options = { capture: true, once: true, passive: true };
    for (const type of ['wheel', 'touchstart', 'pointerdown', 'keydown'])
      addEventListener(type, () => (has_moved = true), options);
    addEventListener('load', () => setTimeout(() => is_over() || has_moved || scrollTo(0, 0)));
  }
  // The browser scrolls to it once more when it draws, and the view is in the diagram.
  function return_to_top(view) {
    if (!find(view) || is_node_section(find(view))) requestAnimationFrame(() => setTimeout(scrollTo, 0, 0, 0));
  }

  // What header and sheet cover is no place to scroll to, however large the reader's words make them.
  const covers = () => [page.querySelector('header'), find('dock')];
  const heights = () => covers().map((cover) => `${cover ? cover.offsetHeight : 0}px`);
  const cover_observer = new ResizeObserver(() => (root.style.scrollPaddingBlock = heights().join(' ')));
  // Anew with each mode, because a talk has neither panel nor controls below it.
  function watch_covers() {
    cover_observer.disconnect();
    for (const cover of covers()) if (cover) cover_observer.observe(cover);
  }

  return {
    is_node_section,
    go_to,
    await_item: (item) => (awaited_item = item),
    after_frame,
    stay_at_top,
    return_to_top,
    watch_covers,
  };
}
