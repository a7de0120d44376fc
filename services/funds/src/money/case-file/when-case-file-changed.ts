import type { EventOfType } from '@nuangong/events';
import type { Transaction } from '../../builder.ts';
import type { RunningParts } from '../../running-parts.ts';
import { takeNews } from './take-news.ts';

/** When a household's facts change, what changed is kept, to be seen before its unpaid grants are paid. */
export async function whenCaseFileChanged(
  event: EventOfType<'nuangong.case-file-changed.v1'>,
  tx: Transaction,
  parts: RunningParts,
): Promise<void> {
  const { changedOn, changedBy, confirmedBy, changes } = event.data;
  const staff = confirmedBy === undefined ? [changedBy] : [changedBy, confirmedBy];
  const news = { kind: 'CHANGED', on: changedOn, at: event.time, content: { changes }, staff } as const;
  await takeNews(event, news, tx, parts);
}
