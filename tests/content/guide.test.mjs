// The guide to the format says what the schema says and what the program does: its tables are read, and the numbers in
// its sentences.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check_all, read, resolve, schema } from './format.mjs';

// A section an object, a row a field or several.
const guide = read('content/README.md');
const sections = new Map(
  guide
    .split(/^## /m)
    .slice(1)
    .map((text) => [text.split('\n')[0].replaceAll('`', ''), text])
);
const objects = new Map([
  ['The page', schema],
  ...['about', 'kiosk', 'locators', 'lanes', 'nodes', 'links', 'tour'].map((name) => {
    const says = resolve(schema.properties[name]);
    return [name, says.items ? resolve(says.items) : says];
  }),
]);
const quoted_in = (text) => [...text.matchAll(/`([^`]+)`/g)].map(([, word]) => word);
const numbers_in = (text) => [...text.matchAll(/\d+/g)].map(Number);

// {names, what, limits}
const rows_of = (section) =>
  [...sections.get(section).matchAll(/^\| (`.*?) \| (.*?) \| ?(.*?) ?\|$/gm)]
    .filter(([, , , limits]) => limits !== undefined && !limits.includes('|'))
    .map(([, names, what, limits]) => ({ names: quoted_in(names), what, limits }));
// The first table of a section is its fields'.
const fields_of = (section) =>
  rows_of(section).filter(({ names }) => names.some((name) => place_in(objects.get(section), name)));
// What the schema says of a dotted name: {says, is_required} of the field, and of what holds it.
function place_in(object, name) {
  const [first, second] = name.split('.');
  const says = object.properties[first] && resolve(object.properties[first]);
  if (!says) return null;
  const place = { says, is_required: Boolean(object.required?.includes(first)) };
  return second ? says.properties?.[second] && { ...place_in(says, second), holder: first } : place;
}
const leaves = (object, before = '') =>
  Object.entries(object.properties).flatMap(([name, part]) => {
    const says = resolve(part);
    return says.properties ? leaves(says, `${before}${name}.`) : [`${before}${name}`];
  });

test('the guide has each field of the schema and no other', () => {
  for (const [section, object] of objects) {
    const told = rows_of(section).flatMap(({ names }) => names);
    // Explained in tables of their own.
    const other_values = Object.values(object.properties).flatMap((part) => resolve(part).enum || []);
    const names = told.filter((name) => !other_values.includes(name) && !place_in(object, name)?.says.properties);
    const known =
      section === 'The page' ? leaves(object).filter((name) => !objects.has(name.split('.')[0])) : leaves(object);
    assert.deepEqual(names.sort(), known.sort(), section);
  }
});

test('the guide says which fields are optional, as the schema has it', () => {
  for (const [section, object] of objects) {
    const has_only_optional = /everything in it is optional/.test(sections.get(section));
    for (const { names, what, limits } of fields_of(section)) {
      for (const name of names) {
        const { is_required, holder } = place_in(object, name);
        const has_own_row = holder && fields_of(section).some((row) => row.names.includes(holder));
        const is_optional = !is_required || (holder && !has_own_row && !place_in(object, holder).is_required);
        const is_sometimes = [object.then, object.else].some((part) => part?.required?.includes(name));
        const told =
          has_only_optional ||
          /\boptional\b/.test(what) ||
          (is_sometimes && /optional when|only and always when/.test(what + limits));
        assert.equal(Boolean(told), Boolean(is_optional), `${section}: ${name}`);
      }
    }
  }
});

test('the guide has the limits and words of the schema', () => {
  const of_schema = (says) =>
    [
      says.maxLength,
      says.minimum,
      says.maximum,
      says.maxItems,
      says.maxItems && says.minItems,
      says.items?.pattern && says.items.maxLength,
    ].filter((limit) => limit !== undefined);
  for (const [section, object] of objects) {
    for (const { names, limits } of fields_of(section)) {
      // Advice is no limit; "one to" so many characters is what every text has.
      const rule = limits
        .split('; ')
        .filter((part) => !/\b(keep|stay|leave|fit)\b/.test(part))
        .join('; ')
        .replace(/\b1 to (?=\d+ characters)/, '');
      const words_told = quoted_in(rule.split(';')[0]);
      names.forEach((name, i) => {
        const { says } = place_in(object, name);
        const numbers = numbers_in(rule);
        const wanted = of_schema(says);
        const told = numbers.length === names.length ? [numbers[i]] : numbers;
        if (/^see/.test(limits)) return;
        assert.deepEqual([...told].sort(), [...wanted].sort(), `${section}: limits of ${name}: ${limits}`);
        if (says.enum) assert.deepEqual(words_told.sort(), [...says.enum].sort(), `${section}: words of ${name}`);
        assert.equal(/none twice/.test(rule), Boolean(says.uniqueItems), `${section}: ${name}, none twice`);
        if (says.maxLength && says.description?.includes(' characters'))
          assert.ok(
            numbers_in(says.description).includes(says.maxLength),
            `${section}: the schema's own words on ${name}`
          );
      });
    }
    const list = schema.properties[section];
    if (list?.maxItems) {
      const [, least, most] = /(?:(\d+) to|At most) (\d+)(?= locators| of them|;)/.exec(sections.get(section)) || [];
      assert.deepEqual([Number(least || 0), Number(most)], [list.minItems || 0, list.maxItems], `how many ${section}`);
    }
  }
  const [, least, most] = /An id has (\d+) to (\d+) characters/.exec(sections.get('An id'));
  assert.equal(schema.$defs.id.pattern, `^[a-z][a-z0-9-]{${least - 1},${most - 1}}$`);
});

test('what stands for a missing number is the same in guide, schema and program', () => {
  const header = read('src/core/content/content.h');
  const [, fields] = /struct KioskSettings \{(.*?)\n\};/s.exec(header);
  const [, values] = /KioskSettings kiosk\{([\d, ]+)/.exec(header);
  const told = (text, name) => Number(new RegExp(`${name}\\b[^\\n]*?(\\d+) when missing`).exec(text)?.[1]);
  const names = [...fields.matchAll(/int (\w+) =/g)].map(([, name]) => name);
  assert.equal(names.length, 3);
  names.forEach((name, i) => {
    assert.equal(told(sections.get('kiosk'), name), numbers_in(values)[i], `guide: ${name}`);
    assert.equal(
      told(JSON.stringify({ [name]: objects.get('kiosk').properties[name].description }), name),
      numbers_in(values)[i],
      `schema: ${name}`
    );
  });
});

test('a file may be as large and as deep as the guide says, and no larger nor deeper', () => {
  const [, megabytes, depth] = /at most (\d+) MB, and is nested at most (\d+) levels deep/.exec(guide);
  const nested = (levels) => (levels === 0 ? 0 : [nested(levels - 1)]);
  const long = (bytes) => 'x'.repeat(bytes - 2); // and its quotes
  const told = check_all([
    nested(Number(depth)),
    nested(Number(depth) + 1),
    long(megabytes * 1024 * 1024),
    long(megabytes * 1024 * 1024 + 1),
  ]).map(([first]) => first);
  assert.match(told[0], /must be an object/);
  assert.match(told[1], new RegExp(`nested deeper than ${depth} levels`));
  assert.match(told[2], /must be an object/);
  assert.match(told[3], new RegExp(`the most a content file may have is ${megabytes} MB`));
});
