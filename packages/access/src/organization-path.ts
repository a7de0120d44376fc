import type { Brand } from '@nuangong/primitives';

/**
 * The codes of an organisation and of all above it, each followed by `/` (`51/5101/510107/`). Compared as text under
 * the collation "C", so that a subtree is one range of an index.
 */
export type OrganizationPath = Brand<string, 'OrganizationPath'>;

const shape = /^(?:[0-9A-Za-z-]{1,24}\/){1,8}$/;

/** Reads a path; throws if its format is wrong, because paths come only from our own tokens, tables and events. */
export function scopeOf(text: string): OrganizationPath {
  if (!shape.test(text)) throw new Error(`not an organisation path: ${JSON.stringify(text)}`);
  return text as OrganizationPath;
}

/** Whether `path` is `scope` itself or lies below it. */
export function isWithin(path: OrganizationPath, scope: OrganizationPath): boolean {
  return path.startsWith(scope);
}

/** The last code of a path, the organisation's own: `51/5101/510101/` → `510101`. */
export function codeOf(path: string): string {
  return path.split('/').at(-2) ?? '';
}

/** The paths of an organisation and of all above it, the top first: `51/`, `51/5101/`, `51/5101/510101/`. */
export function pathsAtOrAbove(path: string): readonly OrganizationPath[] {
  return Array.from(path.matchAll(/\//g), ({ index }) => path.slice(0, index + 1) as OrganizationPath);
}

export const organizationKinds = ['PROVINCE', 'CITY', 'COUNTY', 'INDUSTRY_UNION', 'BASE_UNION', 'AID_STATION'] as const;

/** What an organisation is in the tree of unions. */
export type OrganizationKind = (typeof organizationKinds)[number];

/** An organisation with what decides its county, book or city: its kind, not its depth. */
export interface PlacedOrganization {
  readonly path: string;
  readonly kind: OrganizationKind;
}

/** An organisation and all above it, nearest first; the SQL equivalent is `access.lineage`. */
export type Lineage<Placed extends PlacedOrganization = PlacedOrganization> = readonly [Placed, ...Placed[]];

/** Whether organisations of a kind keep their own files and book; others use the nearest above that does. */
export function isSeat(kind: OrganizationKind): boolean {
  switch (kind) {
    case 'PROVINCE':
    case 'CITY':
    case 'COUNTY':
    case 'INDUSTRY_UNION':
      return true;
    case 'BASE_UNION':
    case 'AID_STATION':
      return false;
  }
}

/**
 * The county or industry union of an organisation. For a city or province: itself; for other organisations directly
 * below a city: the city. The same as `access.county_of`.
 */
export function countyOf<Placed extends PlacedOrganization>(lineage: Lineage<Placed>): Placed {
  return lineage.find(({ kind }) => isSeat(kind)) ?? lineage[0];
}

/**
 * The book in which an organisation's aid is paid unless it keeps its own: that of its county. The same as
 * `access.book_of`.
 */
export const bookOf: typeof countyOf = countyOf;

/** The city of an organisation; above cities, the organisation itself. The same as `access.city_of`. */
export function cityOf<Placed extends PlacedOrganization>(lineage: Lineage<Placed>): Placed {
  return lineage.find(({ kind }) => kind === 'CITY') ?? lineage[0];
}

/** The organisation directly above; undefined at the top. The same as `access.parent_of`. */
export function parentOf<Placed extends PlacedOrganization>(lineage: Lineage<Placed>): Placed | undefined {
  return lineage[1];
}
