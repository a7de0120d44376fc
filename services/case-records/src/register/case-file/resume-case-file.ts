import { contracts } from '@nuangong/events';
import { localDateAt, type Result } from '@nuangong/primitives';
import { announce } from '@nuangong/service';
import type { CaseRecordsContext } from '../../builder.ts';
import type { CaseFile } from '../../generated/prisma/client.ts';
import { stepCaseFile, subjectOf, type StepCaseFileInput } from './step-case-file.ts';

/** Makes a suspended file active again; refused to the person who suspended it and to the household's makers. */
export async function resumeCaseFile(context: CaseRecordsContext, input: StepCaseFileInput): Promise<Result<CaseFile>> {
  const { actor, requestId, parts } = context;
  const at = parts.clock();
  return stepCaseFile(context, input, {
    command: 'RESUME',
    audit: 'case-file.resume',
    tell: (tx, file) =>
      announce(tx, { actor, requestId, at }, contracts['case-file-resumed.v1'], [
        { organizationPath: file.organizationPath, data: { ...subjectOf(file), resumedOn: localDateAt(at) } },
      ]),
  });
}
