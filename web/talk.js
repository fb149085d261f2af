// A talk's two windows: the audience's opens the speaker's and both show the same view. They speak by postMessage
// alone, because that works from the disk too; each checks where a message comes from and a nonce that only the two
// know. The nonce is kept in the entry's state, so that either window may be loaded again. Views are followed only
// between windows of one content: where they differ, the one that the audience sees is handed over, file name and
// bytes. Knows nothing of what either says.
'use strict';
function throughline_talk(root, page) {
  const name = 'throughline-speaker';
  const greeting_ms = 250;
  const heartbeat_ms = 1000;
  const lost_ms = 3500;
  const most_content_bytes = 5 * 1024 * 1024; // as content.js has read of it; the core refuses less, in words
  const given_nonce = /&nonce=([0-9a-f-]+)(&own)?/; // own: the content comes from the other window
  // Pages from a disk have no origin to name.
  const origin = location.origin.startsWith('http') ? location.origin : '*';
  let nonce = '';
  let peer = null;
  let count = 0; // of what the speaker's window led to; an answer to less than the last is out of date
  let heard_ms = -Infinity;
  let is_there = null;
  let timer = 0;
  let lock = null;

  function keep_nonce(value) {
    nonce = value;
    history.replaceState({ ...history.state, nonce }, '', location.href.replace(given_nonce, ''));
  }
  const post = (message) => peer && peer.postMessage({ ...message, nonce, fingerprint: page.fingerprint() }, origin);
  const tell = (kind, view) => post({ throughline: kind, view, count });
  const share_content = () => page.content() && post({ throughline: 'content', ...page.content() });
  const is_speaker = () => root.dataset.mode === 'speaker';

  // The audience's window. False when the browser would not open another one. One that is there keeps its timer.
  function open_speaker(fragment) {
    if (peer && !peer.closed) return peer.focus() || true;
    const chance = crypto.getRandomValues(new Uint32Array(4));
    if (!nonce) keep_nonce(Array.from(chance, (part) => part.toString(16)).join('-'));
    const address = `${location.href.split('#')[0]}#${fragment}&nonce=${nonce}${page.is_own() ? '&own' : ''}`;
    peer = open(address, name, 'popup,width=1180,height=820');
    return peer !== null;
  }

  function receive({ data, source, origin: from }) {
    if (!data || !nonce || data.nonce !== nonce || source === null || source === window) return;
    if (origin !== '*' && from !== origin) return;
    // The window that opened this one, or a window, not a frame, that this one opened: true after loading either again.
    const is_opened = () => source.opener === window && source.top === source;
    if (is_speaker() ? source !== opener : !is_opened() || !['talk', 'explore'].includes(root.dataset.mode)) return;
    peer = source;
    if (data.throughline === 'content') return take_content(data);
    if (data.throughline === 'ask') return share_content();
    if (data.fingerprint !== page.fingerprint()) return meet(data.throughline);
    if (is_speaker() && data.throughline === 'view') {
      heard_ms = performance.now();
      notice(true);
      if (data.count >= count) page.follow(String(data.view));
      return;
    }
    count = data.count;
    if (!is_speaker() && data.throughline === 'lead') {
      page.follow(String(data.view));
    } else if (!is_speaker() && data.throughline === 'hello') {
      tell('view', page.shared_view());
    }
  }
  function take_content({ name, bytes, fingerprint }) {
    if (typeof name !== 'string' || !(bytes instanceof Uint8Array) || bytes.length > most_content_bytes) return;
    if (fingerprint === page.fingerprint()) return;
    page.take(name, bytes);
  }
  // The other window shows another content, or none yet. Its views say nothing here.
  function meet(kind) {
    if (is_speaker() || kind === 'view') return;
    if (page.fingerprint()) share_content();
    else tell('ask');
    tell('view', page.shared_view());
  }
  function notice(there) {
    if (there !== is_there) page.peer((is_there = there));
  }

  // The speaker's window asks until it is answered and from then on now and again: the other one may be loaded anew.
  function greet() {
    peer = opener;
    tell('hello');
    const has_answer = performance.now() - heard_ms < lost_ms;
    if (!has_answer) notice(false);
    timer = setTimeout(greet, has_answer ? heartbeat_ms : greeting_ms);
  }

  // The screen stays on while a step is on it; where a browser denies that, it does not.
  async function hold_screen() {
    const is_wanted = ['talk', 'speaker', 'kiosk'].includes(root.dataset.mode) && !document.hidden;
    if (!is_wanted || lock || !navigator.wakeLock) return;
    lock = 'asked';
    try {
      lock = await navigator.wakeLock.request('screen');
      lock.addEventListener('release', () => (lock = null));
    } catch {
      lock = null;
    }
  }

  // After each change of the view's mode.
  function settle() {
    hold_screen();
    if (is_speaker() && !timer) greet();
  }

  // Fullscreen of the whole document: of the canvas alone, nobody could press or read anything.
  function toggle_fullscreen() {
    const enter = () => root.requestFullscreen && root.requestFullscreen();
    const asked = document.fullscreenElement ? document.exitFullscreen() : enter();
    if (asked) asked.catch(() => {});
  }

  const looks = new CSSStyleSheet();
  looks.replaceSync(throughline_talk_style);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, looks];

  const given = given_nonce.exec(location.hash);
  if (given || (history.state && history.state.nonce)) keep_nonce(given ? given[1] : history.state.nonce);
  addEventListener('message', receive);
  document.addEventListener('visibilitychange', hold_screen);
  function share(view) {
    if (is_speaker()) ++count;
    tell(is_speaker() ? 'lead' : 'view', view);
  }
  const is_given_content = Boolean(given && given[2]);
  return { settle, open_speaker, toggle_fullscreen, share, share_content, is_given_content };
}
