import type { EventOfType } from '@nuangong/events';
import type { Transaction } from '../../builder.ts';
import type { RunningParts } from '../../running-parts.ts';
import { takeNews } from './take-news.ts';

/** When a suspended file is active again, lifts the hold on its grants. */
export async function whenCaseFileResumed(
  event: EventOfType<'nuangong.case-file-resumed.v1'>,
  tx: Transaction,
  parts: RunningParts,
): Promise<void> {
  await takeNews(event, { kind: 'RESUMED', on: event.data.resumedOn, at: event.time }, tx, parts);
}
