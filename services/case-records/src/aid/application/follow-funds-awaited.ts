import { bookOf, systemActor, type OrganizationPath } from '@nuangong/access';
import { identityOf, prismaSql, setIdentity } from '@nuangong/database';
import { lapseObligations, meetObligations, openObligations } from '@nuangong/obligations';
import { loadLineage } from '@nuangong/organizations';
import { localDateAt } from '@nuangong/primitives';
import type { Transaction } from '../../builder.ts';
import type { ApplicationStatus } from './application.ts';

/** An application that news of its grant was followed for. */
export interface FollowedApplication {
  readonly id: string;
  readonly number: string;
  readonly organizationPath: string;
  /** The status before, or null if the news came too late to change it. */
  readonly from: ApplicationStatus | null;
}

/**
 * An approved application without money is an obligation of the finance office of the book that pays, until money is
 * set aside for its grant or the grant is released. Runs as the system within that book.
 */
export async function followFundsAwaited(
  tx: Transaction,
  { id, number, organizationPath, from }: FollowedApplication,
  news: { readonly grantId: string; readonly to: ApplicationStatus; readonly at: Date },
): Promise<void> {
  const waits = news.to === 'AWAITING_FUNDS';
  if (from === null || waits === (from === 'AWAITING_FUNDS')) return;
  const run = prismaSql(tx);
  const book = bookOf(await loadLineage(run, organizationPath)).path as OrganizationPath;
  await setIdentity(tx, identityOf(systemActor(book)));
  if (waits) {
    const awaited = { organizationPath: book, recordId: id, from: localDateAt(news.at), parts: { number } };
    await openObligations(run, 'FUNDS_AWAITED', [awaited], news.at);
  } else if (news.to === 'LAPSED') {
    await lapseObligations(run, 'FUNDS_AWAITED', [id], 'RECORD_ENDED', news.at);
  } else {
    const met = { recordId: id, byId: news.grantId, byType: 'Grant' };
    await meetObligations(run, 'FUNDS_AWAITED', [met], news.at);
  }
}
