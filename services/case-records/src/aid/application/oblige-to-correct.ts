import type { RunSql } from '@nuangong/database';
import { openObligations } from '@nuangong/obligations';
import { localDateAt } from '@nuangong/primitives';
import type { KeptDecision } from './keep-decisions.ts';

/** Obliges the person who put a returned application forward, or the household's clerks, to correct it. */
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
