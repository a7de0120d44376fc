import { prismaSql, readStoredDate, recordAudit } from '@nuangong/database';
import { isUuid, localDateAt, ok, refuse, type Result } from '@nuangong/primitives';
import { changedMeanwhile, notFound, runCommand } from '@nuangong/subgraph';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import { ownHandling } from '../case-file/case-file.ts';
import type { PublicPosting } from '../../generated/prisma/client.ts';
import { isEnteredAfterwards, mayConfirm, ownPosting, photoMissing, postingWithdrawn } from './posting.ts';

/** Confirms, as a second person and by its photograph, that a list entered after its first day was really posted. */
export async function confirmPosting(
  context: CaseRecordsContext,
  input: { readonly postingId: string },
): Promise<Result<PublicPosting>> {
  const { actor, requestId, parts } = context;
  const constraints = {
    public_posting_needs_two: ownPosting,
    public_posting_wants_photo: photoMissing,
    public_posting_confirmed_by_no_maker: () => ownHandling('MADE'),
  };
  return runCommand(context, { action: 'case-file.confirm', constraints }, async (tx: Transaction) => {
    const posting = isUuid(input.postingId)
      ? await tx.publicPosting.findUnique({
          where: { id: input.postingId },
          include: { _count: { select: { photos: true } } },
        })
      : null;
    if (posting === null || !posting.organizationPath.startsWith(actor.scope)) {
      return refuse(notFound({ zh: '公示', en: 'posting' }, 'postingId'));
    }
    const { _count, ...row } = posting;
    if (row.withdrawnAt !== null) return refuse(postingWithdrawn());
    const may = mayConfirm(
      {
        enteredAfterwards: isEnteredAfterwards(daysOf(row)),
        confirmed: row.confirmedBy !== null,
        publishedBy: row.publishedBy,
        photos: _count.photos,
        madeByActor: await madeAnyOn(tx, row.id, actor.staffId),
      },
      actor.staffId,
    );
    if (!may.ok) return may;
    const word = { confirmedBy: actor.staffId, confirmedByName: actor.name, confirmedAt: parts.clock() };
    const confirmed = await tx.publicPosting.updateMany({ where: { id: row.id, confirmedBy: null }, data: word });
    if (confirmed.count === 0) return refuse(changedMeanwhile());
    await recordAudit(tx, { actor, requestId }, [
      { action: 'posting.confirm', recordType: 'PublicPosting', recordId: row.id, after: { photos: _count.photos } },
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

/** Whether a posting was entered after its first day and is not yet confirmed by a second person. */
export function isUnconfirmed(
  posting: Pick<PublicPosting, 'startsOn' | 'publishedAt' | 'confirmedBy' | 'withdrawnAt'>,
): boolean {
  return posting.withdrawnAt === null && posting.confirmedBy === null && isEnteredAfterwards(daysOf(posting));
}
