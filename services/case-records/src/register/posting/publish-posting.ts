import { prismaSql, recordAudit, storedDate } from '@nuangong/database';
import { newEventId } from '@nuangong/events';
import { openObligations } from '@nuangong/obligations';
import { runCommand } from '@nuangong/subgraph';
import { localDateAt, ok, problem, readRequiredText, readText, refuse, type Result } from '@nuangong/primitives';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import { caseFileConstraints, readChoice } from '../case-file/decide-case-files.ts';
import { moveCaseFiles } from '../case-file/move-case-files.ts';
import { rowResults, type RowResult } from '../case-file/row-results.ts';
import type { PublicPosting } from '../../generated/prisma/client.ts';
import { lockPosting } from './lock-posting.ts';
import { alreadyWithdrawn, postingClock, postingFinished } from './posting.ts';
import { postingDaysOf } from './posting-days.ts';

export interface PublishPostingInput {
  readonly place: string;
  readonly from: string;
  readonly objectionPhone?: string | null | undefined;
  readonly caseFileIds?: readonly string[] | null | undefined;
  readonly allReviewed?: boolean | null | undefined;
}

export interface PostingWithRows {
  readonly posting: PublicPosting;
  readonly rows: readonly RowResult[];
}

/** For a long list posted in pieces: the posting that earlier pieces created, and a callback for each file's result. */
export interface PostedPiece {
  readonly into?: string | undefined;
  readonly hear?: (rows: readonly RowResult[]) => void;
}

/**
 * Posts reviewed files: place, first day, and a period of five working days unless the county or an organisation above
 * it sets another. Rows that cannot be posted return their reason.
 */
export async function publishPosting(
  context: CaseRecordsContext,
  input: PublishPostingInput,
  piece: PostedPiece = {},
): Promise<Result<PostingWithRows>> {
  const at = context.parts.clock();
  const { actor, requestId } = context;
  return runCommand(
    context,
    { action: 'posting.publish', constraints: caseFileConstraints },
    async (tx: Transaction) => {
      const today = localDateAt(at);
      const workingDays = await postingDaysOf(tx, actor.scope, today);
      const clock = postingClock(input.from, today, workingDays);
      if (!clock.ok) return clock;
      const place = readRequiredText(input.place, 'place', 200);
      if (!place.ok) return place;
      const phone = readText(input.objectionPhone, 'objectionPhone', 40);
      if (!phone.ok) return phone;
      const choice = readChoice({ ids: input.caseFileIds, all: input.allReviewed });
      if (!choice.ok) return choice;
      const { from, to, provisional } = clock.value;
      const hanging = piece.into === undefined ? null : await lockPosting(tx, piece.into);
      if (hanging !== null && hanging.withdrawnAt !== null) {
        return refuse(alreadyWithdrawn(hanging.withdrawnByName ?? '', hanging.withdrawnAt));
      }
      if (hanging !== null && hanging.activatedAt !== null) return refuse(postingFinished());
      const id = hanging?.id ?? newEventId();
      const posting =
        hanging ??
        (await tx.publicPosting.create({
          data: {
            id,
            organizationPath: actor.scope,
            organizationId: actor.organizationId,
            organizationName: actor.organizationName,
            place: place.value,
            startsOn: storedDate(from),
            endsOn: storedDate(to),
            workingDays,
            provisional,
            objectionPhone: phone.value === '' ? null : phone.value,
            publishedBy: actor.staffId,
            publishedByName: actor.name,
            publishedAt: at,
          },
        }));
      const moved = await moveCaseFiles(prismaSql(tx), context.parts.keyring, {
        command: 'POST',
        choice: choice.value,
        actor,
        at,
        note: place.value,
        postingId: id,
      });
      const rows = rowResults('POST', choice.value, moved);
      piece.hear?.(rows);
      if (hanging === null && !rows.some((row) => row.ok)) return refuse(...nothingPosted(rows));
      if (hanging === null) {
        const ended = { organizationPath: actor.scope, recordId: id, from: to, parts: { place: place.value, to } };
        await openObligations(prismaSql(tx), 'POSTING_ENDED', [ended], at);
      }
      await recordAudit(tx, { actor, requestId }, [
        {
          action: 'posting.publish',
          recordType: 'PublicPosting',
          recordId: id,
          after: { place: place.value, from, to, files: rows.filter((row) => row.ok).length },
        },
      ]);
      return ok({ posting, rows });
    },
  );
}

function nothingPosted(rows: readonly RowResult[]) {
  const [first] = rows.flatMap((row) => row.problems);
  const nothing = problem('NOTHING_TO_POST', {
    zh: '没有可以公示的档案，先审核通过再张榜',
    en: 'There are no files to post. Pass files in review first.',
  });
  return first === undefined ? [nothing] : [nothing, first];
}
