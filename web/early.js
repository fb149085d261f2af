// Runs before the browser has read the page's own content, and hides that from it (waiting.css) where this window is to
// show another: one that was opened before a reload, the one of a talk's other window, or a kiosk's own. Knows nothing
// of either.
'use strict';
(({ dataset }, { state }, { hash }) => {
  const is_kiosk_of_its_own = /[#&]mode=kiosk(&|$)/.test(hash) && /&editions=/.test(hash);
  if (!(state && state.own) && !/&nonce=[^&]*&own(&|$)/.test(hash) && !is_kiosk_of_its_own) return;
  dataset.own = '';
  document.title = '…';
})(document.documentElement, history, location);
