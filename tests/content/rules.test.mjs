// The format stands three times: in the program, which decides, in the schema, which editors underline by, and in the
// guide. Here the program and the schema are asked about the same files, each a step to this or that side of a rule;
// guide.test.mjs reads the guide.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { check_all, read, resolve, schema } from './format.mjs';

// A content with every field of the format in it, and a link of each basis.
const full = {
  $schema: 'brief.schema.json',
  language: 'en',
  language_name: 'English',
  direction: 'ltr',
  title: 'A title',
  summary: 'A summary.',
  about: {
    publisher: 'A club.',
    brief: 'A leaflet.',
    explainer: 'An explainer.',
    content_note: 'A note.',
    address: 'https://example.org/brief/',
    emblem: 'none',
    traces: 'fewest',
    closing: { title: 'A closing', text: 'Its text.' },
    card: { title: 'A card', text: 'Its text.' },
    exit: {
      label: 'Leave',
      url: 'https://example.org/',
      neutral_title: 'A page',
      neutral_text: 'Its text.',
      limits: 'What it cannot hide.',
    },
  },
  locators: [{ id: 'place/1', label: 'A place' }],
  lanes: [{ id: 'lane', title: 'A lane', column: 1, hue: 'violet', shape: 'ring', order: 'fixed' }],
  nodes: ['one', 'two', 'three'].map((id) => ({
    id,
    lane: 'lane',
    title: `Node ${id}`,
    text: 'A text.',
    sources: ['place/1'],
  })),
  links: [
    { from: 'one', to: 'two', kind: 'leads_to', basis: 'stated', sources: ['place/1'] },
    { from: 'two', to: 'three', kind: 'leads_to', basis: 'inferred', sources: ['place/1'], why: 'A reason.' },
  ],
  tour: [{ title: 'A step', text: 'Its text.', notes: 'Its notes.', focus: ['one'] }],
  kiosk: { idle_secs: 60, warning_secs: 20, step_secs: 12, editions: ['brief.fr.json'] },
};

// Every word that the program's own files have in quotes: candidates for names of fields, words and ids.
const words = [
  ...new Set(
    ['rules.h', 'reader.cpp'].flatMap((name) =>
      [...read(`src/core/content/${name}`).matchAll(/"([$a-z][a-z0-9_-]*)"/g)].map(([, word]) => word)
    )
  ),
];

// Every word of an enumeration, the program's and the schema's, and some that are nearly one.
const enumerated = [
  '',
  'Blue',
  'none ',
  ...[
    ...read('src/core/content/rules.h').matchAll(/_words\{(.*?)\}/g),
    ...JSON.stringify({ ...schema, $defs: { ...schema.$defs, reserved_id: null } }).matchAll(/"enum":\[(.*?)\]/g),
  ].flatMap(([, list]) => JSON.parse(`[${list}]`)),
];
const unusual = [
  '\t',
  '\u0085',
  '\u2028',
  '\ufffe',
  '\0',
  '\n',
  ' ',
  '"',
  "'",
  '<',
  '>',
  '\\',
  '/',
  '.',
  '-',
  '_',
  'Z',
  '0',
  'é',
  '字',
  '\u007f',
  '\u009f',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\u2029',
  '\ufdd0',
  '\ufffd',
  '\uffff',
];

// ---- Steps to both sides of what the schema says: {where, why, content}.
const copy = (value) => JSON.parse(JSON.stringify(value));
function changed(where, change) {
  const content = copy(full);
  const steps = where.split('/').slice(1);
  const holder = steps.slice(0, -1).reduce((value, step) => value[step], content);
  change(holder, steps.at(-1));
  return content;
}
function probes_of(part, value, where, out) {
  const says = resolve(part);
  const put = (why, wanted) =>
    where && out.push({ where, why, content: changed(where, (holder, key) => (holder[key] = wanted)) });
  for (const wanted of [7, 'text', true, null, [], {}])
    if (typeof wanted !== typeof value || Array.isArray(wanted) !== Array.isArray(value))
      put(`is ${JSON.stringify(wanted)}`, wanted);
  if (typeof value === 'string') probe_text(says, value, put);
  if (typeof value === 'number')
    for (const near of [says.minimum, says.maximum])
      for (const by of [-1, 0, 0.5, 1]) put(`is ${near + by}`, near + by);
  if (Array.isArray(value)) {
    put('has one item twice', [value[0], value[0]]);
    const item = (i) =>
      typeof value[0] === 'string' ? `n${i}${value[0]}` : { ...value[0], ...(value[0].id && { id: `n${i}` }) };
    for (const near of [says.minItems, says.maxItems])
      for (const by of [-1, 0, 1])
        if (near + by >= 0)
          put(
            `has ${near + by} items`,
            Array.from({ length: near + by }, (_, i) => value[i] ?? item(i))
          );
    value.forEach((each, i) => probes_of(says.items, each, `${where}/${i}`, out));
  } else if (value && typeof value === 'object') {
    for (const [name, each] of Object.entries(value)) {
      out.push({
        where: `${where}/${name}`,
        why: 'is missing',
        content: changed(`${where}/${name}`, (holder, key) => delete holder[key]),
      });
      probes_of(says.properties[name], each, `${where}/${name}`, out);
    }
  }
}
const asked_patterns = new Set();
function probe_text(says, text, put) {
  if (says.enum) return new Set(enumerated).forEach((word) => put(`is the word ${word}`, word));
  for (const count of [says.maxLength - 1, says.maxLength, says.maxLength + 1, 1000].filter(Boolean))
    for (const filler of ['a', '😀']) {
      const lack = filler.repeat(Math.max(0, count - text.length));
      put(`has ${count} characters, filled up with ${filler}`, text.startsWith('https:') ? text + lack : lack + text);
    }
  for (const whole of [
    '',
    '  ',
    '\u200b\u200d',
    '\u2800\u00ad',
    'http://example.org/',
    'HTTPS://example.org/',
    'https://',
    'https://x',
    '.json',
    'a.json',
    'a.JSON',
    'a..json',
  ])
    put(`is ${JSON.stringify(whole)}`, whole);
  // What a text may hold is asked in full of the first text with a pattern, and in part of each other one: that it is
  // under the same rule.
  for (const part of asked_patterns.has(says.pattern) ? unusual.slice(0, 4) : unusual) {
    put(`has ${JSON.stringify(part)} within`, text.slice(0, -1) + part + text.slice(-1));
    put(`begins with ${JSON.stringify(part)}`, part + text);
    put(`is ${JSON.stringify(part)} alone`, part);
  }
  asked_patterns.add(says.pattern);
  return undefined;
}

