import type { Brand } from '@nuangong/primitives';

/**
 * The codes of an organisation and of all above it, joined and ended with `/` (`51/5101/510107/`). Compared as text
 * under the collation "C", so that a subtree is one range of an index.
 */
export type OrganizationPath = Brand<string, 'OrganizationPath'>;

const shape = /^(?:[0-9A-Za-z-]{1,24}\/){1,8}$/;

/** Reads a path; throws where it has another shape, since paths come only from our own tokens, tables and events. */
export function scopeOf(text: string): OrganizationPath {
  if (!shape.test(text)) throw new Error(`not an organisation path: ${JSON.stringify(text)}`);
  return text as OrganizationPath;
}

/** Whether `path` is `scope` itself or lies below it. */
export function isWithin(path: OrganizationPath, scope: OrganizationPath): boolean {
  return path.startsWith(scope);
}
