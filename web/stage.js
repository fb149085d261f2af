// The stage's box on the screen and the canvas in it: how many pixels it gets, and what comes of it when the graphics
// are lost. Knows boxes, pixels and WebGL's context; must not know what is drawn.
'use strict';
function throughline_stage(root, canvas, engine, guard, fall_back) {
  const most_pixels = 8.4e6;
  const most_pixels_a_side = 8192;
  const most_lost_ms = 10000;
  const find = (id) => document.getElementById(id);
  let measured = '';

  // True when the size has changed.
  function measure() {
    if (!find('stage')) return false; // the reader has left
    const box = find('stage').getBoundingClientRect();
    if (box.width < 1 || box.height < 1) return false;
    const ratio = Math.min(
      devicePixelRatio,
      Math.sqrt(most_pixels / (box.width * box.height)),
      most_pixels_a_side / Math.max(box.width, box.height)
    );
    // As many pixels as the box covers on the screen once its edges are snapped.
    const width = Math.max(1, Math.round(box.right * ratio) - Math.round(box.left * ratio));
    const height = Math.max(1, Math.round(box.height * ratio));
    const form = getComputedStyle(root).getPropertyValue('--form').trim();
    const text_scale = parseFloat(getComputedStyle(canvas).fontSize) / 16;
    const size = [
      box.width.toFixed(2),
      box.height.toFixed(2),
      (width / box.width).toFixed(4),
      form,
      text_scale.toFixed(3),
    ];
    if (size.join() === measured) return false;
    measured = size.join();
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    engine.send('resize', ...size);
    return true;
  }
  function tell_size() {
    measured = '';
    measure();
  }
  const watch_ratio = () =>
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => (measure(), watch_ratio()), {
      once: true,
    });

  function listen_to_context() {
    let timer = 0;
    canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault();
      if (!engine.is_running()) return;
      if (guard.is_kiosk()) guard.note('context-lost');
      engine.call('context_lost');
      timer = setTimeout(fall_back, most_lost_ms, 'text', 'the graphics context was lost and did not come back');
    });
    canvas.addEventListener('webglcontextrestored', () => {
      clearTimeout(timer);
      if (guard.is_kiosk()) guard.note('context-back');
      if (engine.call('context_restored')) fall_back('text', engine.text('error'));
      engine.wake();
    });
  }
  function listen() {
    listen_to_context();
    watch_ratio();
    new ResizeObserver(() => measure() && engine.draw()).observe(find('stage'));
  }

  return { measure, tell_size, listen };
}
