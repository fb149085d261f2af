// The page's own address and the view that stands behind it: in the fragment, or in the entry's state, where no history
// shows it. No entry is ever made. Knows where a view is kept; must not know what it says.
'use strict';
function throughline_address(root, guard) {
  const least_between_ms = 350; // WebKit allows 100 replacements in 30 s
  let written_ms = -Infinity;
  let timer = 0;
  let late = null; // what is still to be written, as write() takes it

  const own = () => location.href.split('#')[0];
  const view = () => location.hash.slice(1) || (history.state && history.state.view) || '';
  // As Updater::finish has it for a running engine; without one, too, what was looked at must not get into the history.
  const usual_place = () => (root.dataset.traces === 'fewest' && !guard.is_kiosk() ? 'entry' : 'address');

  function write(to, place) {
    const is_bare = place === 'entry';
    history.replaceState({ ...history.state, view: is_bare ? to : '' }, '', to && !is_bare ? `#${to}` : own());
  }
  // What the address or a reload asks for. One that somebody followed here is in the history; it need not stay in
  // sight.
  function read() {
    const asked = view();
    if (location.hash && usual_place() === 'entry') write(asked, 'entry');
    return asked;
  }
  // Once there is time for it: now, or as soon as browsers allow another one.
  function set(to, place) {
    clearTimeout(timer);
    late = [to, place];
    const wait_ms = written_ms + least_between_ms - performance.now();
    if (wait_ms > 0) return void (timer = setTimeout(set, wait_ms, to, place));
    written_ms = performance.now();
    late = null;
    write(to, place);
  }
  function stop() {
    clearTimeout(timer);
    late = null;
  }
  // A clicker starts a show by loading the page again, which must not land on the step before.
  document.addEventListener('keydown', ({ key }) => key === 'F5' && late && write(...late));

  const keep = (to) => write(to, usual_place());

  // Without an engine style alone shows a section as a view (alive.css): by a class, because a target would be in the
  // history. Null shows none.
  let shown = null;
  function show(section) {
    forget_shown();
    // One that the browser came with would stand beside it. A navigation takes the entry's state away.
    if (document.querySelector(':target')) {
      const { state } = history;
      location.replace('#');
      history.replaceState(state, '', own());
    }
    shown = section;
    shown?.classList.add('shown');
  }
  // Where an engine ran, the reader has gone on from there.
  const forget_shown = () => shown?.classList.remove('shown');

  return { own, view, read, set, stop, hide: () => write(view(), 'entry'), keep, show, forget_shown };
}
