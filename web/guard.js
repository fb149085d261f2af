// A public screen (mode=kiosk) has no way out and gets up again by itself. Both must hold when the engine does not run,
// so this is in the page's own script; what a running engine adds is in kiosk.js. What it remembers is in the entry's
// state, where a reload finds it, because nothing else of a page may be stored.
'use strict';
function throughline_guard(root, page) {
  const most_entries = 20;
  const most_wait_ms = 300000;
  const healthy_ms = 3600000;
  const rest_ms = 30000;
  const forever_ms = 1e9;
  const is_kiosk = () => root.dataset.mode === 'kiosk';
  const is_online_page = location.protocol.startsWith('http');
  let is_standing = false;
  let mending_ms = Infinity; // how long the reload that is under way may wait
  let touched_ms = -Infinity;

  // ---- What happened.
  const kept = () => ({ log: [], failures: 0, failed_ms: 0, ...(history.state && history.state.kiosk) });
  const keep = (changed) => history.replaceState({ ...history.state, kiosk: { ...kept(), ...changed } }, '');
  function local_time() {
    const local = new Date(Date.now() - new Date().getTimezoneOffset() * 60000);
    return local.toISOString().slice(0, 19).replace('T', ' ');
  }
  function note(kind, detail = '') {
    const entry = `${local_time()} ${kind} ${detail}`.trim().slice(0, 300);
    keep({ log: [...kept().log, entry].slice(-most_entries) });
    page.tell(entry);
  }

  // ---- Getting up. Over a network that is down there would be the browser's own complaint, and no way back from it.
  async function reload() {
    const ask_host = () =>
      fetch(location.href, { cache: 'no-store' }).then(
        ({ ok }) => ok,
        () => false
      );
    const is_there = !is_online_page || (await ask_host());
    if (is_there) location.reload();
    else setTimeout(reload, 10000);
  }
  // Nobody is before it: the loop plays, or the whole text has not been touched for a while.
  function is_free() {
    if (page.is_running()) return root.dataset.phase === 'attract' && !document.getElementById('staff-panel');
    return performance.now() - touched_ms > rest_ms;
  }
  function reload_when_free(patience_ms) {
    if (patience_ms <= 0 || is_free()) reload();
    else setTimeout(reload_when_free, 1000, patience_ms - 1000);
  }
  // Later each time, until an hour has passed without a failure; for a visitor's sake not before nobody is there,
  // unless that takes longer than `patience_ms`.
  function mend(kind, detail, patience_ms) {
    if (patience_ms >= mending_ms || !is_kiosk()) return;
    mending_ms = patience_ms;
    note(kind, detail);
    const failures = Date.now() - kept().failed_ms < healthy_ms ? kept().failures : 0;
    keep({ failures: failures + 1, failed_ms: Date.now() });
    setTimeout(reload_when_free, Math.min(1000 * 2 ** failures, most_wait_ms), patience_ms);
  }
  // The engine is gone and the whole text stands. Whoever has begun to read it after some failures is left to it.
  const fell = (why) => mend('failed', why, kept().failures < 5 ? 0 : forever_ms);

  // ---- No way out.
  const block = (event) => is_kiosk() && event.preventDefault();
  const is_chord = (event) => event.ctrlKey || event.metaKey || event.altKey;
  function keep_on_page(event) {
    const link = event.target.closest('a[href]');
    if (!is_kiosk() || !link) return;
    if (link.getAttribute('href').startsWith('#') && !is_chord(event) && !event.shiftKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
  // F5 only loads the page again; Tab, Enter and the like are for the page.
  const keys_out = /^(F\d+|Backspace|ContextMenu|Browser\w+|Launch\w+)$/;
  const block_key = (event) => (is_chord(event) || (keys_out.test(event.key) && event.key !== 'F5')) && block(event);
  const block_zoom = (event) => event.ctrlKey && block(event);
  const block_other_buttons = (event) => event.button > 0 && block(event);

  // Listens from the first moment of being a kiosk, not in other modes: some of it slows down scrolling.
  function stand() {
    if (!is_kiosk() || is_standing) return;
    is_standing = true;
    history.scrollRestoration = 'manual';
    const listen = (types, listener) =>
      types.split(' ').forEach((type) => addEventListener(type, listener, { capture: true, passive: false }));
    listen('contextmenu dragstart dragover drop selectstart auxclick gesturestart', block);
    listen('click', keep_on_page);
    listen('keydown', block_key);
    listen('wheel', block_zoom);
    listen('mousedown mouseup', block_other_buttons);
    listen('pointerdown keydown wheel', () => (touched_ms = performance.now()));
    // NOTE: a browser reports a late resize as an error that is none.
    addEventListener('error', ({ message }) => /ResizeObserver/.test(message) || mend('error', message, most_wait_ms));
    addEventListener('unhandledrejection', ({ reason }) => mend('error', String(reason), most_wait_ms));
  }

  if (/(^#|&)mode=kiosk(&|$)/.test(location.hash)) root.dataset.mode = 'kiosk';
  stand();
  return {
    is_kiosk,
    is_free,
    is_online_page,
    stand,
    note,
    mend,
    fell,
    reload,
    reload_when_free: () => reload_when_free(forever_ms),
    entries: () => kept().log,
    forget: () => history.replaceState({ ...history.state, kiosk: undefined }, ''),
  };
}
