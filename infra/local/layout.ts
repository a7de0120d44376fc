import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The checkout's root. */
export const root = resolve(import.meta.dirname, '..', '..');

/** The services, each with its own subgraph and database. */
export const serviceNames = ['identity', 'case-records', 'funds', 'employment-legal', 'reporting'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** Where a service's code is. */
export function serviceFolder(name: ServiceName): string {
  return join(root, 'services', name);
}

/** A service's database, and the role it connects as: `nuangong_case_records`. */
export function databaseName(name: ServiceName): string {
  return `nuangong_${name.replaceAll('-', '_')}`;
}

/** The scripts of a package, by name; none if the folder is not a package. */
export function scriptsOf(folder: string): Readonly<Record<string, string>> {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return {};
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { scripts?: Record<string, string> };
  return manifest.scripts ?? {};
}
