// Writes src/api/schema.d.ts from ../openapi.json, or with --check tells whether it is current.
// Prose and the error responses are left out: every error has one shape (src/api/errors.ts), and the prose is at /docs.
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const source = new URL('../../openapi.json', import.meta.url);
const target = new URL('../src/api/schema.d.ts', import.meta.url);
const PROSE = new Set(['description', 'summary', 'example', 'examples', 'title']);

function withoutProse(value, isNameMap = false) {
  if (Array.isArray(value)) return value.map((item) => withoutProse(item));
  if (value === null || typeof value !== 'object') return value;
  // The client's types make arrays of tuples anyway, and then do not fit themselves.
  if (value.prefixItems) return { type: 'array', items: withoutProse(value.prefixItems[0]) };
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => isNameMap || !PROSE.has(key))
      .map(([key, child]) => [
        key,
        withoutProse(child, ['properties', 'schemas'].includes(key) && !isNameMap),
      ]),
  );
}

const description = withoutProse(JSON.parse(await readFile(source, 'utf8')));
for (const operations of Object.values(description.paths)) {
  for (const operation of Object.values(operations)) {
    if (!operation.responses) continue;
    for (const [status, response] of Object.entries(operation.responses)) {
      if (!status.startsWith('2')) delete operation.responses[status];
      else response.description = '';
    }
  }
}

// What an answer can hold it always holds: pydantic only calls a field optional that has a default.
const schemas = description.components.schemas;
const answered = new Set();
(function collect(value) {
  if (value === null || typeof value !== 'object') return;
  const name = typeof value.$ref === 'string' ? value.$ref.split('/').pop() : undefined;
  if (name && !answered.has(name)) {
    answered.add(name);
    collect(schemas[name]);
  }
  Object.values(value).forEach(collect);
})(
  Object.values(description.paths).flatMap((path) =>
    Object.values(path).map((operation) => operation.responses),
  ),
);
for (const name of answered) {
  if (schemas[name].properties) schemas[name].required = Object.keys(schemas[name].properties);
}

const header = '// Generated from openapi.json by `npm run api`; do not edit.\n';
const types = await openapiTS(description, {
  alphabetize: true,
  defaultNonNullable: false,
  rootTypes: true,
  rootTypesNoSchemaPrefix: true,
});
const text = header + astToString(types);
if (process.argv.includes('--check')) {
  const current = await readFile(target, 'utf8').catch(() => '');
  if (current !== text) {
    console.error('web/src/api/schema.d.ts does not fit openapi.json: run `npm run api` in web/');
    process.exit(1);
  }
} else {
  await writeFile(target, text);
}
