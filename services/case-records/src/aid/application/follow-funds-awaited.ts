import { scopeOf, systemActor, type OrganizationPath } from '@nuangong/access';
import { identityOf, prismaSql, setIdentity, type RunSql } from '@nuangong/database';
import { lapseObligations, meetObligations, openObligations } from '@nuangong/obligations';
import { localDateAt } from '@nuangong/primitives';
import type { Transaction } from '../../builder.ts';
import type { ApplicationStatus } from './application.ts';

/** An application that news of its grant was followed for. */
export interface FollowedApplication {
  readonly id: string;
  readonly number: string;
  /** The status before, or null if the news came too late to change it. */
  readonly from: ApplicationStatus | null;
}

/**
 * An approved application without money is an obligation of the finance office of the book that pays, until money is
 * set aside for its grant or the grant is released. Runs as the system within that book.
 */
export async function followFundsAwaited(
  tx: Transaction,
  { id, number, from }: FollowedApplication,
  news: { readonly grantId: string; readonly to: ApplicationStatus; readonly at: Date },
): Promise<void> {
  const waits = news.to === 'AWAITING_FUNDS';
  if (from === null || waits === (from === 'AWAITING_FUNDS')) return;
  const run = prismaSql(tx);
  const book = await bookThatPays(run, id);
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

/** The book that the campaign names, else the nearest at or above the application's organisation. */
async function bookThatPays(run: RunSql, applicationId: string): Promise<OrganizationPath> {
  const [book] = await run<{ path: string }>(
    `select coalesce(c.book_path, access.book_of(a.organization_path)) as path
     from aid_application a left join campaign c on c.id = a.campaign_id where a.id = $1::uuid`,
    applicationId,
  );
  if (book === undefined) throw new Error(`no application ${applicationId} within sight`);
  return scopeOf(book.path);
}
