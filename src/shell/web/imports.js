// What the engine asks of the page: calls into the bridge's Module object, and the browser's own letters for characters
// that the bundled font lacks, drawn straight into a texture. Linked into the glue by --js-library, whose functions may
// not be arrows in Emscripten 3.1.6.
mergeInto(LibraryManager.library, {
  page_patch: function (json) {
    Module['patch'](UTF8ToString(json));
  },
  page_effect: function (kind, value) {
    Module['effect'](UTF8ToString(kind), UTF8ToString(value));
  },
  page_frames: function (count) {
    Module['frames'](count);
  },

  $letters: {
    context: null,
    // Its state is lost with each size of the canvas.
    prepare: function (weight, size) {
      const context = (letters.context ||= document.createElement('canvas').getContext('2d'));
      context.font = weight + ' ' + size + 'px ' + getComputedStyle(document.body).fontFamily;
      return context;
    },
  },

  page_measure_text__deps: ['$letters'],
  page_measure_text: function (words, weight, size, stretch, metrics) {
    const text = UTF8ToString(words);
    const measured = letters.prepare(weight, size).measureText(text);
    // A pixel more on every side for the soft edge.
    const left = Math.floor(-measured.actualBoundingBoxLeft) - 1;
    const top = Math.floor(-measured.actualBoundingBoxAscent) - 1;
    const width = Math.max(0, Math.ceil(measured.actualBoundingBoxRight) + 1 - left) * stretch;
    const height = Math.max(0, Math.ceil(measured.actualBoundingBoxDescent) + 1 - top);
    const isBlank = measured.actualBoundingBoxRight + measured.actualBoundingBoxLeft <= 0;
    // What has colours of its own cannot be looked up in the pixels, which a private browser does not show.
    const isColored = /\p{Emoji_Presentation}|\uFE0F/u.test(text);
    const size_px = isBlank ? [0, 0] : [width, height];
    HEAPF32.set([measured.width, left * stretch, top, ...size_px, isColored ? 1 : 0], metrics >> 2);
  },

  page_draw_text__deps: ['$letters', '$GL'],
  page_draw_text: function (words, weight, size, stretch, left, top, width, height, isColored, x, y) {
    const canvas = letters.prepare(weight, size).canvas;
    canvas.width = width;
    canvas.height = height;
    const context = letters.prepare(weight, size);
    // Where an emoji comes without colours after all, a grey is seen on light and on dark.
    context.fillStyle = isColored ? '#767676' : '#fff';
    context.setTransform(stretch, 0, 0, 1, -left, -top);
    context.fillText(UTF8ToString(words), 0, 0);
    GLctx.pixelStorei(GLctx.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
    GLctx.texSubImage2D(GLctx.TEXTURE_2D, 0, x, y, GLctx.RGBA, GLctx.UNSIGNED_BYTE, canvas);
    GLctx.pixelStorei(GLctx.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
  },
});
