// Paper. The canvas does not print, so the core's handout of this very view takes its place while the browser prints,
// and proofs lie open. Knows when a browser prints; must not know what is in a handout.
'use strict';
function throughline_paper(page, engine, build_picture, is_talk) {
  let asks_for_notes = false; // for the next time alone
  let clear = () => {};

  function prepare() {
    clear();
    if (!engine.is_running()) return;
    const picture = build_picture(JSON.parse(engine.text('handout', asks_for_notes ? 1 : 0)));
    asks_for_notes = false;
    const closed = Array.from(page.querySelectorAll('details:not([open])'));
    for (const details of closed) details.open = true;
    (is_talk() ? document.body : document.getElementById('picture')).prepend(picture);
    clear = () => {
      picture.remove();
      for (const details of closed) details.open = false;
      clear = () => {};
    };
  }
  function forget() {
    clear();
    asks_for_notes = false;
  }
  // Not within the engine's call: printing asks it for the handout.
  function print_soon(has_notes) {
    asks_for_notes = has_notes;
    setTimeout(print);
  }
  function listen() {
    addEventListener('beforeprint', prepare);
    addEventListener('afterprint', () => clear());
    // Where no `afterprint` comes.
    matchMedia('print').addEventListener('change', ({ matches }) => matches || clear());
  }

  return { print_soon, forget, listen };
}
