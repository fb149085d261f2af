import { is_drawn, is_ready } from './told.mjs';

document.body.append('empty');
is_drawn();
is_ready();
