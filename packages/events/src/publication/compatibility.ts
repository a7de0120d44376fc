import { isDeepStrictEqual } from 'node:util';
import { sensitiveMark } from '../fields.ts';
import type { JsonSchema } from './json-schemas.ts';

/** Words of a schema that tell readers something and bind nobody. */
const remarks = new Set(['$id', '$schema', 'title', 'description', 'examples', 'example', 'default', sensitiveMark]);

/**
 * What in `next` would break those who read or write events by `published`, in words; empty when nothing would.
 * A published version may only gain optional fields: what goes beyond that is a new version.
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

/** Whatever else a schema says must stay as it was; inside of lists and alternatives the same rules hold. */
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
