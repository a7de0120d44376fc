import { isDeepStrictEqual } from 'node:util';
import { sensitiveMark } from '../fields.ts';
import type { JsonSchema } from './json-schemas.ts';

/** Schema keywords that inform readers and constrain nothing. */
const remarks = new Set(['$id', '$schema', 'title', 'description', 'examples', 'example', 'default', sensitiveMark]);

/**
 * The changes in `next` that would break readers or writers of `published`, in words; empty if there are none. A
 * published version may only gain optional fields: anything else is a new version.
 */
export function incompatibilities(published: JsonSchema, next: JsonSchema, path = 'data'): readonly string[] {
  const before = fieldsOf(published);
  const after = fieldsOf(next);
  const required = requiredOf(next);
  const requiredBefore = requiredOf(published);
  const found: string[] = [];
  for (const [name, schema] of before) {
    const now = after.get(name);
    if (!now) found.push(`${path}.${name} was removed`);
    else found.push(...incompatibilities(schema, now, `${path}.${name}`));
    if (now && requiredBefore.has(name) && !required.has(name)) found.push(`${path}.${name} is no longer always there`);
    if (now && !requiredBefore.has(name) && required.has(name)) found.push(`${path}.${name} is newly required`);
  }
  for (const name of after.keys()) {
    if (!before.has(name) && required.has(name)) found.push(`${path}.${name} is newly required`);
  }
  found.push(...incompatibleParts(published, next, path));
  return found;
}

/** All other keywords of a schema must stay the same; the same rules apply inside lists and alternatives. */
function incompatibleParts(published: JsonSchema, next: JsonSchema, path: string): readonly string[] {
  const keywords = new Set([...Object.keys(published), ...Object.keys(next)]);
  const found: string[] = [];
  for (const keyword of keywords) {
    const [was, is] = [published[keyword], next[keyword]];
    if (keyword === 'properties' || keyword === 'required' || remarks.has(keyword)) continue;
    if (keyword === 'items' && isSchema(was) && isSchema(is)) found.push(...incompatibilities(was, is, `${path}[]`));
    else if (keyword === 'anyOf' && Array.isArray(was) && Array.isArray(is) && was.length === is.length) {
      found.push(...was.flatMap((each, place) => alternatives(each, is[place], path)));
    } else if (!isDeepStrictEqual(was, is)) {
      found.push(`${path} changed its ${keyword} from ${JSON.stringify(was)} to ${JSON.stringify(is)}`);
    }
  }
  return found;
}

function alternatives(was: unknown, is: unknown, path: string): readonly string[] {
  return isSchema(was) && isSchema(is) ? incompatibilities(was, is, path) : [`${path} changed an alternative`];
}

function fieldsOf(schema: JsonSchema): ReadonlyMap<string, JsonSchema> {
  const fields = schema['properties'];
  if (!isSchema(fields)) return new Map();
  return new Map(Object.entries(fields).filter((entry): entry is [string, JsonSchema] => isSchema(entry[1])));
}

function requiredOf(schema: JsonSchema): ReadonlySet<string> {
  const names = schema['required'];
  return new Set(Array.isArray(names) ? names.map(String) : []);
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
