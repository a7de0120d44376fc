import type { EvidenceFileMatchesQuery } from '../../base/graph/generated/operation-types.ts';

type Match = EvidenceFileMatchesQuery['evidenceFileMatches']['items'][number];

/** A case file that a file may belong to, as a person reads it. */
export interface Owner {
  readonly caseFileId: string;
  readonly name: string;
  readonly unitName: string;
  readonly maskedIdentityNumber: string;
}

/** How far a file is: to be sent, sent, not accepted and why, or the service was not reached. */
export type RowState =
  | { readonly is: 'WAITING' }
  | { readonly is: 'SENT' }
  | { readonly is: 'UNREACHED' }
  | { readonly is: 'REFUSED'; readonly zh: string; readonly en: string };

/** One file that a clerk dropped: whose it is, of which kind, and how far it is. */
export interface EvidenceRow {
  readonly key: string;
  readonly file: File;
  /** Those whom the file's name may mean. */
  readonly owners: readonly Owner[];
  /** The one chosen: the only one that its name may mean, or somebody's choice. */
  readonly owner: Owner | undefined;
  readonly kind: string | undefined;
  readonly state: RowState;
}

/** The rows of files with what their names say; several namesakes leave the choice to the clerk. */
export function rowsOf(files: readonly File[], matches: readonly Match[], from: number): readonly EvidenceRow[] {
  return files.map((file, place) => {
    const owners = (matches[place]?.caseFiles ?? []).map(({ id, household }) => ({
      caseFileId: id,
      name: household.head.name,
      unitName: household.unitName,
      maskedIdentityNumber: household.head.maskedIdentityNumber,
    }));
    return {
      key: String(from + place),
      file,
      owners,
      owner: owners.length === 1 ? owners[0] : undefined,
      kind: matches[place]?.kind ?? undefined,
      state: { is: 'WAITING' },
    };
  });
}

/** A row that says whose and of which kind. */
export interface ReadyRow extends EvidenceRow {
  readonly owner: Owner;
  readonly kind: string;
}

/** Whether a row can be sent: it says whose and of which kind, and has not been sent. */
export function isReady(row: EvidenceRow): row is ReadyRow {
  return row.owner !== undefined && row.kind !== undefined && row.state.is !== 'SENT';
}

/** How many rows are ready, lack something, and are sent; for how many households. */
export function countsOf(rows: readonly EvidenceRow[]) {
  const ready = rows.filter(isReady);
  return {
    ready: ready.length,
    households: new Set(ready.map(({ owner }) => owner.caseFileId)).size,
    sent: rows.filter(({ state }) => state.is === 'SENT').length,
    lacking: rows.filter((row) => row.state.is !== 'SENT' && !isReady(row)).length,
  };
}

/** Lists in parts of at most `most`. */
export function inParts<T>(list: readonly T[], most: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / most) }, (_, place) =>
    list.slice(place * most, (place + 1) * most),
  );
}
