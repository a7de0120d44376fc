import type { Actor } from '@nuangong/access';
import { readStoredDate, recordAudit } from '@nuangong/database';
import { formatLocalDateChinese } from '@nuangong/primitives';
import type { Transaction } from '../../builder.ts';
import { readPostedNames } from './posting-files.ts';

/** A posting's list as it hangs on the wall: names and units, with the identity numbers hidden. */
export interface PostingListPaper {
  readonly organization: string;
  readonly where: string;
  readonly from: string;
  readonly to: string;
  readonly count: string;
  /** Where objections are taken: 「（电话：…）」, or empty if no number was given. */
  readonly telephone: string;
  readonly rows: readonly PostedRow[];
}

/** One household of the list. A type, so that templates may take it. */
export type PostedRow = {
  readonly place: string;
  readonly name: string;
  readonly unit: string;
  readonly identityNumber: string;
};

/**
 * Reads the list of a posting to print it, and records that it was printed; undefined if the actor may not see it. A
 * withdrawn posting is not printed: it must not hang as if in force.
 */
export async function gatherPostingList(
  tx: Transaction,
  { actor, requestId }: { readonly actor: Actor; readonly requestId: string },
  id: string,
): Promise<PostingListPaper | 'WITHDRAWN' | undefined> {
  const posting = await tx.publicPosting.findUnique({ where: { id } });
  if (posting === null) return undefined;
  if (posting.withdrawnAt !== null) return 'WITHDRAWN';
  const files = await readPostedNames(tx, [id]);
  await recordAudit(tx, { actor, requestId }, [
    { action: 'posting.print', recordType: 'PublicPosting', recordId: id, after: { caseFiles: files.length } },
  ]);
  return {
    organization: posting.organizationName,
    where: posting.place,
    from: formatLocalDateChinese(readStoredDate(posting.startsOn)),
    to: formatLocalDateChinese(readStoredDate(posting.endsOn)),
    count: String(files.length),
    telephone: posting.objectionPhone === null ? '' : `（电话：${posting.objectionPhone}）`,
    rows: files.map(({ name, unitName, maskedIdentityNumber }, at) => ({
      place: String(at + 1),
      name,
      unit: unitName,
      identityNumber: maskedIdentityNumber,
    })),
  };
}
