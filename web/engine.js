// The engine as the rest of the page has it: inputs go in as lines of text (src/core/command/input.h), files as their
// bytes, and what it has to say comes out as text. It is called for a frame when it wants one, and at the time that it
// names. Knows WebAssembly's memory and clocks; must not know the DOM, the address or what an input means.
'use strict';
function throughline_engine(page) {
  const started_ms = performance.now();
  let module = null;
  let time_ms = 0;
  let frame_request = 0;
  let tick_timer = 0;
  const is_running = () => module !== null;
  const now = () => (time_ms = Math.max(time_ms, performance.now() - started_ms));
  const encode = (text) => (text === '' ? '-' : text === '-' ? '%2D' : encodeURIComponent(text));

  // Nothing comes of it where no engine runs, or where this very call has broken it.
  function attempt(action) {
    if (!module) return undefined;
    try {
      return action();
    } catch (error) {
      return page.fail('error', String(error));
    }
  }
  const call = (name, ...values) => attempt(() => module[`_throughline_${name}`](...values));
  const text = (name, ...values) => (module ? module.UTF8ToString(module[`_throughline_${name}`](...values)) : '');

  // Hands texts and bytes over as pointers and takes the memory back.
  function with_memory(values, action) {
    const pointers = values.map((value) => {
      const bytes = typeof value === 'string' ? new TextEncoder().encode(`${value}\0`) : value;
      const pointer = module._malloc(bytes.length || 1);
      module.HEAPU8.set(bytes, pointer);
      return pointer;
    });
    const result = action(...pointers);
    for (const pointer of pointers) module._free(pointer);
    return result;
  }

  // True when the engine took the event, so that the browser should not.
  function send(verb, ...words) {
    if (!module) return false;
    const line = [now().toFixed(2), verb, ...words.map(encode)].join(' ');
    const is_handled = attempt(() => with_memory([line], (pointer) => module._throughline_input(pointer)));
    go_on();
    return is_handled === 1;
  }
  // What an effect makes the page say comes after the call that the effect is part of.
  const send_later = (verb, ...words) => queueMicrotask(() => send(verb, ...words));
  function send_file(kind, name, bytes, ...values) {
    attempt(() =>
      with_memory([name, bytes], (...pointers) =>
        module[`_throughline_${kind}`](...pointers, bytes.length, ...values, now())
      )
    );
    go_on();
  }

  // Whatever it was told may ask for a frame, or for a time of day.
  function go_on() {
    wake();
    clearTimeout(tick_timer);
    const next_ms = module ? module._throughline_next_tick() : -1;
    if (next_ms >= 0) tick_timer = setTimeout(tick, Math.max(0, next_ms - now()));
  }
  const tick = () => send('tick', Date.now(), -new Date().getTimezoneOffset());
  function draw() {
    frame_request = 0;
    if (call('frame', now()) === 1) wake();
    page.after_frame();
  }
  function wake() {
    if (!module || frame_request || document.hidden) return;
    frame_request = requestAnimationFrame(draw);
  }

  // Throws the engine's own words where it cannot begin.
  function begin(made, data) {
    module = made;
    const code = with_memory(data, (...pointers) =>
      module._throughline_start(...pointers.flatMap((pointer, i) => [pointer, data[i].length]))
    );
    if (code !== 0) throw new Error(text('error'));
  }
  function end() {
    module = null;
    cancelAnimationFrame(frame_request);
  }

  return {
    begin,
    end,
    is_running,
    call,
    text,
    send,
    send_later,
    send_file,
    tick,
    draw,
    wake,
    frame_request: () => frame_request,
    memory_bytes: () => module.HEAPU8.length,
  };
}
