import { reasonTold, type EventOfType } from '@nuangong/events';
import type { Transaction } from '../../builder.ts';
import type { RunningParts } from '../../running-parts.ts';
import { takeNews } from './take-news.ts';

/** When a file is suspended, holds its unpaid grants until it is resumed or two people decide. */
export async function whenCaseFileSuspended(
  event: EventOfType<'nuangong.case-file-suspended.v1'>,
  tx: Transaction,
  parts: RunningParts,
): Promise<void> {
  const { suspendedOn, caseFileId } = event.data;
  const reason = reasonTold(event.data, (sealed) => parts.keyring.openFromTransit(sealed, caseFileId));
  await takeNews(event, { kind: 'SUSPENDED', on: suspendedOn, at: event.time, content: { reason } }, tx, parts);
}
