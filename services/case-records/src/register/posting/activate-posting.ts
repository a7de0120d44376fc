import { prismaSql, recordAudit } from '@nuangong/database';
import { contracts } from '@nuangong/events';
import { announce } from '@nuangong/service';
import { notFound, runCommand } from '@nuangong/subgraph';
import { localDateAt, ok, refuse, type Result } from '@nuangong/primitives';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import { caseFileConstraints } from '../case-file/decide-case-files.ts';
import { moveCaseFiles, type MovedCaseFile } from '../case-file/move-case-files.ts';
import { rowResults } from '../case-file/row-results.ts';
import { organizationReference } from '../organization/organization-reference.ts';
import { stateOf } from './confirm-posting.ts';
import { lockPosting } from './lock-posting.ts';
import { mayActivate } from './posting.ts';
import type { PostingWithRows } from './publish-posting.ts';

/**
 * Activates the files of an ended posting, except those with an open or upheld objection, and announces each.
 *
 * @param ids some of its files, when a long list is opened in pieces.
 */
export async function activatePosting(
  context: CaseRecordsContext,
  input: { readonly postingId: string },
  ids?: readonly string[],
): Promise<Result<PostingWithRows>> {
  const at = context.parts.clock();
  const today = localDateAt(at);
  const { actor, requestId } = context;
  return runCommand(
    context,
    { action: 'case-file.activate', constraints: caseFileConstraints },
    async (tx: Transaction) => {
      const posting = await lockPosting(tx, input.postingId);
      if (posting === null || !posting.organizationPath.startsWith(actor.scope)) {
        return refuse(notFound({ zh: '公示', en: 'posting' }, 'postingId'));
      }
      const may = mayActivate(stateOf(posting), today);
      if (!may.ok) return may;
      const choice = { kind: 'POSTING', postingId: posting.id, ...(ids !== undefined && { ids }) } as const;
      const moved = await moveCaseFiles(prismaSql(tx), context.parts.keyring, {
        command: 'ACTIVATE',
        choice,
        actor,
        at,
      });
      const rows = rowResults('ACTIVATE', choice, moved);
      await announceActivated(tx, { actor, requestId, at }, moved, today);
      const left = rows.filter((row) => !row.ok).length;
      const stillPosted = await tx.caseFile.count({ where: { postingId: posting.id, status: 'POSTED' } });
      const after =
        stillPosted > 0
          ? posting
          : await tx.publicPosting.update({ where: { id: posting.id }, data: { activatedAt: at } });
      await recordAudit(tx, { actor, requestId }, [
        {
          action: 'case-file.activate',
          recordType: 'PublicPosting',
          recordId: posting.id,
          after: { activated: rows.length - left, left },
        },
      ]);
      return ok({ posting: after, rows });
    },
  );
}

async function announceActivated(
  tx: Transaction,
  announcement: Parameters<typeof announce>[1],
  moved: readonly MovedCaseFile[],
  activatedOn: string,
): Promise<void> {
  const activated = moved.flatMap((file) =>
    file.problem !== null || file.hardshipClass === null
      ? []
      : [
          {
            organizationPath: file.organizationPath,
            data: {
              caseFileId: file.id,
              caseFileVersion: file.version,
              householdId: file.householdId,
              organization: organizationReference(file),
              hardshipClass: file.hardshipClass,
              causes: file.causes,
              members: file.members,
              workers: file.workers,
              migrantWorkers: file.migrantWorkers,
              newGenerationMigrantWorker: file.newGeneration,
              modelWorker: file.modelWorker,
              activatedOn,
            },
          },
        ],
  );
  if (activated.length > 0) await announce(tx, announcement, contracts['case-file-activated.v1'], activated);
}
