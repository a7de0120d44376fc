import { readFileSync } from 'node:fs';

const operations = JSON.parse(
  readFileSync(new URL('../../../apps/gateway/operations.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, string>>;

/** The console's own query of a name, with its fragments, as its browser sends it. */
export function consoleDocument(name: string): string {
  const found = Object.values(operations).find((text) => text.includes(`query ${name}(`));
  if (found === undefined) throw new Error(`the console has no query ${name}`);
  return found;
}
