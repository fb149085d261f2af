// Between the page and the engine: the engine's Page goes to dom.js, the page's events go to the engine as Input lines
// (src/core/command/input.h). It knows no content and keeps no state but what a browser forces on it; without an engine the page
// stays the whole text that it is.
'use strict';
(() => {
  const root = document.documentElement;
  const page = document.getElementById('page');
  const find = (id) => document.getElementById(id);
  const most_pixels = 8.4e6;
  const most_pixels_a_side = 8192;
  const most_file_bytes = 5 * 1024 * 1024;
  const prefers_dark = matchMedia('(prefers-color-scheme: dark)');
  const prefers_contrast = matchMedia('(prefers-contrast: more), (forced-colors: active)');
  const prefers_stillness = matchMedia('(prefers-reduced-motion: reduce)');
  const dom = throughline_dom(root, page);
  const guard = throughline_guard(root, { is_running: () => engine !== null, tell: (entry) => send(`health ${encode(entry)}`) });
  let engine = null;
  let canvas = null;
  let reason = ''; // why there is no engine

  // ---- Going to a place in the page, or away from it. No history entry is ever made.
  let awaited_item = ''; // to be scrolled to when the frame that shows it stands
  let view_at_ms = -Infinity;
  let view_timer = 0;
  let late_view = null; // what is still to be written, as write_view takes it

  const is_node_section = (target) => target !== null && target.matches('.part-node');
  // The page's own address, and the view that follows it: kept there, or in the entry's state, where no history shows it.
  const address = () => location.href.split('#')[0];
  const current_view = () => location.hash.slice(1) || (history.state && history.state.view) || '';
  const usual_place = () => (root.dataset.traces === 'fewest' && !guard.is_kiosk() ? 'entry' : 'address');
  function write_view(view, place) {
    const is_bare = place === 'entry';
    history.replaceState({ ...history.state, view: is_bare ? view : '' }, '', view && !is_bare ? `#${view}` : address());
  }
  // What the address or a reload asks for. One that somebody followed here is in the history; it need not stay in sight.
  function read_view() {
    const view = current_view();
    if (location.hash && usual_place() === 'entry') write_view(view, 'entry');
    return view;
  }
  function set_view(view, place) {
    clearTimeout(view_timer);
    late_view = [view, place];
    const wait_ms = view_at_ms + 350 - performance.now(); // WebKit allows 100 replacements in 30 s
    if (wait_ms > 0) return void (view_timer = setTimeout(set_view, wait_ms, view, place));
    view_at_ms = performance.now();
    late_view = null;
    write_view(view, place);
  }

  function go_to(target) {
    awaited_item = '';
    if (!engine && !guard.is_kiosk()) write_view(target.id, usual_place());
    target.scrollIntoView();
    if (!target.matches('a, button, input, [tabindex]')) {
      target.tabIndex = -1;
      target.addEventListener('blur', () => target.removeAttribute('tabindex'), { once: true });
    }
    target.focus({ preventScroll: true });
  }
  function scroll_to_awaited() {
    const target = find(awaited_item);
    awaited_item = '';
    if (target) target.scrollIntoView({ block: 'nearest', behavior: prefers_stillness.matches ? 'auto' : 'smooth' });
  }

  // The reader has left: nothing is drawn, answered or written any more.
  function end() {
    clearTimeout(view_timer);
    late_view = null;
    engine = null;
    reason = 'left';
  }

  // ---- Calls into the engine.
  const started_ms = performance.now();
  let time_ms = 0;
  let frame_request = 0;
  const now = () => (time_ms = Math.max(time_ms, performance.now() - started_ms));
  const encode = (text) => (text === '' ? '-' : text === '-' ? '%2D' : encodeURIComponent(text));
  const engine_text = (name) => engine.UTF8ToString(engine[name]());

  function attempt(action) {
    try {
      return action();
    } catch (error) {
      return fall_back('error', String(error));
    }
  }

  // Hands texts and bytes over as pointers and takes the memory back.
  function with_memory(values, action) {
    const pointers = values.map((value) => {
      const bytes = typeof value === 'string' ? new TextEncoder().encode(`${value}\0`) : value;
      const pointer = engine._malloc(bytes.length || 1);
      engine.HEAPU8.set(bytes, pointer);
      return pointer;
    });
    const result = action(...pointers);
    for (const pointer of pointers) engine._free(pointer);
    return result;
  }

  // True when the engine took the event, so that the browser should not.
  function send(event) {
    if (!engine) return false;
    const is_handled = attempt(() => with_memory([`${now().toFixed(2)} ${event}`], (line) => engine._throughline_input(line)));
    wake();
    await_tick();
    return is_handled === 1;
  }
  let tick_timer = 0;
  function await_tick() {
    clearTimeout(tick_timer);
    const next_ms = engine ? engine._throughline_next_tick() : -1;
    if (next_ms >= 0) tick_timer = setTimeout(tick, Math.max(0, next_ms - now()));
  }
  const tick = () => send(`tick ${Date.now()} ${-new Date().getTimezoneOffset()}`);
  // What an effect makes the page say comes after the call that the effect is part of.
  const send_later = (event) => queueMicrotask(() => send(event));

  // ---- The content that is shown, as it came: kept where a reload finds it, and told a talk's other window. What is opened is
  // in the entry's state because nothing of a page may be stored; one that is too large for that leaves its name there.
  let content = null; // {name, bytes}
  let offered = null; // the same, while the engine looks at it
  const kept_content = () => (history.state && history.state.own) || null;
  function keep_content() {
    content = offered;
    const keep = (own) => history.replaceState({ ...history.state, own }, '');
    try {
      keep(content);
    } catch {
      keep({ name: content.name, bytes: null });
    }
  }
  function offer_content(name, bytes, is_handed_over, size_bytes = bytes.length, place = 0) {
    if (!engine) return;
    offered = { name, bytes };
    attempt(() => with_memory([name, bytes], (text, pointer) => engine._throughline_content(text, pointer, bytes.length, is_handed_over ? 1 : 0, size_bytes, place, now())));
    offered = null;
    wake();
    await_tick();
  }

  let talk = null; // comes with the engine, as the next ones do
  let kiosk = null;
  let tools = null;
  const effects = {
    fragment: (view) => set_view(view, 'address'),
    view: (view) => set_view(view, 'entry'),
    copy: (reference) => tools.copy_link(reference),
    scroll: (item) => (awaited_item = item),
    share: (view) => talk.share(view),
    fullscreen: () => talk.toggle_fullscreen(),
    load: (name) => kiosk.load(name),
    read: () => kiosk.read_files(),
    keep: () => keep_content(),
    'share-content': () => talk.share_content(),
    reset: () => kiosk.reset(),
    reload: () => guard.reload(),
    window: (fragment) => talk.open_speaker(fragment) || send_later('activate notes'),
    // Not within the engine's call: printing asks it for the handout.
    print: (notes) => ((asks_for_notes = notes !== ''), setTimeout(print)),
  };
  function draw() {
    frame_request = 0;
    if (engine && attempt(() => engine._throughline_frame(now())) === 1) wake();
    // The stage may yet change its height for what the frame shows; in the next one everything has its place.
    if (awaited_item) requestAnimationFrame(scroll_to_awaited);
    if (kiosk) kiosk.after_frame();
  }
  function wake() {
    if (!engine || frame_request || document.hidden) return;
    frame_request = requestAnimationFrame(draw);
  }

  // ---- The stage's size; true when it changed.
  let measured = '';
  function measure() {
    if (!find('stage')) return false; // the reader has left
    const box = find('stage').getBoundingClientRect();
    if (box.width < 1 || box.height < 1) return false;
    const ratio = Math.min(devicePixelRatio, Math.sqrt(most_pixels / (box.width * box.height)), most_pixels_a_side / Math.max(box.width, box.height));
    // As many pixels as the box covers on the screen once its edges are snapped.
    const width = Math.max(1, Math.round(box.right * ratio) - Math.round(box.left * ratio));
    const height = Math.max(1, Math.round(box.height * ratio));
    const form = getComputedStyle(root).getPropertyValue('--form').trim();
    const text_scale = parseFloat(getComputedStyle(canvas).fontSize) / 16;
    const size = `resize ${box.width.toFixed(2)} ${box.height.toFixed(2)} ${(width / box.width).toFixed(4)} ${form} ${text_scale.toFixed(3)}`;
    if (size === measured) return false;
    measured = size;
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    send(size);
    return true;
  }
  const watch_ratio = () =>
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => (measure(), watch_ratio()), { once: true });
  const send_environment = () =>
    send(`environment ${prefers_dark.matches ? 'dark' : 'light'} ${prefers_stillness.matches ? 'still' : 'moving'} ${prefers_contrast.matches ? 'contrast' : 'plain'}`);

  // ---- Events.
  const has_modifier = (event) => event.ctrlKey || event.metaKey || event.altKey;
  const item_of = (element) => (element instanceof Node && page.contains(element) ? element.closest('[id]').id : '');

  function on_click(event) {
    const control = event.target.closest('a, button');
    if (!control || !page.contains(control)) {
      // The end of a drag, which is nobody's click.
      if (find('stage').contains(event.target)) send('activate -');
      return;
    }
    const href = control.getAttribute('href');
    if (href !== null && (event.shiftKey || has_modifier(event))) return; // for a tab or a window of its own
    if (href !== null) event.preventDefault();
    if (control.id === 'leave') return way_out.leave();
    if (control.id === 'leave-alone') return way_out.open_alone();
    if (control.id === 'sheet') {
      control.setAttribute('aria-expanded', String(control.getAttribute('aria-expanded') !== 'true'));
      awaited_item = `node:${root.dataset.selected}`; // not to be hidden by what speaks of it
    }
    const target = href !== null && href.startsWith('#') ? find(href.slice(1)) : null;
    const item = control.id || (is_node_section(target) ? `go:href:${target.id}` : '');
    const is_handled = item && control.getAttribute('aria-disabled') !== 'true' && send(`activate ${encode(item)}`);
    if (target && !(is_handled && control.id.startsWith('go:'))) go_to(target);
  }
  const keys_of_the_browser = ['Tab', 'Enter', 'Shift', 'Control', 'Alt', 'Meta', 'F5', 'F6', 'Unidentified'];
  const is_talk = () => ['talk', 'speaker'].includes(root.dataset.mode);
  function on_key(event) {
    // A clicker starts a show by loading the page again, which must not land on the step before.
    if (event.key === 'F5' && late_view) write_view(...late_view);
    if (event.isComposing || has_modifier(event) || keys_of_the_browser.includes(event.key)) return;
    if (event.target.closest('input:not([type="file"]), select, textarea') && !(event.target.readOnly && event.key === 'Escape')) return;
    if (event.key === ' ' && (!is_talk() || event.target.closest('a, button, summary'))) return;
    // A single character is a shortcut only within the diagram's part of the page: elsewhere it may be a voice's word. In a
    // talk there is no other part, and letters can be turned off.
    if (event.key.length === 1 && !is_talk() && !find('diagram').contains(event.target)) return;
    const press = `${event.shiftKey ? 'shift' : ''}${event.shiftKey && event.repeat ? '-' : ''}${event.repeat ? 'repeat' : ''}` || 'plain';
    if (send(`key ${encode(event.key)} ${press} ${encode(item_of(event.target))}`)) event.preventDefault();
  }
  // The controls of a talk are out of the way while nobody moves a pointer.
  let idle_timer = 0;
  function notice_pointer() {
    clearTimeout(idle_timer);
    if ('idle' in root.dataset) delete root.dataset.idle;
    if (is_talk()) idle_timer = setTimeout(() => (root.dataset.idle = ''), 3000);
  }
  let focused_item = '';
  function send_focus() {
    // A pointer's focus is no wish to see where it is.
    const item = document.activeElement.matches(':focus-visible') ? item_of(document.activeElement) : '';
    // A browser is content with a part of it.
    if (item && is_talk()) document.activeElement.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (item !== focused_item) send(`focus ${encode((focused_item = item))}`);
  }

  function listen_to_pointers(stage) {
    const down = new Set();
    const position = (event) => {
      const box = stage.getBoundingClientRect();
      return `${(event.clientX - box.left).toFixed(2)} ${(event.clientY - box.top).toFixed(2)}`;
    };
    const send_pointer = (phase, event) =>
      send(`pointer ${phase} ${['touch', 'pen'].includes(event.pointerType) ? event.pointerType : 'mouse'} ${event.pointerId} ${position(event)}`);
    stage.addEventListener('pointerdown', (event) => event.button === 0 && down.add(event.pointerId) && send_pointer('down', event));
    stage.addEventListener('pointermove', (event) => {
      // Captured only once it is a drag, so that a click stays one.
      if (send_pointer('move', event) && down.has(event.pointerId)) stage.setPointerCapture(event.pointerId);
    });
    stage.addEventListener('pointerleave', (event) => down.has(event.pointerId) || send_pointer('leave', event));
    document.addEventListener('pointerup', (event) => down.delete(event.pointerId) && send_pointer('up', event));
    document.addEventListener('pointercancel', (event) => down.delete(event.pointerId) && send_pointer('cancel', event));
    stage.addEventListener('wheel', (event) => {
      const delta_px = event.deltaY * [1, 16, stage.clientHeight][event.deltaMode];
      if (send(`wheel ${position(event)} ${delta_px.toFixed(2)} ${event.ctrlKey ? 'control' : 'plain'}`)) event.preventDefault();
    }, { passive: false });
  }
  // Of a file too large to be one the beginning and the size are told; of several at once each is answered.
  async function open_files(files) {
    for (const [place, file] of [...files].entries()) {
      const bytes = new Uint8Array(await file.slice(0, most_file_bytes).arrayBuffer().catch(() => [])); // a folder has none
      offer_content(file.name, bytes, false, file.size, place);
    }
  }

  function listen_to_files() {
    const keep = (event) => event.dataTransfer.types.includes('Files') && event.preventDefault();
    document.addEventListener('dragover', keep);
    document.addEventListener('drop', (event) => {
      keep(event);
      open_files(event.dataTransfer.files);
    });
    document.addEventListener('change', (event) => {
      if (event.target.type !== 'file') return;
      open_files(event.target.files);
      event.target.value = '';
    });
  }

  function listen_to_context() {
    let timer = 0;
    canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault();
      if (!engine) return;
      if (guard.is_kiosk()) guard.note('context-lost');
      attempt(() => engine._throughline_context_lost());
      timer = setTimeout(fall_back, 10000, 'text', 'the graphics context was lost and did not come back');
    });
    canvas.addEventListener('webglcontextrestored', () => {
      clearTimeout(timer);
      if (guard.is_kiosk()) guard.note('context-back');
      if (engine && attempt(() => engine._throughline_context_restored())) fall_back('text', engine_text('_throughline_error'));
      wake();
    });
  }

  // What header and sheet cover is no place to scroll to, however large the reader's words make them.
  const covers = () => [page.querySelector('header'), find('dock')];
  const cover_observer = new ResizeObserver(() => (root.style.scrollPaddingBlock = covers().map((cover) => `${cover ? cover.offsetHeight : 0}px`).join(' ')));
  // Anew with each mode, because a talk has neither panel nor controls below it.
  function watch_covers() {
    cover_observer.disconnect();
    for (const cover of covers()) if (cover) cover_observer.observe(cover);
  }

  function listen() {
    watch_covers();
    listen_to_pointers(find('stage'));
    listen_to_files();
    listen_to_context();
    watch_ratio();
    new ResizeObserver(() => measure() && draw()).observe(find('stage'));
    document.addEventListener('keydown', on_key);
    // Later, because a patch moves the focus too, and the engine must not be called from within its own call.
    document.addEventListener('focusin', () => queueMicrotask(send_focus));
    document.addEventListener('focusout', (event) => event.relatedTarget || queueMicrotask(send_focus));
    document.addEventListener('visibilitychange', wake);
    document.addEventListener('pointermove', notice_pointer, { passive: true });
    document.addEventListener('pointerdown', notice_pointer, { passive: true });
    addEventListener('beforeprint', prepare_print);
    addEventListener('afterprint', () => unprint());
    // Where no `afterprint` comes.
    matchMedia('print').addEventListener('change', ({ matches }) => matches || unprint());
    for (const query of [prefers_dark, prefers_stillness, prefers_contrast]) query.addEventListener('change', send_environment);
    // Another entry, or another address by hand.
    addEventListener('popstate', () => {
      const view = read_view();
      send(`route ${encode(view)}`);
      // The browser scrolls to a node's section in the text, once more when it draws, and the view is in the diagram.
      if (engine && (!find(view) || is_node_section(find(view)))) requestAnimationFrame(() => setTimeout(scrollTo, 0, 0, 0));
    });
  }

  // ---- Paper. The canvas does not print, so the picture of this very view takes its place, and proofs lie open.
  let asks_for_notes = false; // for the next time alone
  let unprint = () => {};
  function prepare_print() {
    unprint();
    if (!engine) return;
    const picture = dom.build_picture(JSON.parse(engine.UTF8ToString(engine._throughline_handout(asks_for_notes ? 1 : 0))));
    asks_for_notes = false;
    const closed = Array.from(page.querySelectorAll('details:not([open])'));
    for (const details of closed) details.open = true;
    (is_talk() ? document.body : find('picture')).prepend(picture);
    unprint = () => {
      picture.remove();
      for (const details of closed) details.open = false;
      unprint = () => {};
    };
  }

  let shown_mode = '';
  function show(json) {
    dom.show(JSON.parse(json));
    if (root.dataset.mode === shown_mode) return;
    shown_mode = root.dataset.mode;
    unprint();
    asks_for_notes = false;
    watch_covers();
    notice_pointer();
    talk.settle();
    queueMicrotask(kiosk.settle); // it has something to say to the engine, which is still within its call
  }

  // ---- Start and end.
  function fall_back(state, why) {
    if (reason) return;
    const was_kiosk = guard.is_kiosk();
    const was_own = 'own' in root.dataset;
    const was_ready = root.dataset.state === 'ready';
    reason = why;
    engine = null;
    cancelAnimationFrame(frame_request);
    if (canvas) canvas.remove();
    root.dataset.state = state;
    root.dataset.renderer = 'none';
    dom.restore();
    if (was_own) {
      // The whole text is another content's.
      root.dataset.own = '';
      document.title = find('absent').firstElementChild.textContent;
    }
    find('status').textContent = find(was_own ? 'absent' : 'fallback').textContent;
    const section = find(current_view());
    if (!was_ready && is_node_section(section)) go_to(section);
    if (was_kiosk) {
      root.dataset.mode = 'kiosk';
      guard.fell(why);
    }
  }

  async function read_bytes(response) {
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }
  async function inflate(text) {
    return read_bytes(new Response(new Blob([throughline_base91(text)]).stream().pipeThrough(new DecompressionStream('deflate-raw'))));
  }

  // The engine's parts, from within the one file or from beside the site's page. The glue runs; the rest is returned.
  async function load() {
    const urls = find('payload') && JSON.parse(find('payload').textContent);
    const load_part = (name) => (urls ? fetch(urls[name]).then(read_bytes) : inflate(find(`payload-${name}`).textContent));
    const load_face = async (weight) => {
      const bytes = await load_part(`font-${weight}`);
      document.fonts.add(await new FontFace('Inter', bytes, { weight }).load());
      return bytes;
    };
    const glue = document.createElement('script');
    const glue_ran = new Promise((resolve, fail) => {
      if (!urls) return resolve(load_part('glue').then((bytes) => (glue.textContent = new TextDecoder().decode(bytes))));
      glue.onload = resolve;
      glue.onerror = () => fail(new Error('the engine could not be loaded'));
      glue.src = urls.glue;
    });
    if (urls) document.head.append(glue);
    const [, ...bytes] = await Promise.all([glue_ran, ...['wasm', 'content'].map(load_part), ...['400', '600'].map(load_face)]);
    if (!urls) document.head.append(glue);
    return bytes;
  }

  async function start() {
    if (!globalThis.WebAssembly || !globalThis.DecompressionStream) throw new Error('this browser cannot run the engine');
    // Files travel while the page paints; but the picture is to be seen before anything is unpacked or run.
    const fetched = find('payload') && load();
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    // While they travel: the text is laid out (style.css), the canvas gets its context, the page is read.
    root.dataset.state = 'loading';
    canvas = document.createElement('canvas');
    canvas.id = 'canvas';
    canvas.setAttribute('aria-hidden', 'true');
    // The attributes that the engine asks for: a canvas keeps its first context. Waiting for one was half of the engine's start.
    canvas.getContext('webgl2', { alpha: false, depth: false, stencil: false, antialias: false });
    dom.read_edition();
    const [wasmBinary, ...data] = await (fetched || load());
    const made = await createEngine({
      canvas,
      wasmBinary,
      onAbort: (what) => fall_back('error', String(what)),
      patch: show,
      effect: (kind, value) => effects[kind](value),
      frames: (drawn) => (root.dataset.frames = drawn),
    });
    // From here to the first frame in one go, because a context that has drawn nothing is black.
    find('picture').append(canvas);
    measure(); // for the canvas; there is nothing to be told yet
    engine = made;
    const code = with_memory(data, (content, regular, semibold) =>
      engine._throughline_start(content, data[0].length, regular, data[1].length, semibold, data[2].length));
    if (code !== 0) throw new Error(engine_text('_throughline_error'));
    tools = throughline_tools({ address, tell: (link) => (send(`link ${encode(link)}`), draw()) });
    talk = throughline_talk(root, {
      follow: (view) => send(`follow ${encode(view)}`),
      peer: (is_there) => send(`peer ${is_there ? 'present' : 'absent'}`),
      shared_view: () => (engine ? engine_text('_throughline_shared_view') : ''),
      fingerprint: () => (engine ? engine_text('_throughline_fingerprint') : ''),
      content: () => content,
      is_own: () => 'own' in root.dataset,
      take: (name, bytes) => offer_content(name, bytes, true),
    });
    kiosk = throughline_kiosk(root, {
      is_running: () => engine !== null,
      tell: (entry) => send(`health ${encode(entry)}`),
      unread: (name, why) => send(`unread ${encode(name)} ${encode(why)}`),
      presence: (element) => send(`presence ${encode(item_of(element))}`),
      activate: (item) => send(`activate ${item}`),
      edition: (name, bytes) => (attempt(() => with_memory([name, bytes], (file, pointer) => engine._throughline_edition(file, pointer, bytes.length, now()))), wake(), await_tick()),
      tick,
      frame_request: () => frame_request,
      memory_bytes: () => engine.HEAPU8.length,
    }, guard);
    measured = '';
    measure();
    send_environment();
    // Not for a moment the content that the page came with.
    if (talk.is_given_content) history.replaceState({ ...history.state, own: { name: '', bytes: null } }, '');
    const own = kept_content();
    content = own ? null : { name: 'brief.json', bytes: data[0] };
    if (own) send(`await ${encode(own.name)}`);
    send(`address ${encode(location.protocol.startsWith('http') ? address() : '')}`);
    const view = read_view();
    if (view) send(`route ${encode(view)}`);
    // After the address, which names the view to resume.
    if (own && own.bytes) offer_content(own.name, own.bytes, false);
    draw();
    if (!engine) return;
    root.dataset.renderer = 'webgl2';
    root.dataset.state = 'ready';
    listen();
    send_focus();
  }

  // A view of one node has the id of its section in the text, and the browser would scroll there, away from the view.
  if (is_node_section(find(location.hash.slice(1)))) {
    write_view(current_view(), 'entry');
    scrollTo(0, 0);
    // Firefox goes on scrolling to the fragment that it was opened with until all has loaded, whatever the address says by then.
    let has_moved = false;
    for (const type of ['wheel', 'touchstart', 'pointerdown', 'keydown']) addEventListener(type, () => (has_moved = true), { capture: true, once: true, passive: true });
    addEventListener('load', () => setTimeout(() => reason || has_moved || scrollTo(0, 0)));
  }
  document.addEventListener('click', on_click);
  const way_out = throughline_exit(root, { is_kiosk: guard.is_kiosk, is_talk, end });
  globalThis.throughline = Object.freeze({
    recording: () => (engine ? engine_text('_throughline_recording') : ''),
    describe: () => (engine ? JSON.parse(engine_text('_throughline_describe')) : null),
    reason: () => reason,
    view: current_view,
  });
  start().catch((error) => fall_back('text', String(error)));
})();
