// Told to the bench: the picture stands; a press of a node does something.
export const is_drawn = () => (globalThis.is_drawn = true);
export const is_ready = () => (globalThis.is_ready = true);
// What frames.mjs steers: `zoom(factor)` of the fitted picture, `light(index)` as a click on a node does, and
// `on_render(done)`, which calls back once when the next frame has been drawn.
export const steer = (controls) => (globalThis.steered = controls);
