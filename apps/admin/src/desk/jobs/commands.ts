import { carryOut } from '../../base/graph/command.ts';
import { cancelCaseRecordsJobMutation, cancelFundsJobMutation } from '../../base/graph/generated/jobs.ts';
import type { CancelJobInput } from '../../base/graph/generated/operation-types.ts';

/** Ends a job on case files or applications after the current piece. */
export const cancelCaseRecordsJob = (input: CancelJobInput) => carryOut(cancelCaseRecordsJobMutation, input);

/** Ends a job on grants after the current piece. */
export const cancelFundsJob = (input: CancelJobInput) => carryOut(cancelFundsJobMutation, input);
