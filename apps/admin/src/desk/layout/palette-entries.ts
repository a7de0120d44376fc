import { recordAddress } from '../../base/record/record-address.ts';
import { amount } from '../../base/display/money.ts';
import type { PaletteQuery } from '../../base/graph/generated/operation-types.ts';

/** What an entry of the palette is, in the order in which they are shown. */
export type PaletteGroup = 'households' | 'applications' | 'papers' | 'pages' | 'commands';

/** One entry of the palette: where it leads, or what it does. */
export interface PaletteEntry {
  readonly key: string;
  readonly group: PaletteGroup;
  readonly title: string;
  readonly detail: readonly string[];
  readonly action: string | (() => void);
}

/** What can be opened or done by its name, in both languages. */
export interface NamedEntry extends PaletteEntry {
  readonly names: readonly string[];
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');

/** The pages and commands whose name, in either language, contains what was typed; all of them if nothing was. */
export function entriesNamed(entries: readonly NamedEntry[], typed: string): readonly PaletteEntry[] {
  const wanted = plain(typed);
  return entries.filter(({ names }) => names.some((name) => plain(name).includes(wanted)));
}

/** The records that were found, as entries. */
export function recordsFound(found: PaletteQuery | undefined): readonly PaletteEntry[] {
  const households = (found?.households?.items ?? []).map(({ id, head, unitName, caseFile }) => ({
    key: id,
    group: 'households' as const,
    title: head.name,
    detail: [head.maskedIdentityNumber, unitName, caseFile?.number ?? ''],
    action: `/households/${id}`,
  }));
  const applications = (found?.applications?.items ?? []).map((each) => ({
    key: each.id,
    group: 'applications' as const,
    title: each.number,
    detail: [each.headName, each.unitName, amount(each.amount)],
    action: `/applications/${each.id}`,
  }));
  const papers = (found?.papersByNumber ?? []).map((each) => ({
    key: each.id,
    group: 'papers' as const,
    title: each.number,
    detail: [each.organizationName, amount(each.amount)],
    action: recordAddress(each.paper, each.id) ?? '/',
  }));
  return [...households, ...applications, ...papers];
}

/** The entry that a key leads to from the one at `at`: on from the last to the first, and back. */
export function entryAfter(at: number, key: string, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return count === 0 ? 0 : (at + 1) % count;
    case 'ArrowUp':
      return count === 0 ? 0 : (at - 1 + count) % count;
    default:
      return undefined;
  }
}
