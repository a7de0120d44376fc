import type { Result } from '@nuangong/primitives';
import type { CaseRecordsContext } from '../../builder.ts';
import type { CaseFile } from '../../generated/prisma/client.ts';
import { stepCaseFile, type StepCaseFileInput } from './step-case-file.ts';

/**
 * Opens a rejected or ended file again as a draft under its number: its facts are brought up to date, and it is
 * submitted, reviewed and posted anew. The earlier decision stays among its steps.
 */
export async function reopenCaseFile(context: CaseRecordsContext, input: StepCaseFileInput): Promise<Result<CaseFile>> {
  return stepCaseFile(context, input, { command: 'REOPEN', audit: 'case-file.reopen' });
}
