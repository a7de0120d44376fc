import type { RunSql } from '@nuangong/database';
import { localDateAt } from '@nuangong/primitives';

/** How many steps were taken. */
export interface TakenSteps {
  readonly reminded: number;
  readonly escalated: number;
  readonly lapsed: number;
}

/**
 * Reminds, escalates and ends what is due at a moment, in all organisations; one statement. Each step is taken once,
 * however often and from however many copies this is called.
 */
export async function takeObligationSteps(run: RunSql, at: Date): Promise<TakenSteps> {
  const [taken] = await run<TakenSteps>(
    'select reminded, escalated, lapsed from take_obligation_steps($1::date, $2::timestamptz)',
    localDateAt(at),
    at.toISOString(),
  );
  return taken ?? { reminded: 0, escalated: 0, lapsed: 0 };
}
