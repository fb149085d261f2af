// The accessible tree twice: as the core's Page says it, and as Chromium gives it to a screen reader. Both as lines.

// What the style takes out, by id or part: of a wide page the sheet's handle; of a tall one the legend and the tools
// while the sheet is closed, with the link that may stand among them, and all controls during the tour. A closed
// disclosure hides all but its summary. The file input's name and value are the browser's own.
function taken_out({ html, items }) {
  const out = ['fallback'];
  if (html['data-form'] === 'wide') return new Set([...out, 'sheet']);
  return new Set([
    ...out,
    ...(html['data-step']
      ? ['controls']
      : items.some(is_open_sheet)
        ? []
        : ['part-legend', 'part-tools', 'part-link-field']),
  ]);
}
const roles = {
  header: 'banner',
  main: 'main',
  footer: 'contentinfo',
  nav: 'navigation',
  p: 'paragraph',
  ul: 'list',
  ol: 'list',
  li: 'listitem',
  button: 'button',
};

function role_of(tag, attributes) {
  if (attributes.role) return attributes.role;
  if (/^h[1-6]$/.test(tag)) return `heading ${tag[1]}`;
  if (tag === 'a') return attributes.href ? 'link' : '';
  if (tag === 'section') return attributes['aria-label'] ? 'region' : '';
  return roles[tag] || '';
}

const is_open_sheet = ([, attributes, , , children]) =>
  (attributes.id === 'sheet' && attributes['aria-expanded'] === 'true') || (children || []).some(is_open_sheet);

// Words as they are read: runs of them, one line each.
export function told_lines(told) {
  const lines = [];
  const out = taken_out(told);
  const say = (text) => text.trim() && lines.push(`  "${text.trim()}"`);
  const words_of = ([, , text, , children]) => text + (children || []).map(words_of).join('');
  const visit = (item) => {
    const [tag, attributes, text, , children] = item;
    if ('hidden' in attributes || out.has(attributes.id) || out.has(attributes.class)) return;
    if (tag === 'label') return void lines.push('file');
    if (tag === 'details') return void lines.push('group', `disclosure "${children[0][1]['aria-label']}"`);
    const role = role_of(tag, attributes);
    const is_control = role === 'button' || role === 'link' || role.startsWith('heading');
    if (role && role !== 'paragraph' && role !== 'list' && role !== 'listitem') {
      const name = attributes['aria-label'] || (is_control ? words_of(item).trim() : '');
      const states = ['aria-description', 'aria-pressed', 'aria-expanded', 'aria-disabled']
        .filter((key) => key in attributes)
        .map((key) => ` ${key.slice(5)}=${attributes[key]}`);
      lines.push(`${role}${name ? ` "${name}"` : ''}${states.join('')}`);
    } else if (role && role !== 'paragraph') {
      lines.push(role);
    }
    if (is_control) return;
    say(text);
    (children || []).forEach(visit);
  };
  told.items.forEach(visit);
  return lines;
}

const seen_roles = new Set([
  'banner',
  'main',
  'contentinfo',
  'navigation',
  'list',
  'listitem',
  'button',
  'link',
  'heading',
  'region',
  'status',
  'alert',
  'group',
  'DisclosureTriangle',
]);

export async function seen_lines(session) {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const by_id = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  const property = (node, name) => (node.properties || []).find((one) => one.name === name)?.value.value;
  const visit = (node) => {
    const role = node.ignored ? '' : node.role.value;
    const name = (node.name?.value || '').trim();
    if (role === 'InlineTextBox' || role === 'ListMarker') return;
    if (role === 'StaticText') return void (name && lines.push(`  "${name}"`));
    if (role === 'DisclosureTriangle') return void lines.push(`disclosure "${name}"`);
    if (role === 'button' && property(node, 'hasPopup') === undefined && /file/i.test(node.value?.value || ''))
      return void lines.push('file');
    const children = (node.childIds || []).map((id) => by_id.get(id)).filter(Boolean);
    if (role === 'LabelText') return void lines.push('file');
    if (seen_roles.has(role)) {
      const is_control = ['button', 'link', 'heading'].includes(role);
      const is_plain = role === 'list' || role === 'listitem';
      const states = [
        ['description', node.description?.value],
        ['pressed', property(node, 'pressed')],
        ['expanded', role === 'button' ? property(node, 'expanded') : undefined],
        ['disabled', property(node, 'disabled') || undefined],
      ]
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([key, value]) => ` ${key}=${value}`);
      const level = role === 'heading' ? ` ${property(node, 'level')}` : '';
      lines.push(is_plain ? role : `${role}${level}${name ? ` "${name}"` : ''}${states.join('')}`);
      if (is_control) return;
    }
    children.forEach(visit);
  };
  visit(nodes[0]);
  return lines;
}
