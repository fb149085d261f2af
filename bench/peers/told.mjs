// Told to the bench: the picture stands; a press of a node does something.
export const is_drawn = () => (globalThis.is_drawn = true);
export const is_ready = () => (globalThis.is_ready = true);
