import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { drafts } from '../../base/draft/drafts.ts';
import { GraphFault } from '../../base/graph/fault.ts';
import type { EnterFiguresMutation, StatutoryTableQuery } from '../../base/graph/generated/operation-types.ts';
import { statutoryTableQuery } from '../../base/graph/generated/statutory-tables.ts';
import { isSameTyped, keepTyped, typedIn, type CellDraft } from './cell-draft.ts';
import { enterFigures } from './commands.ts';
import { figuresOf, type Table } from './statutory-table.ts';

/** Saves what is typed in cells: in order, everything that waits in one command. */
export interface FigureSaving {
  /** Saves what is typed in these cells. */
  readonly save: (keys: readonly string[]) => void;
  /** The cells on their way to the server. */
  readonly saving: ReadonlySet<string>;
  /** The cells saved by the last command. */
  readonly saved: readonly string[];
  /** The cells whose text the server refused or never had. */
  readonly unsaved: readonly string[];
}

type Entered = NonNullable<EnterFiguresMutation['enterFigures']['entered']>;

/** What is typed in cells when it is sent. */
type Sent = ReadonlyMap<string, CellDraft>;

const none: ReadonlySet<string> = new Set();

/** Saves the cells of a table. What could not be sent stays in its cell, and is sent when the browser is online again. */
export function useFigureSaving(table: Table): FigureSaving {
  const client = useQueryClient();
  const waiting = useRef(new Set<string>());
  const underWay = useRef<Sent>(new Map());
  const busy = useRef(false);
  const latest = useRef(table);
  const [saving, setSaving] = useState(none);
  const [saved, setSaved] = useState<readonly string[]>([]);
  useEffect(() => {
    latest.current = table;
  }, [table]);
  const unsaved = useUnsaved(table);
  const send = useCallback(async (): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    while (waiting.current.size > 0) {
      underWay.current = gather(latest.current, waiting.current);
      waiting.current.clear();
      if (underWay.current.size === 0) continue;
      setSaving(new Set(underWay.current.keys()));
      setSaved(await sendFigures(client, latest.current, underWay.current));
    }
    busy.current = false;
    underWay.current = new Map();
    setSaving(none);
    void client.invalidateQueries();
  }, [client]);
  const save = useCallback(
    (keys: readonly string[]): void => {
      for (const key of keys) {
        const same = isSameTyped(underWay.current.get(key), typedIn(latest.current, key));
        if (!same) waiting.current.add(key);
      }
      if (waiting.current.size > 0) void send();
    },
    [send],
  );
  useEffect(() => {
    const again = (): void => save(cellsIn(latest.current, 'UNREACHED'));
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [save]);
  return useMemo(() => ({ save, saving, saved, unsaved }), [save, saving, saved, unsaved]);
}

/** What is typed in these cells now. */
function gather(table: Table, keys: Iterable<string>): Sent {
  return new Map(
    [...keys].flatMap((key): [string, CellDraft][] => {
      const typed = typedIn(table, key);
      return typed === undefined ? [] : [[key, typed]];
    }),
  );
}

/** Sends what was typed in cells; returns those that were saved. */
async function sendFigures(client: QueryClient, table: Table, sent: Sent): Promise<readonly string[]> {
  const tell = (key: string, trouble: NonNullable<CellDraft['trouble']>): void => {
    const typed = typedIn(table, key);
    if (typed !== undefined && isSameTyped(typed, sent.get(key))) keepTyped(table, key, { ...typed, trouble });
  };
  try {
    const { problems, entered } = await enterFigures({
      form: table.form.code,
      organizationId: table.organizationId,
      campaignId: table.campaignId,
      figures: [...sent].map(([cell, { text, reason }]) => ({
        cell,
        value: text.trim(),
        reason: reason.trim() || null,
      })),
    });
    const [problem] = problems;
    if (problem !== undefined) for (const key of sent.keys()) tell(key, { kind: 'REFUSED', problem });
    for (const { cell, problems: why } of entered?.refused ?? [])
      if (why[0] !== undefined) tell(cell, { kind: 'REFUSED', problem: why[0] });
    const figures = entered?.figures ?? [];
    await showSaved(client, table, figures);
    for (const { key } of figures)
      if (isSameTyped(typedIn(table, key), sent.get(key))) keepTyped(table, key, undefined);
    return figures.map(({ key }) => key);
  } catch (fault) {
    const words = fault instanceof GraphFault && fault.message !== '' ? { words: fault.message } : {};
    for (const key of sent.keys()) tell(key, { kind: 'UNREACHED', ...words });
    return [];
  }
}

/** Puts saved figures into the table that is shown; an answer on its way, read before them, is not waited for. */
async function showSaved(client: QueryClient, table: Table, figures: Entered['figures']): Promise<void> {
  const asked = { queryKey: [statutoryTableQuery.name] };
  await client.cancelQueries(asked);
  const saved = new Map(figures.map((figure) => [figure.key, figure]));
  client.setQueriesData<StatutoryTableQuery>(asked, (answer) => {
    const shown = answer?.statutoryTable;
    if (shown?.organizationId !== table.organizationId || shown.campaignId !== table.campaignId) return answer;
    if (shown.form.code !== table.form.code) return answer;
    const lines = shown.lines.map((line) => ({
      ...line,
      cells: line.cells.map((cell) => ({ ...cell, ...saved.get(cell.key) })),
    }));
    return { ...answer, statutoryTable: { ...shown, lines } };
  });
  // The queries' listeners are called a task later: the text gives way once the saved figure is shown.
  await new Promise((resolve) => setTimeout(resolve, 0));
}

/** The cells in which something is not saved, for a reason of this kind, or of any. */
function cellsIn(table: Table, kind?: 'REFUSED' | 'UNREACHED'): readonly string[] {
  return figuresOf(table)
    .map(({ key }) => key)
    .filter((key) => {
      const trouble = typedIn(table, key)?.trouble;
      return trouble !== undefined && (kind === undefined || trouble.kind === kind);
    });
}

/** The cells whose text is not saved. What an earlier page left unsent is among them. */
function useUnsaved(table: Table): readonly string[] {
  useEffect(() => {
    for (const { key } of figuresOf(table)) {
      const typed = typedIn(table, key);
      const isFocused = document.activeElement?.getAttribute('data-cell') === key;
      if (typed !== undefined && typed.trouble === undefined && !isFocused)
        keepTyped(table, key, { ...typed, trouble: { kind: 'UNREACHED' } });
    }
    // Once for each table that is opened: later texts are saved as they are left.
  }, []);
  const listen = useCallback((listener: () => void) => drafts.whenChanged(listener), []);
  const keys = useSyncExternalStore(listen, () => cellsIn(table).join('\n'));
  return useMemo(() => (keys === '' ? [] : keys.split('\n')), [keys]);
}
