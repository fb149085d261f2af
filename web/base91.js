// The bytes that the one file carries as text, in basE91 (Joachim Henke, 2006): 23 % longer than the bytes, where
// base64 is 33 % longer. A digit is a printable letter from ! on, without <, so that no bytes can end their element.
// cmake/assemble.mjs writes it.
'use strict';
function throughline_base91(text) {
  const digit = (i) => text.charCodeAt(i) - (text.charCodeAt(i) > 60 ? 34 : 33);
  const bytes = new Uint8Array(text.length);
  let size = 0;
  let bits = 0;
  let count = 0;
  for (let i = 0; i < text.length; i += 2) {
    const is_pair = i + 1 < text.length;
    const value = digit(i) + (is_pair ? 91 * digit(i + 1) : 0);
    bits |= value << count;
    count += is_pair ? ((value & 8191) > 88 ? 13 : 14) : 8;
    for (; count >= 8; count -= 8, bits >>>= 8) bytes[size++] = bits;
  }
  return bytes.subarray(0, size);
}
