// The tests' browser has no window and compiles the engine once and quickly; what is measured is what readers run.
import { flags, use_whole_browser } from '../tests/browser/page.mjs';

use_whole_browser();

const spared = flags.indexOf('--js-flags=--liftoff-only');
if (spared >= 0) flags.splice(spared, 1);
