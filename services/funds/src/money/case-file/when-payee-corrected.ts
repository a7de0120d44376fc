import type { EventOfType } from '@nuangong/events';
import type { Transaction } from '../../builder.ts';
import type { RunningParts } from '../../running-parts.ts';
import { receiveWords } from '../payee/payee.ts';
import { dayOf, takeNews } from './take-news.ts';

/**
 * When a payee is corrected or confirmed, the household's unpaid grants go to it, and a returned grant no longer waits.
 */
export async function whenPayeeCorrected(
  event: EventOfType<'nuangong.payee-corrected.v1'>,
  tx: Transaction,
  parts: RunningParts,
): Promise<void> {
  const { sealedPayee, changed, why, correctedBy, confirmedBy, confirmedAt } = event.data;
  const words = receiveWords(parts.keyring, sealedPayee, event.data.caseFileId);
  await takeNews(
    event,
    {
      kind: 'PAYEE_CORRECTED',
      on: dayOf(confirmedAt),
      at: new Date(confirmedAt),
      content: { reason: words.why ?? why, changed },
      staff: [correctedBy, confirmedBy],
      sealedPayee,
    },
    tx,
    parts,
  );
}
