import { useEffect, useState } from 'react';
import type { CommandResult, RowResult } from '../graph/command.ts';
import {
  positionIn,
  refusalsAfter,
  refusalsGone,
  waitingRows,
  whenAnswered,
  whenSent,
  type Decided,
  type Place,
  type Refusal,
} from './decided-rows.ts';

/** One row of a queue, as its list shows it. */
export interface QueueRow {
  readonly id: string;
  readonly name: string;
  /** A second line: unit, number. */
  readonly detail: string;
  readonly amount?: string | undefined;
  /** Why the reader may not decide it (本人经办过，由另一位办理). */
  readonly locked?: string | undefined;
  /** What follows from approving it that is not as usual, such as that the money does not suffice. */
  readonly warning?: string | undefined;
}

/** One page of a queue as the server answered it. */
export interface QueueAnswer<Row extends QueueRow> {
  readonly rows: readonly Row[];
  /** Of all pages. */
  readonly total: number;
  /** When it was read, in ms since 1970. */
  readonly readAt: number;
}

/** The answer of a command over rows: why all was refused, or a result per row. */
export interface RowsAnswer extends CommandResult {
  readonly rows: readonly RowResult[];
}

/** The current row of a queue, and the ticked rows. */
export interface QueueState<Row extends QueueRow> {
  /** The rows of this page that still wait: those decided here disappear before the server answers. */
  readonly rows: readonly Row[];
  /** How many rows wait on all pages. */
  readonly left: number;
  readonly current: Row | undefined;
  readonly position: number;
  /** The current row was decided here and is still shown, locked, because the reader stays at it. */
  readonly staying: boolean;
  readonly selected: ReadonlySet<string>;
  readonly selectedRows: readonly Row[];
  /** Why a row was not carried out, by its id. */
  readonly refusals: ReadonlyMap<string, Refusal>;
  /** Those of rows that have left the queue: decided by somebody else first. */
  readonly gone: readonly Refusal[];
  readonly go: (id: string) => void;
  readonly move: (by: 1 | -1) => void;
  readonly toggle: (id: string, range: boolean) => void;
  readonly selectPage: (on: boolean) => void;
  readonly clear: () => void;
  /** Puts the refusals away. */
  readonly forget: () => void;
  /**
   * Carries out a command on these rows (none named: on all of the queue). They leave the queue immediately; those
   * carried out are unticked, the others come back, still ticked, with the reason.
   */
  readonly decide: <Answer extends RowsAnswer>(
    ids: readonly string[],
    command: () => Promise<Answer>,
  ) => Promise<Answer>;
}

const none: ReadonlySet<string> = new Set();

/**
 * Keeps the place in a queue while rows leave it: the row after a decided one becomes the current one, or, if the reader
 * stays, the decided one remains shown, with `stay` as the reason why nothing more is decided on it.
 */
export function useQueue<Row extends QueueRow>(answer: QueueAnswer<Row>, stay?: string): QueueState<Row> {
  const [kept, setKept] = useState<Row>();
  const [place, setPlace] = useState<Place>({ id: undefined, index: 0 });
  const [decided, setDecided] = useState<Decided>(new Map());
  const [selected, setSelected] = useState(none);
  const [anchor, setAnchor] = useState<string>();
  const [refusals, setRefusals] = useState<ReadonlyMap<string, Refusal>>(new Map());
  const rows = waitingRows(answer.rows, decided, answer.readAt);
  const position = positionIn(answer.rows, rows, place);
  const staying = kept !== undefined && !rows.some((row) => row.id === kept.id);
  const current = staying ? { ...kept, locked: stay, warning: undefined } : rows[position];
  const free = rows.filter((row) => row.locked === undefined);
  useEffect(() => {
    if (current !== undefined && current.id !== place.id) setPlace({ id: current.id, index: position });
  }, [current, place.id, position]);
  const goTo = (index: number): void => {
    const row = rows[Math.min(Math.max(index, 0), rows.length - 1)];
    setKept(undefined);
    if (row !== undefined) setPlace({ id: row.id, index: rows.indexOf(row) });
  };
  return {
    rows,
    left: answer.total - (answer.rows.length - rows.length),
    current,
    position,
    staying,
    selected,
    selectedRows: rows.filter((row) => selected.has(row.id)),
    refusals,
    gone: refusalsGone(refusals, rows),
    go: (id) => goTo(rows.findIndex((row) => row.id === id)),
    move: (by) => goTo(staying && by === 1 ? position : position + by),
    toggle(id, range) {
      const ids = range && anchor !== undefined ? between(free, anchor, id) : [id];
      const on = !selected.has(id);
      const next = new Set(selected);
      for (const each of ids)
        if (on) next.add(each);
        else next.delete(each);
      setSelected(next);
      setAnchor(id);
    },
    selectPage: (on) => setSelected(on ? new Set(free.map((row) => row.id)) : none),
    forget: () => setRefusals(new Map()),
    clear() {
      setSelected(none);
      setRefusals(new Map());
    },
    async decide(ids, command) {
      if (stay !== undefined && ids.length === 1 && ids[0] === current?.id) setKept(current);
      setDecided((before) => whenSent(before, ids));
      const names = new Map(answer.rows.map((row) => [row.id, row.name]));
      const results = await command().catch((fault: unknown) => {
        setDecided((before) => whenAnswered(before, ids, [], Date.now()));
        throw fault;
      });
      const rowResults = resultsOf(ids, results);
      setDecided((before) => whenAnswered(before, ids, rowResults, Date.now()));
      const named = rowResults.map((result) => ({ ...result, name: names.get(result.id) ?? '' }));
      setRefusals((before) => refusalsAfter(before, named));
      const done = new Set(rowResults.filter((result) => result.ok).map((result) => result.id));
      setSelected((before) => new Set([...before].filter((id) => !done.has(id))));
      return results;
    },
  };
}

function between(rows: readonly QueueRow[], one: string, other: string): readonly string[] {
  const ids = rows.map((row) => row.id);
  const [from, to] = [ids.indexOf(one), ids.indexOf(other)].sort((a, b) => a - b) as [number, number];
  return from < 0 ? [other] : ids.slice(from, to + 1);
}

/** A result per row; if the whole command was refused, each row has its reason. */
function resultsOf(ids: readonly string[], { rows, problems }: RowsAnswer): readonly RowResult[] {
  return problems.length === 0 ? rows : ids.map((id) => ({ id, ok: false, problems }));
}
