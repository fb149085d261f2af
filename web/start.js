// Puts the page together and starts the engine in it. Each part is given what it may use of the others, and what the
// engine wants done goes to the part that does it; where no engine can run, or it breaks, the page is the whole text
// again. Knows every part and is known by none; must not know content, nor what a view is.
'use strict';
(() => {
  const root = document.documentElement;
  const page = document.getElementById('page');
  const find = (id) => document.getElementById(id);
  const is_talk = () => ['talk', 'speaker'].includes(root.dataset.mode);
  const views = '.part-node, .part-stop'; // sections that alive.css shows as views
  let reason = ''; // why there is no engine
  let shown_mode = '';
  let is_picked = false; // before the engine ran, by somebody who is looking at it
  let canvas = null;
  let parts = null; // that come with the engine, which alone needs them

  const engine = throughline_engine({ fail: fall_back, after_frame });
  const { send } = engine;
  const dom = throughline_dom(root, page);
  const tell_health = (entry) => send('health', entry);
  const guard = throughline_guard(root, { is_running: engine.is_running, tell: tell_health });
  const address = throughline_address(root, guard);
  const scroll = throughline_scroll(root, page);
  const way_out = throughline_exit(root, { is_kiosk: guard.is_kiosk, is_talk, end });
  throughline_clicks(page, engine, scroll, way_out, go_to);

  // What the engine asks of the page (src/core/command/action.h has them as values).
  const effects = {
    fragment: (view) => address.set(view, 'address'),
    view: (view) => address.set(view, 'entry'),
    copy: (reference) => parts.tools.copy_link(reference),
    scroll: (item) => scroll.await_item(item),
    share: (view) => parts.talk.share(view),
    fullscreen: () => parts.talk.toggle_fullscreen(),
    load: (name) => parts.kiosk.load(name),
    read: () => parts.kiosk.read_files(),
    keep: () => parts.content.keep(),
    'share-content': () => parts.talk.share_content(),
    reset: () => parts.kiosk.reset(),
    reload: () => guard.reload(),
    window: (fragment) => parts.talk.open_speaker(fragment) || engine.send_later('activate', 'notes'),
    print: (notes) => parts.paper.print_soon(notes !== ''),
  };
  // Chromium leaves what it skips (text.css) out of the accessibility tree, so each section of the text is laid out in
  // the end: one at a time, when there is nothing else to do, because that of a thousand cards takes a second or two.
  const when_idle = globalThis.requestIdleCallback ?? ((then) => setTimeout(then, 50));
  const sections = page.getElementsByClassName('part-sections');
  let is_laying_out = false;
  function lay_out_text() {
    const section = sections[0]?.querySelector(':scope > :not([style])');
    if (!section || is_laying_out) return;
    is_laying_out = true;
    when_idle(() => {
      is_laying_out = false;
      section.style.cssText = '--unseen: visible; --room: none';
      lay_out_text();
    });
  }
  function show(json) {
    dom.show(JSON.parse(json));
    lay_out_text(); // it may be another content's
    if (root.dataset.mode === shown_mode) return;
    shown_mode = root.dataset.mode;
    parts.paper.forget();
    scroll.watch_covers();
    parts.events.notice_pointer();
    parts.talk.settle();
    queueMicrotask(parts.kiosk.settle); // it has something to say to the engine, which is still within its call
  }
  function after_frame() {
    scroll.after_frame();
    if (parts) parts.kiosk.after_frame();
  }
  function go_to(target) {
    if (!engine.is_running() && !guard.is_kiosk()) {
      const section = target.matches(views) ? target : null;
      is_picked = section !== null;
      address.show(section);
      address.keep(section ? section.id : '');
    }
    scroll.go_to(target);
  }
  // Another entry, or another address by hand.
  function follow_address() {
    const view = address.read();
    send('route', view);
    if (engine.is_running()) scroll.return_to_top(view);
  }

  // The reader has left: nothing is drawn, answered or written any more.
  function end() {
    address.stop();
    engine.end();
    reason = 'left';
  }
  function fall_back(state, why) {
    if (reason) return;
    const was_kiosk = guard.is_kiosk();
    const was_own = 'own' in root.dataset;
    const was_ready = root.dataset.state === 'ready';
    reason = why;
    engine.end();
    if (canvas) canvas.remove();
    root.dataset.state = state;
    root.dataset.renderer = 'none';
    dom.restore();
    if (was_ready) address.forget_shown();
    lay_out_text();
    if (was_own) {
      // The whole text is another content's.
      root.dataset.own = '';
      document.title = find('absent').firstElementChild.textContent;
    }
    find('status').textContent = find(was_own ? 'absent' : 'fallback').textContent;
    const section = find(address.view());
    if (!was_ready && scroll.is_node_section(section)) go_to(section);
    if (was_kiosk) {
      root.dataset.mode = 'kiosk';
      guard.fell(why);
    }
  }

  function open_parts(stage) {
    const made = throughline_parts;
    const content = made.content(engine);
    const paper = made.paper(page, engine, dom.build_picture, is_talk);
    const events = made.events(root, page, engine, is_talk);
    const tools = made.tools({ address: address.own, tell: (link) => (send('link', link), engine.draw()) });
    const talk = made.talk(root, {
      follow: (view) => send('follow', view),
      peer: (is_there) => send('peer', is_there ? 'present' : 'absent'),
      shared_view: () => engine.text('shared_view'),
      fingerprint: () => engine.text('fingerprint'),
      content: content.shown,
      is_own: () => 'own' in root.dataset,
      take: (name, bytes) => content.offer(name, bytes, true),
    });
    const kiosk = made.kiosk(
      root,
      {
        is_running: engine.is_running,
        tell: tell_health,
        unread: (name, why) => send('unread', name, why),
        presence: (element) => send('presence', events.item_of(element)),
        activate: (item) => send('activate', item),
        edition: (name, bytes) => engine.send_file('edition', name, bytes),
        tick: engine.tick,
        frame_request: engine.frame_request,
        memory_bytes: engine.memory_bytes,
      },
      guard
    );
    return { stage, content, paper, events, tools, talk, kiosk };
  }
  function show_first_view({ stage, content, events, talk }, built_in) {
    stage.tell_size();
    events.send_environment();
    // Not for a moment the content that the page came with.
    if (talk.is_given_content) content.await_other();
    const own = content.kept();
    if (own) send('await', own.name);
    else content.begin({ name: 'brief.json', bytes: built_in });
    send('address', location.protocol.startsWith('http') ? address.own() : '');
    const view = address.read();
    if (view) send(is_picked ? 'takeover' : 'route', view);
    // After the address, which names the view to resume.
    if (own && own.bytes) content.offer(own.name, own.bytes, false);
    engine.draw();
  }
  function listen({ stage, content, paper, events }) {
    scroll.watch_covers();
    content.listen();
    stage.listen();
    paper.listen();
    document.addEventListener('visibilitychange', engine.wake);
    addEventListener('popstate', follow_address);
    events.listen();
  }

  // With the attributes that the engine asks for: a canvas keeps its first context. Waiting for one was half of the
  // engine's start.
  function make_canvas() {
    canvas = document.createElement('canvas');
    canvas.id = 'canvas';
    canvas.setAttribute('aria-hidden', 'true');
    canvas.getContext('webgl2', { alpha: false, depth: false, stencil: false, antialias: false });
  }
  async function start() {
    if (!globalThis.WebAssembly || !globalThis.DecompressionStream)
      throw new Error('this browser cannot run the engine');
    // Files travel while the page paints; but the picture is to be seen before anything is unpacked or run.
    const payload = throughline_payload();
    const fetched = payload.is_beside && payload.load();
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    // While they travel: the canvas gets its context, the page is read, the text is laid out.
    root.dataset.state = 'loading';
    make_canvas();
    dom.read_edition();
    lay_out_text();
    const [wasmBinary, ...data] = await (fetched || payload.load());
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
    const stage = throughline_parts.stage(root, canvas, engine, guard, fall_back);
    stage.measure(); // for the canvas; there is nothing to be told yet
    engine.begin(made, data);
    parts = open_parts(stage);
    show_first_view(parts, data[0]);
    if (!engine.is_running()) return;
    root.dataset.renderer = 'webgl2';
    root.dataset.state = 'ready';
    listen(parts);
  }

  const linked = find(location.hash.slice(1));
  if (scroll.is_node_section(linked)) {
    address.hide();
    address.show(linked);
    scroll.stay_at_top(() => reason !== '');
  }
  globalThis.throughline = Object.freeze({
    recording: () => engine.text('recording'),
    describe: () => (engine.is_running() ? JSON.parse(engine.text('describe')) : null),
    reason: () => reason,
    view: address.view,
  });
  start().catch((error) => fall_back('text', String(error)));
})();
