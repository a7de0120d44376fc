import { readStoredDate } from '@nuangong/database';
import { exitReason, type ExitReason } from '@nuangong/events';
import {
  combineFields,
  isUuid,
  localDateAt,
  ok,
  readHappenedDay,
  readRequiredText,
  refuse,
  type DayFloor,
  type Result,
} from '@nuangong/primitives';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import { makeProposal, proposalConstraints } from './make-proposal.ts';
import type { CaseFile } from '../../generated/prisma/client.ts';
import { lifeCycle, stepImpossible, type CaseFileStatus } from './case-file.ts';

export const exitReasons: readonly ExitReason[] = exitReason.options;

export interface ProposeExitInput {
  readonly caseFileId: string;
  readonly reason: ExitReason;
  readonly exitedOn: string;
  /** Required when the day is before 1 January of last year. */
  readonly dateReason?: string | null | undefined;
  /** The findings of the check visit. */
  readonly opinion: string;
}

/**
 * Proposes that a household leaves the register (脱困, death, moved away) with reason, day and the findings of the check
 * visit. The exit takes effect when a second person confirms it.
 */
export async function proposeExit(context: CaseRecordsContext, input: ProposeExitInput): Promise<Result<CaseFile>> {
  const { action, from } = lifeCycle.EXIT;
  return runCommand(context, { action, constraints: proposalConstraints }, async (tx: Transaction) => {
    const caseFile = isUuid(input.caseFileId)
      ? await tx.caseFile.findUnique({ where: { id: input.caseFileId } })
      : null;
    if (caseFile === null) return refuse(notFound({ zh: '档案', en: 'case file' }, 'caseFileId'));
    const status = caseFile.status as CaseFileStatus;
    if (!from.includes(status)) return refuse(stepImpossible(status, 'EXIT'));
    const fields = combineFields({
      day: readHappenedDay(input.exitedOn, {
        field: 'exitedOn',
        what: { zh: '退出日期', en: 'the day of the exit' },
        today: localDateAt(context.parts.clock()),
        restsOn: [openedOn(caseFile)],
        reason: { text: input.dateReason, field: 'dateReason' },
      }),
      opinion: readRequiredText(input.opinion, 'opinion', 1000),
    });
    if (!fields.ok) return fields;
    const { day, opinion } = fields.value;
    const proposal = await makeProposal(tx, context, {
      kind: 'EXIT',
      caseFile,
      content: { why: opinion },
      exit: { reason: input.reason, on: day.on, dateReason: day.reason },
    });
    return proposal.ok ? ok(caseFile) : proposal;
  });
}

/** An exit cannot be before the file was opened. */
function openedOn({ activatedOn }: CaseFile): DayFloor | undefined {
  if (activatedOn === null) return undefined;
  return { on: readStoredDate(activatedOn), what: { zh: '建档日期', en: 'the day the file was opened' } };
}
