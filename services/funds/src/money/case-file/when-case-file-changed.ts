import type { EventOfType } from '@nuangong/events';
import type { Transaction } from '../../builder.ts';
import type { RunningParts } from '../../running-parts.ts';
import { takeNews } from './take-news.ts';

/** Stores which facts of a household changed; they must be looked at before its unpaid grants are paid. */
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
