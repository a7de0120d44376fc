import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The checkout's root. */
export const root = resolve(import.meta.dirname, '..', '..');

/** A file of the repository: its path from the root, its text, and what it imports. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

/** Our own TypeScript, generated code left out. */
export function sourceFiles(): readonly SourceFile[] {
  return filesOf('{apps,services,packages,infra}/**/*.{ts,tsx}').map(({ path, text }) => ({
    path,
    text,
    imports: [...text.matchAll(/\bfrom '([^']+)'|\bimport '([^']+)'|\bimport\('([^']+)'\)/g)].map(
      ([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '',
    ),
  }));
}

/** The files of a pattern, with their text. */
export function filesOf(pattern: string): readonly { readonly path: string; readonly text: string }[] {
  const passedOver = /(^|\/)(node_modules|generated|dist|\.nuangong)(\/|$)/;
  return globSync(pattern, { cwd: root, exclude: (path) => passedOver.test(String(path)) })
    .filter((path) => !passedOver.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
