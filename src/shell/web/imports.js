// What the engine asks of the page: calls into the bridge's Module object, and the browser's own letters for characters
// that the bundled font lacks. Linked into the glue by --js-library, whose functions
// may not be arrows in Emscripten 3.1.6.
mergeInto(LibraryManager.library, {
  page_patch: function (json) { Module['patch'](UTF8ToString(json)); },
  page_effect: function (kind, value) { Module['effect'](UTF8ToString(kind), UTF8ToString(value)); },
  page_frames: function (count) { Module['frames'](count); },

  $drawn: { context: null, pixels: null },

  page_draw_text__deps: ['$drawn'],
  page_draw_text: function (words, weight, size, stretch, metrics) {
    if (!drawn.context) {
      drawn.context = document.createElement('canvas').getContext('2d', { 'willReadFrequently': true });
    }
    const context = drawn.context;
    const canvas = context.canvas;
    const text = UTF8ToString(words);
    const font = weight + ' ' + size + 'px ' + getComputedStyle(document.body).fontFamily;
    context.font = font;
    const measured = context.measureText(text);
    // A pixel more on every side for the soft edge.
    const left = Math.floor(-measured.actualBoundingBoxLeft) - 1;
    const top = Math.floor(-measured.actualBoundingBoxAscent) - 1;
    const width = Math.max(0, Math.ceil(measured.actualBoundingBoxRight) + 1 - left) * stretch;
    const height = Math.max(0, Math.ceil(measured.actualBoundingBoxDescent) + 1 - top);
    const isBlank = measured.actualBoundingBoxRight + measured.actualBoundingBoxLeft <= 0;

    drawn.pixels = null;
    let isColored = false;
    if (!isBlank) {
      canvas.width = width;
      canvas.height = height;
      context.font = font;
      context.fillStyle = '#fff';
      context.setTransform(stretch, 0, 0, 1, -left * stretch, -top);
      context.fillText(text, 0, 0);
      const pixels = context.getImageData(0, 0, width, height).data;
      // White letters stay white wherever they are opaque; an emoji does not.
      for (let at = 0; at < pixels.length && !isColored; at += 4) {
        isColored = pixels[at + 3] > 200 && Math.min(pixels[at], pixels[at + 1], pixels[at + 2]) < 200;
      }
      if (!isColored) {
        for (let at = 0; at < pixels.length; at += 4) pixels[at] = pixels[at + 1] = pixels[at + 2] = 255;
      }
      drawn.pixels = pixels;
    }
    HEAPF32.set([measured.width, left * stretch, top, isBlank ? 0 : width, isBlank ? 0 : height, isColored ? 1 : 0], metrics >> 2);
  },

  page_take_pixels__deps: ['$drawn'],
  page_take_pixels: function (rgba) { HEAPU8.set(drawn.pixels, rgba); },
});
