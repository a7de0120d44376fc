import { readdirSync, readFileSync } from 'node:fs';
import type { FormDefinition } from './form.ts';
import { parseForm } from './parse-form.ts';

const folder = new URL('../../../forms/', import.meta.url);

/**
 * The built-in forms, one file of `forms/` each, all versions, sorted by file name; read and checked once, when the
 * service starts. Throws when a file is not a valid form.
 */
export const forms: readonly FormDefinition[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map(readForm);

function readForm(name: string): FormDefinition {
  const read = parseForm(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
  if (!read.ok) throw new Error(`${name}: ${read.problems.map(({ message }) => message.en).join('; ')}`);
  if (!name.startsWith(read.value.code)) throw new Error(`${name} holds the form ${read.value.code}`);
  return read.value;
}