// ---- Both verdicts on each.
const validate = new Ajv({ strictTypes: false, strictRequired: false }).compile(schema);
// What the schema's own description says that it cannot see.
const beyond_a_schema = new RegExp(
  [
    'there is no \\w+ with the id',
    'no node or link rests on',
    'is taken already',
    'from a node to itself',
    'closes a circle',
    'joins the same two nodes',
    ': and \\d+ more;',
  ].join('|')
);

function assert_same_verdicts(probes) {
  const told = check_all(probes.map(({ content }) => content));
  const differences = probes.flatMap(({ where, why, content }, i) => {
    const is_valid = validate(content);
    const mistakes = told[i].filter(
      (line) =>
        /^\d+:\d+: /.test(line) &&
        !line.includes(': remark: ') &&
        (!beyond_a_schema.test(line) || (!is_valid && line.includes(` ${where}: `)))
    );
    if (is_valid === (mistakes.length === 0)) return [];
    const { instancePath, message } = validate.errors?.[0] ?? {};
    const told_by_one = is_valid ? `the program says ${mistakes[0]}` : `the schema says ${instancePath} ${message}`;
    return [`${where} ${why}: ${told_by_one}, and the other nothing`];
  });
  assert.equal(
    differences.length,
    0,
    `${differences.length} differences, among them:\n${differences.slice(0, 20).join('\n')}`
  );
}

test('the content that is changed here has every field of the schema, and no mistake', () => {
  const visit = (part, value, where) => {
    const says = resolve(part);
    for (const [name, each] of Object.entries(says.properties || {})) {
      const values = Array.isArray(value) ? value : [value];
      const holder = values.find((one) => name in one);
      assert.ok(holder, `${where}/${name}`);
      visit(each, holder[name], `${where}/${name}`);
    }
    if (says.items?.properties || says.items?.$ref) visit(says.items, value, where);
  };
  visit(schema, full, '');
  assert_same_verdicts([{ where: '', why: 'as it is', content: full }]);
  assert.ok(validate(full));
});

test('program and schema accept and refuse the same, on both sides of each rule', () => {
  const probes = [];
  probes_of(schema, full, '', probes);
  assert.ok(probes.length > 1000);
  assert_same_verdicts(probes);
});

test('program and schema know the same fields', () => {
  const objects = [];
  const visit = (part, value, where) => {
    const says = resolve(part);
    if (Array.isArray(value)) value.forEach((item, i) => visit(says.items, item, `${where}/${i}`));
    else if (says.properties) {
      objects.push([where, Object.keys(says.properties)]);
      for (const [name, each] of Object.entries(value)) visit(says.properties[name], each, `${where}/${name}`);
    }
  };
  visit(schema, full, '');
  const names = [...new Set([...words, ...objects.flatMap(([, known]) => known)])];
  const most_asked = 50; // of the mistakes of a file a hundred at most are told
  for (const [where, known] of objects) {
    const found = Array.from({ length: Math.ceil(names.length / most_asked) }).flatMap((_, part) => {
      const asked = names.slice(part * most_asked, (part + 1) * most_asked);
      const content = changed(`${where}/x`, (holder) => asked.forEach((name) => (holder[name] ??= null)));
      const [told] = check_all([content]);
      return asked.filter((name) => !told.some((line) => line.includes(` ${where}/${name}: is no field known here`)));
    });
    assert.deepEqual(found.sort(), [...known].sort(), where || 'the outermost object');
  }
});

test('program and schema reserve the same ids', () => {
  const [, { enum: reserved }] = schema.$defs.reserved_id.anyOf;
  const ids = [...new Set([...words, ...reserved, 'payload-wasm', 'payload-', 'my-payload', 'payloads'])];
  assert_same_verdicts(
    ids.map((id) => ({
      where: '/nodes/0/id',
      why: `is ${id}`,
      content: changed('/nodes/0/id', (node) => (node.id = id)),
    }))
  );
});
