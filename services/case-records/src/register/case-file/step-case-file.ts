import type { AuditAction } from '@nuangong/access';
import { prismaSql, recordAudit } from '@nuangong/database';
import { isUuid, ok, readRequiredText, refuse, type Problem, type Result } from '@nuangong/primitives';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import type { CaseFile } from '../../generated/prisma/client.ts';
import { registeredElsewhere } from '../household/one-household.ts';
import { organizationReference } from '../organization/organization-reference.ts';
import { lifeCycle, type CaseFileCommand } from './case-file.ts';
import { caseFileConstraints } from './decide-case-files.ts';
import { moveCaseFiles, type MovedCaseFile } from './move-case-files.ts';
import { rowResults } from './row-results.ts';

export interface StepCaseFileInput {
  readonly caseFileId: string;
  /** The reason, kept with the step. */
  readonly reason: string;
}

/** A step of one file: its command, its audit action, and the event it announces. */
interface FileStep {
  readonly command: Extract<CaseFileCommand, 'SUSPEND' | 'RESUME' | 'REOPEN'>;
  readonly audit: AuditAction;
  readonly tell?: (tx: Transaction, file: MovedCaseFile, reason: string) => Promise<void>;
}

const constraints: Readonly<Record<string, () => Problem>> = {
  ...caseFileConstraints,
  person_in_one_living_household: () => registeredElsewhere('caseFileId'),
};

/** Takes one file a step further and keeps the reason with the step. */
export async function stepCaseFile(
  context: CaseRecordsContext,
  input: StepCaseFileInput,
  { command, audit, tell }: FileStep,
): Promise<Result<CaseFile>> {
  const { actor, requestId, parts } = context;
  const { action } = lifeCycle[command];
  return runCommand(context, { action, constraints }, async (tx: Transaction) => {
    const reason = readRequiredText(input.reason, 'reason', 1000);
    if (!reason.ok) return reason;
    if (!isUuid(input.caseFileId)) return refuse(notFound({ zh: '档案', en: 'case file' }, 'caseFileId'));
    const choice = { kind: 'THESE', ids: [input.caseFileId.toLowerCase()] } as const;
    const move = { command, choice, actor, at: parts.clock(), opinion: reason.value };
    const moved = await moveCaseFiles(prismaSql(tx), parts.keyring, move);
    const [result] = rowResults(command, choice, moved);
    const [file] = moved;
    if (result === undefined || file === undefined || !result.ok) return refuse(...(result?.problems ?? []));
    await tell?.(tx, file, reason.value);
    await recordAudit(tx, { actor, requestId }, [
      { action: audit, recordType: 'CaseFile', recordId: file.id, after: { status: lifeCycle[command].to } },
    ]);
    return ok(await tx.caseFile.findUniqueOrThrow({ where: { id: file.id } }));
  });
}

/** The fields that events of a file begin with. */
export function subjectOf(file: MovedCaseFile) {
  return { caseFileId: file.id, householdId: file.householdId, organization: organizationReference(file) };
}
