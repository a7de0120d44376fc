import { useEffect, useMemo, useState } from 'react';
import type { RowResult } from '../graph/command.ts';

/** One row of a queue, as its list shows it. */
export interface QueueRow {
  readonly id: string;
  readonly name: string;
  /** A second line: unit, number. */
  readonly detail: string;
  readonly amount?: string | undefined;
  /** Why the one who looks may not decide it (本人经办，不能审批). */
  readonly locked?: string | undefined;
}

/** Where the eye is in a queue, and what is ticked. */
export interface QueueState<Row extends QueueRow> {
  readonly rows: readonly Row[];
  readonly current: Row | undefined;
  readonly position: number;
  readonly selected: ReadonlySet<string>;
  readonly selectedRows: readonly Row[];
  /** Why a row was not carried out, by its id. */
  readonly refusals: ReadonlyMap<string, RowResult>;
  readonly go: (id: string) => void;
  readonly move: (by: 1 | -1) => void;
  readonly toggle: (id: string, range: boolean) => void;
  readonly selectPage: (on: boolean) => void;
  readonly clear: () => void;
  /** Takes in a result per row: what was carried out is unticked, what was not stays ticked with its reason. */
  readonly settle: (results: readonly RowResult[]) => void;
}

const none: ReadonlySet<string> = new Set();

/** Keeps the place in a queue while rows leave it: the row after a decided one becomes the current one. */
export function useQueue<Row extends QueueRow>(rows: readonly Row[]): QueueState<Row> {
  const [place, setPlace] = useState<{ readonly id: string | undefined; readonly index: number }>({
    id: undefined,
    index: 0,
  });
  const [selected, setSelected] = useState(none);
  const [anchor, setAnchor] = useState<string>();
  const [refusals, setRefusals] = useState<ReadonlyMap<string, RowResult>>(new Map());
  const found = rows.findIndex((row) => row.id === place.id);
  const position = found >= 0 ? found : Math.min(place.index, Math.max(rows.length - 1, 0));
  const current = rows[position];
  const free = useMemo(() => rows.filter((row) => row.locked === undefined), [rows]);
  useEffect(() => {
    if (current !== undefined && current.id !== place.id) setPlace({ id: current.id, index: position });
  }, [current, place.id, position]);
  const goTo = (index: number): void => {
    const row = rows[Math.min(Math.max(index, 0), rows.length - 1)];
    if (row !== undefined) setPlace({ id: row.id, index: rows.indexOf(row) });
  };
  return {
    rows,
    current,
    position,
    selected,
    selectedRows: rows.filter((row) => selected.has(row.id)),
    refusals,
    go: (id) => goTo(rows.findIndex((row) => row.id === id)),
    move: (by) => goTo(position + by),
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
    clear() {
      setSelected(none);
      setRefusals(new Map());
    },
    settle(results) {
      const refused = results.filter((result) => !result.ok);
      setRefusals(new Map(refused.map((result) => [result.id, result])));
      setSelected((before) => new Set(refused.map((result) => result.id).filter((id) => before.has(id))));
    },
  };
}

function between(rows: readonly QueueRow[], one: string, other: string): readonly string[] {
  const ids = rows.map((row) => row.id);
  const [from, to] = [ids.indexOf(one), ids.indexOf(other)].sort((a, b) => a - b) as [number, number];
  return from < 0 ? [other] : ids.slice(from, to + 1);
}
