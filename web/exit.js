// The way out: a button, and Escape pressed until the page is gone. Both must work with the engine dead, so this is in
// the page's own script. It knows no words: what it shows stands in the page, hidden.
'use strict';
function throughline_exit(root, page) {
  const most_between_ms = 5000; // slow keys want each press to be held
  const presses_to_leave = 3; // that find nothing left to close
  const presses_to_leave_a_talk = 5; // a clicker sends Escape on its own account
  const silent_ms = 4000;
  const find = (id) => document.getElementById(id);
  let is_leaving = false;

  // ---- Frames.
  // The browser's own answer: asked for the tab by its name and without an address, it gives the tab's window or none,
  // and goes nowhere. Some frames may lead it elsewhere only right after something was pressed.
  function may_lead_tab() {
    if (top === window) return true;
    try {
      return open('', '_top') !== null;
    } catch {
      return false;
    }
  }
  function is_surely_locked() {
    if (may_lead_tab()) return false;
    if (navigator.userActivation && navigator.userActivation.isActive) return true;
    try {
      const { sandbox } = frameElement;
      const ways = ['allow-top-navigation', 'allow-top-navigation-by-user-activation'];
      return sandbox.length > 0 && !ways.some((flag) => sandbox.contains(flag));
    } catch {
      return false; // the page around it is another site's
    }
  }
  // The button under a press stays until the press is over, or the press would go nowhere.
  const look_at_frame = () => setTimeout(() => is_surely_locked() && (root.dataset.frame = 'locked'));
  if (top !== window) {
    look_at_frame();
    for (const type of ['pointerup', 'keyup']) addEventListener(type, look_at_frame, true);
  }

  // ---- Leaving.
  function show_neutral() {
    find('neutral').hidden = false;
    scrollTo(0, 0);
  }
  // Everything is covered before the next frame. Where no other page can come, or none that answers, a neutral one
  // stands here.
  function leave() {
    if (is_leaving || page.is_kiosk()) return;
    is_leaving = true;
    const { href } = find('leave');
    const neutral = find('neutral');
    root.dataset.leaving = '';
    document.title = neutral.firstElementChild.textContent;
    page.end();
    history.replaceState(null, '', location.href.split('#')[0]);
    find('page').replaceChildren(neutral);
    if (!navigator.onLine || !may_lead_tab()) show_neutral();
    else setTimeout(show_neutral, silent_ms);
    if (!navigator.onLine) return;
    try {
      top.location.replace(href);
    } catch {
      // A frame that may not, which the neutral page has been shown for.
    }
  }
  function open_alone() {
    // A page that is a frame's own text has no address.
    if (location.protocol === 'about:' || !open(location.href, '_blank')) leave();
  }

  // ---- Escape. One that closes something is a step back, as ever; hammered, it comes to the end of these.
  let presses = 0;
  let pressed_ms = -Infinity;
  let soon_timer = 0;
  function say_soon(is_soon) {
    clearTimeout(soon_timer);
    const soon = find('leave-soon');
    if (soon) soon.hidden = !is_soon;
    if (is_soon) soon_timer = setTimeout(forget, most_between_ms);
  }
  function forget() {
    if (presses === 0) return;
    presses = 0;
    say_soon(false);
  }
  function count_escape(event) {
    if (is_leaving) return event.preventDefault(); // the browser would stop the other page on its way
    if (event.repeat || event.isComposing || page.is_kiosk()) return undefined;
    if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return forget();
    const is_in_time = event.timeStamp - pressed_ms <= most_between_ms;
    pressed_ms = event.timeStamp;
    if (!is_in_time) presses = 0;
    if (event.defaultPrevented) return undefined;
    presses += 1;
    const missing = (page.is_talk() ? presses_to_leave_a_talk : presses_to_leave) - presses;
    return missing > 0 ? say_soon(missing === 1) : leave();
  }
  // After the page's own listeners, whose answer counts.
  addEventListener('keydown', (event) => (event.key === 'Escape' ? count_escape(event) : event.repeat || forget()));
  for (const type of ['pointerdown', 'click']) addEventListener(type, forget, true);
  addEventListener('blur', forget); // the window's own: an element's does not come here

  return { leave, open_alone };
}
