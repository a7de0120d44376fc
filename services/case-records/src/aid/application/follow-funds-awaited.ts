import { pathsAtOrAbove, scopeOf, systemActor, type OrganizationPath } from '@nuangong/access';
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
 * set aside for its grant or the grant is released. Runs as the system in the whole tree: the book may be above the
 * application's organisation, or that of a county which it has left.
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
  const [root] = pathsAtOrAbove(book);
  await setIdentity(tx, identityOf(systemActor(scopeOf(root ?? book))));
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

async function bookThatPays(run: RunSql, applicationId: string): Promise<OrganizationPath> {
  const [book] = await run<{ path: string | null }>('select book_that_pays($1::uuid) as path', applicationId);
  if (book === undefined || book.path === null) throw new Error(`no application ${applicationId} within sight`);
  return scopeOf(book.path);
}
