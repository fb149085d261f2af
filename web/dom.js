// The engine's Page in the DOM. An item is [tag, attributes, text, place, children] as src/core/faces/element.h writes
// it, with its element added last. The static page is taken over in place; elements keep focus and scroll; nothing is
// ever parsed as markup.
'use strict';
function throughline_dom(root, page) {
  let shown = null; // {html, title, items} as they stand in the DOM
  let edition = null; // the whole text's, to go back to
  const find = (id) => document.getElementById(id);

  function read(element) {
    const attributes = {};
    for (const { name, value } of element.attributes) attributes[name] = value;
    const own_text = text_of(element);
    const is_opaque = element.firstElementChild instanceof SVGElement;
    const children = is_opaque ? null : Array.from(element.children, read);
    return [element.localName, attributes, own_text ? own_text.data : '', null, children, element];
  }

  const text_of = ({ firstChild: first }) => (first && first.nodeType === Node.TEXT_NODE ? first : null);
  function write_text(element, text) {
    if (text_of(element)) text_of(element).data = text;
    else if (text) element.prepend(text);
  }
  // Of the cards' buttons, which are scaled as a whole, the one with the focus keeps the width of its ring. Of it
  // alone: a property that all of them inherit would have the browser style a thousand buttons in each frame of a zoom.
  let ring_scale = 1;
  function keep_ring(scale) {
    ring_scale = scale;
    if (document.activeElement?.dataset.node) document.activeElement.style.setProperty('--scale', scale);
  }
  page.addEventListener('focusin', () => keep_ring(ring_scale));
  function place(style, rect, is_opaque) {
    const [x, y, width, height] = rect || [];
    if (rect && rect.length === 3) keep_ring(rect[0]);
    if (rect && rect.length === 3) style.transform = `translate(${rect[1]}px, ${rect[2]}px) scale(${rect[0]})`;
    else if (is_opaque) style.aspectRatio = rect ? `${width} / ${height}` : '';
    else if (rect)
      Object.assign(style, { marginLeft: `${x}px`, marginTop: `${y}px`, width: `${width}px`, height: `${height}px` });
    else style.margin = style.width = style.height = '';
  }

  function update(before, item) {
    const [, attributes, text, rect, children] = item;
    const element = (item[5] = before[5]);
    for (const name in attributes)
      if (attributes[name] !== before[1][name]) element.setAttribute(name, attributes[name]);
    for (const name in before[1]) if (!(name in attributes)) element.removeAttribute(name);
    if (text !== before[2]) write_text(element, text);
    if (String(rect) !== String(before[3])) place(element.style, rect, !children);
    if (children) item[4] = update_list(element, before[4] || [], children);
    return item;
  }

  // Items keep their element by id, or by place where they have none; 0 stands for the item that was at its place.
  function update_list(parent, before, items) {
    const by_id = new Map(before.map((item) => [item[1].id, item]));
    const left = new Set(before);
    const list = items.map((item, i) => {
      const kept = item !== 0 && item[1].id ? by_id.get(item[1].id) : before[i];
      const stays = item === 0 || (kept && kept[0] === item[0] && kept[1].id === item[1].id);
      if (stays) left.delete(kept);
      if (item === 0) return kept;
      return update(stays ? kept : [item[0], {}, '', null, [], document.createElement(item[0])], item);
    });
    for (const item of left) item[5].remove();
    let next = parent.firstElementChild;
    for (const item of list) {
      if (item[5] === next) next = next.nextElementSibling;
      else parent.insertBefore(item[5], next);
    }
    return list;
  }

  function show(next) {
    const focused = document.activeElement;
    const had_focus = page.contains(focused);
    const had_jump = find('jump') !== null;
    const is_new_view = ['data-selected', 'data-step'].some((name) => next.html[name] !== shown.html[name]);
    update(['html', shown.html, '', null, null, root], ['html', next.html, '', null, null]);
    if (next.title !== shown.title) document.title = next.title;
    next.items = update_list(page, shown.items, next.items);
    shown = next;
    const panel = find('panel');
    if (is_new_view && panel) panel.scrollTop = 0;
    // What the reader pressed is gone; what it led to is in the panel, or on the stage. A field that was opened and put
    // away leads back to what opened it.
    const jump = find('jump');
    const opener = focused.id === 'link-field' ? find('copy-link') : null;
    const is_lost = had_focus && !focused.isConnected;
    if ((jump && !had_jump) || is_lost) (jump || opener || panel || find('stage')).focus({ preventScroll: true });
  }
  function read_edition() {
    const names = ['lang', 'dir', 'data-mode', 'data-selected', 'data-step', 'data-theme', 'data-own', 'data-traces'];
    const there = names.filter((name) => root.hasAttribute(name));
    const html = Object.fromEntries(there.map((name) => [name, root.getAttribute(name)]));
    edition = shown = { html, title: document.title, items: Array.from(page.children, read) };
  }
  function restore() {
    if (shown) show(edition);
  }

  // What the core has for paper: pictures, with the elements of SVG's own namespace, and words around them.
  function build_picture([tag, attributes, text, , children], namespace) {
    const own = tag === 'svg' ? 'http://www.w3.org/2000/svg' : namespace || 'http://www.w3.org/1999/xhtml';
    const element = document.createElementNS(own, tag);
    for (const name in attributes) element.setAttribute(name, attributes[name]);
    element.append(text, ...children.map((child) => build_picture(child, own)));
    return element;
  }

  return { read_edition, show, restore, build_picture };
}
