import type { RunSql } from '@nuangong/database';
import { openObligations } from '@nuangong/obligations';
import { localDateAt } from '@nuangong/primitives';
import type { KeptDecision } from './keep-decisions.ts';

/** Whoever put a returned application forward must correct it, or the clerks of the household's organisation. */
export async function obligeToCorrect(run: RunSql, returned: readonly KeptDecision[], at: Date): Promise<void> {
  const from = localDateAt(at);
  const wanted = returned.map(({ application: { id, number, organizationPath, putForwardBy } }) => ({
    organizationPath,
    recordId: id,
    from,
    parts: { number },
    staffId: putForwardBy,
  }));
  await openObligations(run, 'APPLICATION_RETURNED', wanted, at);
}
