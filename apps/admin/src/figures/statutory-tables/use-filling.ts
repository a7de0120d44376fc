import useMediaQuery from '@mui/material/useMediaQuery';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useCan, useStaff } from '../../base/auth/use-staff.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { changesNothing, keepTyped, spreadBlock, typedIn } from './cell-draft.ts';
import type { CellWishes } from './FigureCell.tsx';
import {
  cellElementId,
  figuresOf,
  gridOf,
  isLocked,
  neighbour,
  ownValue,
  type GridRow,
  type Table,
} from './statutory-table.ts';
import { useFigureSaving, type FigureSaving } from './use-figure-saving.ts';

/** Whether the reader may fill this table. */
export function useMayFill(table: Table): boolean {
  const can = useCan();
  const staff = useStaff();
  return can('report.enter') && staff?.organization.id === table.organizationId && !isLocked(table);
}

/** How a table is filled: which cell is opened, which has the caret, what the cells ask for. */
export interface Filling {
  readonly rows: readonly GridRow[];
  readonly saving: FigureSaving;
  /** The cell whose panel is open. */
  readonly chosen: string | undefined;
  readonly inside: string | undefined;
  /** A word on the last key or paste. */
  readonly hint: string | undefined;
  readonly wishes: CellWishes;
  readonly close: () => void;
  readonly focus: (key: string) => void;
  /** Goes from the panel into a cell. */
  readonly fill: (key: string) => void;
  readonly takeBack: (key: string) => void;
}

/** How long a cell has the focus before an open panel follows it, in ms: nobody reads the cells passed by. */
const followsAfter = 250;

function focusCell(key: string): void {
  document.getElementById(cellElementId(key))?.focus();
}

/** The state of filling one table. */
export function useFilling(table: Table, fillable: boolean): Filling {
  const say = useWords();
  const wide = useMediaQuery('(min-width: 1200px)');
  const [search, setSearch] = useSearchParams();
  const [inside, setInside] = useState<string>();
  const [hint, setHint] = useState<string>();
  const saving = useFigureSaving(table);
  const rows = useMemo(() => gridOf(table), [table]);
  const chosen = search.get('cell') ?? undefined;
  const following = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(following.current), []);
  const kindOf = (key: string) => figuresOf(table).find((each) => each.key === key)?.kind;
  const choose = (key: string | undefined): void => {
    clearTimeout(following.current);
    const next = new URLSearchParams(search);
    if (key === undefined) next.delete('cell');
    else next.set('cell', key);
    setSearch(next, { replace: true });
  };
  // Where accepted tables are added to a cell, its text is the own part of the sum.
  const enter = (key: string | undefined): void => {
    const figure = figuresOf(table).find((each) => each.key === key);
    if (fillable && figure !== undefined && figure.accepted !== null && typedIn(table, figure.key) === undefined)
      keepTyped(table, figure.key, { text: ownValue(figure), reason: '' });
    setInside(key);
  };
  const wishes: CellWishes = {
    open: choose,
    enter,
    move(key, direction) {
      const to = neighbour(rows, key, direction);
      if (to !== undefined) focusCell(to);
    },
    leave(key, shown) {
      const typed = typedIn(table, key);
      const figure = figuresOf(table).find((each) => each.key === key);
      if (typed === undefined || figure === undefined) return;
      if (changesNothing(figure, typed, shown)) keepTyped(table, key, undefined);
      else saving.save([key]);
    },
    paste(key, block) {
      const placed = spreadBlock(rows, key, block);
      for (const { key: at, text } of placed) keepTyped(table, at, { text, reason: '' });
      saving.save(placed.map((each) => each.key));
    },
    focused(key) {
      setHint(undefined);
      clearTimeout(following.current);
      if (chosen !== undefined && chosen !== key && wide) {
        following.current = setTimeout(() => latest.current.wishes.open(key), followsAfter);
      }
    },
    refused(key) {
      if (isLocked(table)) setHint(say('statutoryTable.locked'));
      else if (kindOf(key) === 'COMPUTED') setHint(say('statutoryTable.computedCell'));
    },
    clicked(key) {
      if (!wide && fillable && kindOf(key) === 'ENTERED') enter(key);
      else if (table.submission?.mayReturn === true) enter(key);
      else choose(key);
    },
  };
  const latest = useRef({ wishes });
  useEffect(() => {
    latest.current = { wishes };
  });
  return {
    rows,
    saving,
    chosen,
    inside,
    hint,
    wishes: useLasting(latest),
    close() {
      choose(undefined);
      if (chosen !== undefined) focusCell(chosen);
    },
    focus: focusCell,
    fill(key) {
      if (!wide) choose(undefined);
      enter(key);
      // A closing drawer gives the focus back to where it came from first.
      setTimeout(() => focusCell(key), wide ? 0 : 300);
    },
    takeBack(key) {
      keepTyped(table, key, { text: '', reason: '' });
      saving.save([key]);
    },
  };
}

/** The same functions for as long as the table is shown, so that a cell is not drawn again for another one's sake. */
function useLasting(latest: { readonly current: { readonly wishes: CellWishes } }): CellWishes {
  return useMemo(
    () => ({
      open: (key) => latest.current.wishes.open(key),
      enter: (key) => latest.current.wishes.enter(key),
      move: (key, direction) => latest.current.wishes.move(key, direction),
      leave: (key, shown) => latest.current.wishes.leave(key, shown),
      paste: (key, block) => latest.current.wishes.paste(key, block),
      focused: (key) => latest.current.wishes.focused(key),
      refused: (key) => latest.current.wishes.refused(key),
      clicked: (key) => latest.current.wishes.clicked(key),
    }),
    [latest],
  );
}
