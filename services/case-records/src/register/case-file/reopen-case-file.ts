import type { Result } from '@nuangong/primitives';
import type { CaseRecordsContext } from '../../builder.ts';
import type { CaseFile } from '../../generated/prisma/client.ts';
import { stepCaseFile, type StepCaseFileInput } from './step-case-file.ts';

/**
 * Reopens a rejected or ended file as a draft under the same number. Its facts are then brought up to date, and it is
 * submitted, reviewed and posted again. The earlier decision stays among its steps.
 */
export async function reopenCaseFile(context: CaseRecordsContext, input: StepCaseFileInput): Promise<Result<CaseFile>> {
  return stepCaseFile(context, input, { command: 'REOPEN', audit: 'case-file.reopen' });
}
