import type { EventOfType } from '@nuangong/events';
import type { Transaction } from '../../builder.ts';
import type { RunningParts } from '../../running-parts.ts';
import { takeNews } from './take-news.ts';

/** When a household leaves the register, holds its unpaid grants until two people decide. */
export async function whenCaseFileExited(
  event: EventOfType<'nuangong.case-file-exited.v1'>,
  tx: Transaction,
  parts: RunningParts,
): Promise<void> {
  const { exitedOn, reason } = event.data;
  await takeNews(event, { kind: 'EXITED', on: exitedOn, at: event.time, content: { reason } }, tx, parts);
}
