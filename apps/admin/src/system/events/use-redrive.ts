import { useState } from 'react';
import type { RowResult } from '../../base/graph/command.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { refusalsAfter } from '../../base/queue/decided-rows.ts';
import { redriveDeadLetters, redriveDeadLettersAlike, type Redriven } from './commands.ts';
import type { Service } from './services.ts';

/** The state of redriving: ticked rows, the result of each, the result of the last command. */
export interface Redriving {
  readonly pending: boolean;
  readonly ticked: ReadonlySet<string>;
  readonly tick: (ids: readonly string[], on: boolean) => void;
  /** Why rows could still not be handled, by id. */
  readonly refusals: ReadonlyMap<string, RowResult>;
  /** The result of the last command, in words. */
  readonly result: string | undefined;
  /** Handles these again; true if all of them succeeded. */
  readonly redrive: (ids: readonly string[]) => Promise<boolean>;
  /** Handles those of a type again. */
  readonly redriveType: (type: string) => Promise<boolean>;
}

/** Redrives dead letters of a service; those that fail again stay ticked. */
export function useRedrive(service: Service): Redriving {
  const say = useWords();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [refusals, setRefusals] = useState<ReadonlyMap<string, RowResult>>(new Map());
  const [result, setResult] = useState<string>();
  const byIds = useCommand(redriveDeadLetters, { announce: true });
  const byType = useCommand(redriveDeadLettersAlike, { announce: true });
  const tick = (ids: readonly string[], on: boolean): void => {
    setTicked((before) => (on ? new Set([...before, ...ids]) : new Set([...before].filter((id) => !ids.includes(id)))));
  };
  const keep = (redriven: Redriven | undefined): boolean => {
    if (redriven === undefined) return false;
    const { rows, remaining } = redriven;
    const refused = rows.filter((row) => !row.ok);
    tick(
      rows.filter((row) => row.ok).map((row) => row.id),
      false,
    );
    setRefusals((before) => refusalsAfter(before, rows));
    const said = say('events.result', { ok: rows.length - refused.length, refused: refused.length });
    setResult(remaining === 0 ? said : `${said} · ${say('events.remaining', { count: remaining })}`);
    return refused.length === 0;
  };
  return {
    pending: byIds.pending || byType.pending,
    ticked,
    tick,
    refusals,
    result,
    redrive: async (ids) => keep(await byIds.run({ service, ids })),
    redriveType: async (type) => keep(await byType.run({ service, type })),
  };
}
