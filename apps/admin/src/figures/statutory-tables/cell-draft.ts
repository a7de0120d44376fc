import { drafts } from '../../base/draft/drafts.ts';
import type { Problem } from '../../base/graph/command.ts';
import { figuresOf, isNumber, neighbour, ownValue, type Figure, type GridRow, type Table } from './statutory-table.ts';

/** What is typed in a cell and not saved; it stays in its cell until the server has it or it is taken back. */
export interface CellDraft {
  readonly text: string;
  /** The reason of an adjustment. */
  readonly reason: string;
  /** Why it is not saved; undefined while it is being typed or saved. */
  readonly trouble?: CellTrouble;
}

/** The server refused it, or never had it. */
export type CellTrouble =
  | { readonly kind: 'REFUSED'; readonly problem: Problem }
  | { readonly kind: 'UNREACHED'; readonly words?: string };

/** The name under which what is typed in a cell is kept. */
export function draftName({ form, organizationId, campaignId, from }: Table, key: string): string {
  return ['figure', form.code, form.version, organizationId, campaignId ?? '', from, key].join('/');
}

/** What is typed in a cell at this moment. */
export function typedIn(table: Table, key: string): CellDraft | undefined {
  return drafts.get(draftName(table, key))?.typed as CellDraft | undefined;
}

/** Keeps what is typed in a cell; undefined removes it. */
export function keepTyped(table: Table, key: string, typed: CellDraft | undefined): void {
  const name = draftName(table, key);
  if (typed === undefined) drafts.drop(name);
  else drafts.keep(name, { typed, at: new Date().toISOString() });
}

/** The name under which a remark at a cell of a submission is kept until the table is returned. */
export function remarkName(submissionId: string, key: string): string {
  return `remark/${submissionId}/${key}`;
}

/** The remarks typed at the cells of a submission, not sent yet. */
export function typedRemarks(table: Table): readonly { readonly cell: string; readonly text: string }[] {
  const id = table.submission?.id;
  if (id === undefined) return [];
  return figuresOf(table).flatMap(({ key }) => {
    const text = (drafts.get(remarkName(id, key))?.typed as string | undefined)?.trim() ?? '';
    return text === '' ? [] : [{ cell: key, text }];
  });
}

/** Forgets the remarks typed at the cells of a submission. */
export function dropRemarks(table: Table): void {
  const id = table.submission?.id;
  if (id !== undefined) for (const { key } of figuresOf(table)) drafts.drop(remarkName(id, key));
}

/** Whether two texts and reasons of a cell are the same. */
export function isSameTyped(one: CellDraft | undefined, other: CellDraft | undefined): boolean {
  return one?.text === other?.text && one?.reason === other?.reason;
}

/** Whether what is typed would change nothing: the shown value, or a blank where nothing was entered. */
export function changesNothing(figure: Figure, { text, reason }: CellDraft, shown: string): boolean {
  const bare = (value: string): string => (isNumber(figure) ? value.replaceAll(/[,，\s]/g, '') : value.trim());
  if (bare(text) === '') return figure.enteredBy === null;
  const sameReason = reason.trim() === (figure.reason ?? '');
  const same = figure.accepted === null ? [figure.value, shown] : [ownValue(figure)];
  return same.some((value) => value !== '' && bare(text) === bare(value)) && sameReason;
}

/** The numeric cells that nobody has filled and nobody is filling. */
export function emptyCells(table: Table): readonly Figure[] {
  return figuresOf(table).filter(
    (figure) =>
      figure.kind === 'ENTERED' &&
      figure.state === 'EMPTY' &&
      isNumber(figure) &&
      typedIn(table, figure.key) === undefined,
  );
}

/**
 * The cells that a block of text from a spreadsheet falls on: its rows down from a cell, its columns to the right.
 * Blank pieces, sums and what lies beyond the table are left out.
 */
export function spreadBlock(
  rows: readonly GridRow[],
  start: string,
  block: string,
): readonly { readonly key: string; readonly text: string }[] {
  const kinds = new Map(
    rows
      .flatMap(({ first, second }) => [first?.figure, second])
      .flatMap((each) => (each ? [[each.key, each.kind]] : [])),
  );
  const placed: { key: string; text: string }[] = [];
  let left: string | undefined = start;
  for (const line of block.replace(/(\r?\n)+$/, '').split(/\r?\n/)) {
    let key = left;
    for (const piece of line.split('\t')) {
      if (key === undefined) break;
      if (piece.trim() !== '' && kinds.get(key) !== 'COMPUTED') placed.push({ key, text: piece.trim() });
      key = neighbour(rows, key, 'right');
    }
    if (left !== undefined) left = neighbour(rows, left, 'down');
  }
  return placed;
}

/** Whether a pasted text is a block of several cells. */
export function isBlock(text: string): boolean {
  return /[\t\n]/.test(text.replace(/(\r?\n)+$/, ''));
}
