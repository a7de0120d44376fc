import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly 'x-sensitive'?: boolean;
}

const folder = new URL('../../generated-contracts/', import.meta.url);
const telling = /identity|phone|account|health|payee|sealed|content|remark|finding|cause|reason/i;

/** The fields of a schema whose names suggest people, by path; a field is sensitive if its items or choices are. */
function fieldsAboutPeople(
  schema: Schema,
  path: string,
): readonly { readonly at: string; readonly sensitive: boolean }[] {
  const parts = [...(schema.anyOf ?? []), ...(schema.items === undefined ? [] : [schema.items])];
  const inside = parts.flatMap((part) => fieldsAboutPeople(part, path));
  const below = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
    ...(telling.test(name) ? [{ at: `${path}.${name}`, sensitive: isSensitive(field) }] : []),
    ...fieldsAboutPeople(field, `${path}.${name}`),
  ]);
  return [...below, ...inside];
}

function isSensitive(schema: Schema): boolean {
  const parts = [...(schema.anyOf ?? []), ...(schema.items === undefined ? [] : [schema.items])];
  return schema['x-sensitive'] === true || parts.some(isSensitive);
}

it('every event field with numbers, health or texts about people is sensitive', () => {
  const files = readdirSync(folder).filter((file) => /\.v\d+\.json$/.test(file));
  const fields = files.flatMap((file) =>
    fieldsAboutPeople(JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Schema, file),
  );
  expect(fields.length).toBeGreaterThan(4);
  expect(fields.filter(({ sensitive }) => !sensitive).map(({ at }) => at)).toEqual([]);
});
