// What a running engine adds to a public screen (mode=kiosk): it tells the core when somebody is there, carries out
// what the core's clock asks for, reads contents beside the page, watches the engine and keeps the site's files. Time
// and rules are the core's. Knows nothing of what the views say.
'use strict';
function throughline_kiosk(root, page, guard) {
  const corner_px = 80;
  const gesture_ms = 8000;
  const presence_ms = 1000;
  const beat_ms = 1000;
  const stuck_beats = 10;
  const update_beats = 3600;
  const most_memory_bytes = 192 * 1024 * 1024;
  const forever_ms = 1e9;
  const most_file_bytes = 5 * 1024 * 1024; // the core refuses less, in words
  const looks = new CSSStyleSheet();
  let is_listening = false;
  let is_reset_due = false;
  let swallow_click_until_ms = -Infinity;

  // ---- Somebody is there.
  let told_ms = -Infinity;
  function tell_presence(event) {
    if (!guard.is_kiosk()) return false;
    if (root.dataset.phase === 'visit' && performance.now() - told_ms < presence_ms) return false;
    told_ms = performance.now();
    return page.presence(event.target);
  }
  // A key that has ended the loop or the question means nothing more.
  function on_key(event) {
    const is_taken = tell_presence(event);
    const is_staff = event.ctrlKey && event.altKey && event.code === 'KeyK';
    if (is_staff && guard.is_kiosk()) page.activate('staff');
    if (!is_taken && !is_staff) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
  const on_wheel = (event) => tell_presence(event) && event.preventDefault();
  // A finger that scrolls is cancelled as a pointer.
  const on_touchmove = (event) => root.dataset.phase === 'visit' && tell_presence(event);

  // The staff's way in: the four corners, clockwise from the top left.
  let corners = 0;
  let first_corner_ms = 0;
  function corner_of({ clientX: x, clientY: y }) {
    const [left, top] = [x < corner_px, y < corner_px];
    const [right, bottom] = [x > innerWidth - corner_px, y > innerHeight - corner_px];
    return [left && top, right && top, right && bottom, left && bottom].indexOf(true);
  }
  function follow_corners(event) {
    const corner = corner_of(event);
    if (performance.now() - first_corner_ms > gesture_ms || corner !== corners) corners = 0;
    if (corner !== corners) return;
    if (corner === 0) first_corner_ms = performance.now();
    corners = (corners + 1) % 4;
    if (corners > 0) return;
    page.activate('staff');
    // What lies in the last corner is not meant.
    swallow_click_until_ms = performance.now() + 400;
  }
  function on_pointerup(event) {
    tell_presence(event);
    if (guard.is_kiosk()) follow_corners(event);
  }
  function on_click(event) {
    if (performance.now() > swallow_click_until_ms) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  // ---- As it was when the page was opened: what the core does not know of.
  function clean() {
    is_reset_due = false;
    for (const part of document.querySelectorAll('*')) {
      if (part.scrollTop || part.scrollLeft) part.scrollTo({ top: 0, left: 0, behavior: 'instant' });
    }
    for (const details of document.querySelectorAll('details[open]')) details.open = false;
    document.activeElement.blur();
    getSelection().removeAllRanges();
    read_files();
    seek_update();
  }

  // ---- Contents beside the page. Each is read again at each restart, and handed on when its bytes have changed.
  const outcomes = new Map(); // of each file's last reading
  function read_from_disk(name) {
    return new Promise((resolve, fail) => {
      const request = new XMLHttpRequest();
      request.open('GET', name);
      request.responseType = 'arraybuffer';
      request.onload = () => resolve(request.response);
      request.onerror = () => fail(new Error());
      request.send();
    });
  }
  async function read_from_host(name) {
    const response = await fetch(name, { cache: 'no-cache' });
    if (!response.ok) throw new Error(String(response.status));
    return response.arrayBuffer();
  }
  // FNV-1a of Fowler, Noll and Vo: enough to see that an author has saved.
  const mark_of = (bytes) =>
    bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 16777619), 2166136261) + bytes.length * 4294967296;
  async function read_file(name) {
    try {
      const whole = await (guard.is_online_page ? read_from_host(name) : read_from_disk(name));
      const bytes = new Uint8Array(whole).subarray(0, most_file_bytes);
      const mark = mark_of(bytes);
      if (!guard.is_kiosk() || outcomes.get(name) === mark) return;
      outcomes.set(name, mark);
      page.tick(); // the core's log tells the time by it
      page.edition(name, bytes);
    } catch (error) {
      const why = String(error);
      if (outcomes.get(name) === why) return;
      outcomes.set(name, why);
      page.unread(name, error.message);
      if (guard.is_online_page) guard.note('unread', `${name} (${error.message})`);
      else guard.note('unread-disk', name);
    }
  }
  const read_files = () => Array.from(outcomes.keys(), read_file);
  function load(name) {
    outcomes.set(name, '');
    read_file(name);
  }

  // ---- The engine's pulse: a frame that was asked for is drawn, and memory stays within its mark.
  let beats = 0;
  let awaited_request = 0;
  let awaited_beats = 0;
  function beat() {
    setTimeout(beat, beat_ms);
    if (!guard.is_kiosk() || !page.is_running()) return;
    const request = document.hidden ? 0 : page.frame_request();
    awaited_beats = request !== 0 && request === awaited_request ? awaited_beats + 1 : 0;
    awaited_request = request;
    if (awaited_beats >= stuck_beats) guard.mend('stuck', '', 0);
    const memory_bytes = page.memory_bytes();
    if (memory_bytes > most_memory_bytes) guard.mend('memory', Math.round(memory_bytes / 1048576), forever_ms);
    if (++beats % update_beats === 0) seek_update();
    if (guard.is_free()) take_update();
  }

  // ---- The site's own files, for a start without a network; in this mode alone. A new version waits until nobody is
  // there.
  const workers = guard.is_online_page && document.getElementById('payload') ? navigator.serviceWorker : null;
  let registration = null;
  let is_update_taken = false;
  async function keep_files() {
    if (!workers || registration) return;
    let is_kept = workers.controller !== null;
    workers.addEventListener('controllerchange', () => {
      const is_update = is_kept && guard.is_kiosk();
      is_kept = true;
      if (!is_update) return;
      guard.note('update');
      guard.reload_when_free();
    });
    registration = await workers.register('service_worker.js').catch(() => null);
  }
  const seek_update = () => registration && registration.update().catch(() => {});
  function take_update() {
    if (!registration || !registration.waiting || is_update_taken) return;
    is_update_taken = true;
    registration.waiting.postMessage('activate');
  }
  async function let_go_of_files() {
    const kept = registration || (await workers.getRegistration());
    registration = null;
    if (!kept) return;
    await kept.unregister();
    for (const name of await caches.keys()) {
      if (name.startsWith(`throughline ${kept.scope} `)) await caches.delete(name);
    }
  }

  // After each change of the view's mode.
  function settle() {
    if (!guard.is_kiosk()) {
      if (is_listening) guard.forget();
      if (workers && (registration || workers.controller)) let_go_of_files().catch(() => {});
      return;
    }
    guard.stand();
    keep_files();
    if (is_listening) return;
    is_listening = true;
    guard.entries().forEach(page.tell);
    guard.note('started');
    addEventListener('keydown', on_key, true);
    addEventListener('pointerup', on_pointerup, true);
    addEventListener('click', on_click, true);
    addEventListener('wheel', on_wheel, { capture: true, passive: false });
    addEventListener('touchmove', on_touchmove, { capture: true, passive: true });
    beat();
  }

  // Not in the page's own style: a phone would wait for what it never shows.
  looks.replaceSync(throughline_kiosk_style);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, looks];

  function after_frame() {
    if (is_reset_due) clean();
  }
  return { settle, load, read_files, reset: () => (is_reset_due = true), after_frame };
}
