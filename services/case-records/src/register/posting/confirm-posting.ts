import { prismaSql, readStoredDate, recordAudit } from '@nuangong/database';
import { localDateAt, ok, refuse, type Result } from '@nuangong/primitives';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import { ownHandling } from '../case-file/case-file.ts';
import type { PublicPosting } from '../../generated/prisma/client.ts';
import { lockPosting } from './lock-posting.ts';
import {
  isEnteredAfterwards,
  mayConfirm,
  ownPosting,
  photoMissing,
  postingWithdrawn,
  type PostingState,
} from './posting.ts';

/** Confirms, as a second person and by its photograph, that a list entered after its first day was really posted. */
export async function confirmPosting(
  context: CaseRecordsContext,
  input: { readonly postingId: string },
): Promise<Result<PublicPosting>> {
  const { actor, requestId, parts } = context;
  const constraints = {
    public_posting_needs_two: ownPosting,
    public_posting_withdrawn_stays: postingWithdrawn,
    public_posting_wants_photo: photoMissing,
    public_posting_confirmed_by_no_maker: () => ownHandling('MADE'),
  };
  return runCommand(context, { action: 'case-file.confirm', constraints }, async (tx: Transaction) => {
    const row = await lockPosting(tx, input.postingId);
    if (row === null || !row.organizationPath.startsWith(actor.scope)) {
      return refuse(notFound({ zh: '公示', en: 'posting' }, 'postingId'));
    }
    const photos = await tx.postingPhoto.count({ where: { postingId: row.id } });
    if (row.withdrawnAt !== null) return refuse(postingWithdrawn());
    const may = mayConfirm(
      {
        enteredAfterwards: isEnteredAfterwards(daysOf(row)),
        confirmed: row.confirmedBy !== null,
        publishedBy: row.publishedBy,
        photos,
        madeByActor: await madeAnyOn(tx, row.id, actor.staffId),
      },
      actor.staffId,
    );
    if (!may.ok) return may;
    const word = { confirmedBy: actor.staffId, confirmedByName: actor.name, confirmedAt: parts.clock() };
    await tx.publicPosting.update({ where: { id: row.id }, data: word });
    await recordAudit(tx, { actor, requestId }, [
      { action: 'posting.confirm', recordType: 'PublicPosting', recordId: row.id, after: { photos } },
    ]);
    return ok({ ...row, ...word });
  });
}

async function madeAnyOn(tx: Transaction, postingId: string, staffId: string): Promise<boolean> {
  const [row] = await prismaSql(tx)<{ made: boolean }>(
    'select made_any_on_posting($1::uuid, $2::uuid) as made',
    postingId,
    staffId,
  );
  return row?.made ?? true;
}

/** The first day of a posting, and the day it was entered. */
export function daysOf(posting: Pick<PublicPosting, 'startsOn' | 'publishedAt'>) {
  return { from: readStoredDate(posting.startsOn), publishedOn: localDateAt(posting.publishedAt) };
}

/** What decides whether a posting's files can be opened, or the posting withdrawn. */
export function stateOf(posting: PublicPosting): PostingState {
  return {
    to: readStoredDate(posting.endsOn),
    activated: posting.activatedAt !== null,
    withdrawn: posting.withdrawnAt !== null,
    unconfirmed: isUnconfirmed(posting),
  };
}

/** Whether a posting was entered after its first day and is not yet confirmed by a second person. */
export function isUnconfirmed(
  posting: Pick<PublicPosting, 'startsOn' | 'publishedAt' | 'confirmedBy' | 'withdrawnAt'>,
): boolean {
  return posting.withdrawnAt === null && posting.confirmedBy === null && isEnteredAfterwards(daysOf(posting));
}
