// The content that is shown, as it came: a file that was dropped or chosen, kept where a reload finds it, and told a
// talk's other window. What is opened is in the entry's state because nothing of a page may be stored; one that is too
// large for that leaves its name there. Knows files and their bytes; must not know what is in them.
'use strict';
function throughline_content(engine) {
  const most_file_bytes = 5 * 1024 * 1024; // the core refuses less, in words
  let shown = null; // {name, bytes}
  let offered = null; // the same, while the engine looks at it

  const kept = () => (history.state && history.state.own) || null;
  const put = (own) => history.replaceState({ ...history.state, own }, '');
  function keep() {
    shown = offered;
    try {
      put(shown);
    } catch {
      put({ name: shown.name, bytes: null });
    }
  }
  function offer(name, bytes, is_handed_over, size_bytes = bytes.length, place = 0) {
    if (!engine.is_running()) return;
    offered = { name, bytes };
    engine.send_file('content', name, bytes, is_handed_over ? 1 : 0, size_bytes, place);
    offered = null;
  }

  // Of a file too large to be one the beginning and the size are told; of several at once each is answered.
  async function open_files(files) {
    for (const [place, file] of [...files].entries()) {
      const part = file.slice(0, most_file_bytes).arrayBuffer();
      offer(file.name, new Uint8Array(await part.catch(() => [])), false, file.size, place); // a folder has none
    }
  }
  function listen() {
    const allow = (event) => event.dataTransfer.types.includes('Files') && event.preventDefault();
    document.addEventListener('dragover', allow);
    document.addEventListener('drop', (event) => {
      allow(event);
      open_files(event.dataTransfer.files);
    });
    document.addEventListener('change', (event) => {
      if (event.target.type !== 'file') return;
      open_files(event.target.files);
      event.target.value = '';
    });
  }

  return {
    kept,
    keep,
    offer,
    listen,
    shown: () => shown,
    begin: (built) => (shown = built),
    await_other: () => put({ name: '', bytes: null }),
  };
}
