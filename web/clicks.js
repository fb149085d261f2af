// A click on a link or a button, as an input of the engine; without an engine, a way to a place in the text. Knows
// which clicks are the browser's own; must not know what a control does, but for those that have to work without an
// engine.
'use strict';
function throughline_clicks(page, engine, scroll, way_out, go_to) {
  const find = (id) => document.getElementById(id);

  function on_click(event) {
    const control = event.target.closest('a, button');
    if (!control || !page.contains(control)) {
      // The end of a drag, which is nobody's click.
      if (find('stage').contains(event.target)) engine.send('activate', '');
      return;
    }
    const href = control.getAttribute('href');
    const is_for_a_tab = event.shiftKey || event.ctrlKey || event.metaKey || event.altKey; // or a window of its own
    if (href !== null && is_for_a_tab) return;
    if (href !== null) event.preventDefault();
    if (control.id === 'leave') return way_out.leave();
    if (control.id === 'leave-alone') return way_out.open_alone();
    const target = href !== null && href.startsWith('#') ? find(href.slice(1)) : null;
    const item = control.id || (scroll.is_node_section(target) ? `go:href:${target.id}` : '');
    const is_handled = item && control.getAttribute('aria-disabled') !== 'true' && engine.send('activate', item);
    if (target && !(is_handled && control.id.startsWith('go:'))) go_to(target);
  }

  document.addEventListener('click', on_click);
}
