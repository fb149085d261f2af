// The engine's parts as bytes, from within the one file or from beside the site's page. Knows the two forms of the page
// (cmake/assemble.mjs); must not know what is done with the bytes.
'use strict';
function throughline_payload() {
  const find = (id) => document.getElementById(id);
  const urls = find('payload') && JSON.parse(find('payload').textContent);

  async function read_bytes(response) {
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }
  async function inflate(text) {
    const packed = new Blob([throughline_base91(text)]);
    return read_bytes(new Response(packed.stream().pipeThrough(new DecompressionStream('deflate-raw'))));
  }
  const load_part = (name) =>
    urls ? fetch(urls[name]).then(read_bytes) : inflate(find(`payload-${name}`).textContent);
  async function load_face(weight) {
    const bytes = await load_part(`font-${weight}`);
    document.fonts.add(await new FontFace('Inter', bytes, { weight }).load());
    return bytes;
  }

  // The glue runs; the rest is returned.
  async function load() {
    const glue = document.createElement('script');
    const glue_ran = new Promise((resolve, fail) => {
      if (!urls) {
        resolve(load_part('glue').then((bytes) => (glue.textContent = new TextDecoder().decode(bytes))));
        return;
      }
      glue.onload = resolve;
      glue.onerror = () => fail(new Error('the engine could not be loaded'));
      glue.src = urls.glue;
    });
    if (urls) document.head.append(glue);
    const parts = [...['wasm', 'content'].map(load_part), ...['400', '600'].map(load_face)];
    const [, ...bytes] = await Promise.all([glue_ran, ...parts]);
    if (!urls) document.head.append(glue);
    return bytes;
  }

  return { is_beside: Boolean(urls), load };
}
