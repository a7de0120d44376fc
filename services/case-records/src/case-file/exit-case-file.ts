import { contracts, exitReason, type ExitReason } from '@nuangong/events';
import { announce } from '@nuangong/service';
import { prismaSql, readStoredDate, recordAudit } from '@nuangong/database';
import { notFound, runCommand } from '@nuangong/subgraph';
import {
  combineFields,
  isUuid,
  localDateAt,
  ok,
  readHappenedDay,
  refuse,
  type DayFloor,
  readRequiredText,
  type Result,
} from '@nuangong/primitives';
import type { CaseRecordsContext, Transaction } from '../builder.ts';
import type { CaseFile } from '../generated/prisma/client.ts';
import { organizationReference } from '../organization/county.ts';
import { moveCaseFiles, rowResults } from './move-case-files.ts';

export const exitReasons: readonly ExitReason[] = exitReason.options;

export interface ExitCaseFileInput {
  readonly caseFileId: string;
  readonly reason: ExitReason;
  readonly exitedOn: string;
  /** Why a day of long ago is right. */
  readonly dateReason?: string | null | undefined;
  /** What the check visit found. */
  readonly opinion: string;
}

/**
 * Ends a case file: the household has left hardship or the register (脱困), with reason, date and the check visit's
 * finding.
 */
export async function exitCaseFile(
  context: CaseRecordsContext,
  input: ExitCaseFileInput,
): Promise<Result<CaseFile>> {
  const at = context.parts.clock();
  const { actor, requestId } = context;
  return runCommand(context, { action: 'case-file.review' }, async (tx: Transaction) => {
    const leaving = isUuid(input.caseFileId)
      ? await tx.caseFile.findUnique({ where: { id: input.caseFileId } })
      : null;
    if (leaving === null) return refuse(notFound({ zh: '档案', en: 'case file' }, 'caseFileId'));
    const fields = combineFields({
      day: readHappenedDay(input.exitedOn, {
        field: 'exitedOn',
        what: { zh: '退出日期', en: 'the day of the exit' },
        today: localDateAt(at),
        restsOn: [openedOn(leaving)],
        reason: { text: input.dateReason, field: 'dateReason' },
      }),
      opinion: readRequiredText(input.opinion, 'opinion', 1000),
    });
    if (!fields.ok) return fields;
    const {
      day: { on, reason: dateReason },
      opinion,
    } = fields.value;
    const choice = { kind: 'THESE', ids: [input.caseFileId] } as const;
    const exit = { on, reason: input.reason, dateReason };
    const moved = await moveCaseFiles(prismaSql(tx), {
      command: 'EXIT',
      choice,
      actor,
      at,
      opinion,
      exit,
    });
    const [result] = rowResults('EXIT', choice, moved);
    const [file] = moved;
    if (result === undefined || file === undefined || !result.ok) return refuse(...(result?.problems ?? []));
    await announce(tx, { actor, requestId, at }, contracts['case-file-exited.v1'], [
      {
        organizationPath: file.organizationPath,
        data: {
          caseFileId: file.id,
          householdId: file.householdId,
          organization: organizationReference(file),
          reason: input.reason,
          exitedOn: on,
        },
      },
    ]);
    await recordAudit(tx.$executeRawUnsafe.bind(tx), actor, requestId, [
      { action: 'case-file.exit', recordType: 'CaseFile', recordId: file.id, after: exit },
    ]);
    return ok(await tx.caseFile.findUniqueOrThrow({ where: { id: file.id } }));
  });
}

/** An exit rests on the file having been opened. */
function openedOn({ activatedOn }: CaseFile): DayFloor | undefined {
  if (activatedOn === null) return undefined;
  return { on: readStoredDate(activatedOn), what: { zh: '建档日期', en: 'the day the file was opened' } };
}
