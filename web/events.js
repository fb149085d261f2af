// The browser's events as inputs of a running engine: keys, focus, pointers, and what the reader's system prefers.
// Knows which of them are the browser's own and which are nobody's; must not know what an input means, which is for the
// core (program/intent.cpp).
'use strict';
function throughline_events(root, page, engine, is_talk) {
  const idle_ms = 3000;
  const prefers_dark = matchMedia('(prefers-color-scheme: dark)');
  const prefers_contrast = matchMedia('(prefers-contrast: more), (forced-colors: active)');
  const prefers_stillness = matchMedia('(prefers-reduced-motion: reduce)');
  const keys_of_the_browser = ['Tab', 'Enter', 'Shift', 'Control', 'Alt', 'Meta', 'F5', 'F6', 'Unidentified'];
  const find = (id) => document.getElementById(id);
  const has_modifier = (event) => event.ctrlKey || event.metaKey || event.altKey;
  const item_of = (element) => (element instanceof Node && page.contains(element) ? element.closest('[id]').id : '');

  function on_key(event) {
    const { key, target } = event;
    if (event.isComposing || has_modifier(event) || keys_of_the_browser.includes(key)) return;
    const is_written =
      target.closest('input:not([type="file"]), select, textarea') && !(target.readOnly && key === 'Escape');
    if (is_written) return;
    if (key === ' ' && (!is_talk() || target.closest('a, button, summary'))) return;
    // A single character is a shortcut only within the diagram's part of the page: elsewhere it may be a voice's word.
    // In a talk there is no other part, and letters can be turned off.
    if (key.length === 1 && !is_talk() && !find('diagram').contains(target)) return;
    if (engine.send('key', key, event.repeat ? 'repeat' : 'plain', item_of(target))) event.preventDefault();
  }

  let focused_item = '';
  function send_focus() {
    // A pointer's focus is no wish to see where it is.
    const item = document.activeElement.matches(':focus-visible') ? item_of(document.activeElement) : '';
    // A browser is content with a part of it.
    if (item && is_talk()) document.activeElement.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (item !== focused_item) engine.send('focus', (focused_item = item));
  }

  // The controls of a talk are out of the way while nobody moves a pointer.
  let idle_timer = 0;
  function notice_pointer() {
    clearTimeout(idle_timer);
    if ('idle' in root.dataset) delete root.dataset.idle;
    if (is_talk()) idle_timer = setTimeout(() => (root.dataset.idle = ''), idle_ms);
  }

  function listen_to_pointers(stage) {
    const down = new Set();
    const position = (event) => {
      const box = stage.getBoundingClientRect();
      return [(event.clientX - box.left).toFixed(2), (event.clientY - box.top).toFixed(2)];
    };
    const send = (phase, event) => {
      const kind = ['touch', 'pen'].includes(event.pointerType) ? event.pointerType : 'mouse';
      return engine.send('pointer', phase, kind, event.pointerId, ...position(event));
    };
    stage.addEventListener(
      'pointerdown',
      (event) => event.button === 0 && down.add(event.pointerId) && send('down', event)
    );
    stage.addEventListener('pointermove', (event) => {
      // Captured only once it is a drag, so that a click stays one.
      if (send('move', event) && down.has(event.pointerId)) stage.setPointerCapture(event.pointerId);
    });
    stage.addEventListener('pointerleave', (event) => down.has(event.pointerId) || send('leave', event));
    document.addEventListener('pointerup', (event) => down.delete(event.pointerId) && send('up', event));
    document.addEventListener('pointercancel', (event) => down.delete(event.pointerId) && send('cancel', event));
    stage.addEventListener(
      'wheel',
      (event) => {
        const delta_px = event.deltaY * [1, 16, stage.clientHeight][event.deltaMode];
        const held = event.ctrlKey ? 'control' : 'plain';
        if (engine.send('wheel', ...position(event), delta_px.toFixed(2), held)) event.preventDefault();
      },
      { passive: false }
    );
  }

  const send_environment = () =>
    engine.send(
      'environment',
      prefers_dark.matches ? 'dark' : 'light',
      prefers_stillness.matches ? 'still' : 'moving',
      prefers_contrast.matches ? 'contrast' : 'plain'
    );

  function listen() {
    listen_to_pointers(find('stage'));
    document.addEventListener('keydown', on_key);
    // Later, because a patch moves the focus too, and the engine must not be called from within its own call.
    document.addEventListener('focusin', () => queueMicrotask(send_focus));
    document.addEventListener('focusout', (event) => event.relatedTarget || queueMicrotask(send_focus));
    document.addEventListener('pointermove', notice_pointer, { passive: true });
    document.addEventListener('pointerdown', notice_pointer, { passive: true });
    for (const query of [prefers_dark, prefers_stillness, prefers_contrast])
      query.addEventListener('change', send_environment);
    send_focus();
  }

  return { item_of, notice_pointer, send_environment, listen };
}
