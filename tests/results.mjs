// A reporter of node's tests for tests/run.sh: a line for each test that ran, "passed" or "failed", its file and its
// name.
import path from 'node:path';

export default async function* (events) {
  for await (const { type, data } of events) {
    const is_result = type === 'test:pass' || type === 'test:fail';
    // What was passed over is no result; a test that only holds others is told by them.
    if (!is_result || data.skip !== undefined || data.todo !== undefined) continue;
    if (data.details.error?.failureType === 'subtestsFailed') continue;
    const file = data.file ? path.relative(process.cwd(), data.file) : '';
    // A file that broke off before or after its tests goes by its own name.
    const is_file = data.file && path.resolve(data.name) === path.resolve(data.file);
    const name = is_file ? path.basename(data.name).replace(/\.(test|soak)\.mjs$/, '') : data.name;
    yield `${type.slice(5) === 'pass' ? 'passed' : 'failed'}\t${file}\t${name.replace(/\s+/g, ' ')}\n`;
  }
}
