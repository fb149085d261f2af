// The tests' browser compiles the engine once and quickly; what is measured is the engine as readers run it.
import { flags } from '../tests/browser/page.mjs';

const spared = flags.indexOf('--js-flags=--liftoff-only');
if (spared >= 0) flags.splice(spared, 1);
