import { contracts, wordsElsewhere } from '@nuangong/events';
import { localDateAt, type Result } from '@nuangong/primitives';
import { announce } from '@nuangong/service';
import type { CaseRecordsContext } from '../../builder.ts';
import type { CaseFile } from '../../generated/prisma/client.ts';
import { stepCaseFile, subjectOf, type StepCaseFileInput } from './step-case-file.ts';

/** Suspends an active file (暂停): nothing is paid until it is resumed, by someone other than who suspended it. */
export async function suspendCaseFile(
  context: CaseRecordsContext,
  input: StepCaseFileInput,
): Promise<Result<CaseFile>> {
  const { actor, requestId, parts } = context;
  const at = parts.clock();
  return stepCaseFile(context, input, {
    command: 'SUSPEND',
    audit: 'case-file.suspend',
    tell: (tx, file, reason) =>
      announce(tx, { actor, requestId, at }, contracts['case-file-suspended.v1'], [
        {
          organizationPath: file.organizationPath,
          data: {
            ...subjectOf(file),
            reason: wordsElsewhere,
            sealedReason: parts.keyring.sealForTransit(reason, file.id),
            suspendedOn: localDateAt(at),
          },
        },
      ]),
  });
}
