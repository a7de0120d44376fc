import type { RowResult } from '../graph/command.ts';

/** The rows that were decided here: still being sent, or carried out at an instant (ms since 1970). */
export type Decided = ReadonlyMap<string, 'on the way' | number>;

/**
 * The rows that still wait. A decided row disappears immediately and stays hidden until the rows are read again
 * (`readAt`, ms).
 */
export function waitingRows<Row extends { readonly id: string }>(
  rows: readonly Row[],
  decided: Decided,
  readAt: number,
): readonly Row[] {
  return rows.filter(({ id }) => {
    const when = decided.get(id);
    return when === undefined || (when !== 'on the way' && when < readAt);
  });
}

/** After a decision on these rows was sent. */
export function whenSent(decided: Decided, ids: readonly string[]): Decided {
  return new Map([...decided, ...ids.map((id) => [id, 'on the way'] as const)]);
}

/** After the answer came at `at` (ms): rows that were carried out stay hidden, the others that were sent are back. */
export function whenAnswered(
  decided: Decided,
  ids: readonly string[],
  results: readonly RowResult[],
  at: number,
): Decided {
  const next = new Map(decided);
  for (const id of ids) next.delete(id);
  for (const result of results) if (result.ok) next.set(result.id, at);
  return next;
}

/** Why a row was not carried out, with the name it has in the queue. */
export interface Refusal extends RowResult {
  readonly name: string;
}

/** Why rows were not carried out, by id: the rows of this answer replace their earlier refusals. */
export function refusalsAfter<Result extends RowResult>(
  refusals: ReadonlyMap<string, Result>,
  results: readonly Result[],
): ReadonlyMap<string, Result> {
  const next = new Map(refusals);
  for (const result of results)
    if (result.ok) next.delete(result.id);
    else next.set(result.id, result);
  return next;
}

/** The refusals of rows that no longer wait: somebody else decided them first. */
export function refusalsGone(
  refusals: ReadonlyMap<string, Refusal>,
  waiting: readonly { readonly id: string }[],
): readonly Refusal[] {
  const here = new Set(waiting.map((row) => row.id));
  return [...refusals.values()].filter(({ id }) => !here.has(id));
}

/** The place in a queue: the current row, and its position (from 0) when it was last there. */
export interface Place {
  readonly id: string | undefined;
  readonly index: number;
}

/**
 * The position of the current row among those that wait: that of the row looked at; if it was decided, of the next one
 * after it in `all`, whichever rows came back before it; if it is in neither list, the row that moved up into its
 * position.
 */
export function positionIn(
  all: readonly { readonly id: string }[],
  waiting: readonly { readonly id: string }[],
  place: Place,
): number {
  const found = waiting.findIndex((row) => row.id === place.id);
  if (found >= 0) return found;
  const last = Math.max(waiting.length - 1, 0);
  const decidedAt = all.findIndex((row) => row.id === place.id);
  if (decidedAt < 0) return Math.min(place.index, last);
  const after = new Set(all.slice(decidedAt).map((row) => row.id));
  const next = waiting.findIndex((row) => after.has(row.id));
  return next >= 0 ? next : last;
}
