import { carryOut } from '../../base/graph/command.ts';
import {
  approveApplicationsMutation,
  rejectApplicationsMutation,
  returnApplicationsMutation,
  submitApplicationsAgainMutation,
  withdrawApplicationsMutation,
} from '../../base/graph/generated/applications.ts';
import type {
  ApproveApplicationsInput,
  DecideApplicationsInput,
  SubmitApplicationsAgainInput,
  WithdrawApplicationsInput,
} from '../../base/graph/generated/operation-types.ts';

/** Approves applications: some, or all of a campaign; with a result per row. */
export const approveApplications = (input: ApproveApplicationsInput) => carryOut(approveApplicationsMutation, input);

/** Sends applications back to be completed; the opinion says what is missing. */
export const returnApplications = (input: DecideApplicationsInput) => carryOut(returnApplicationsMutation, input);

/** Rejects applications (驳回); the opinion says why. */
export const rejectApplications = (input: DecideApplicationsInput) => carryOut(rejectApplicationsMutation, input);

/** Submits returned applications again (再次提交), with what was corrected; with a result per row. */
export const submitApplicationsAgain = (input: SubmitApplicationsAgainInput) =>
  carryOut(submitApplicationsAgainMutation, input);

/** Withdraws applications that are undecided or returned (撤回), with the reason; with a result per row. */
export const withdrawApplications = (input: WithdrawApplicationsInput) => carryOut(withdrawApplicationsMutation, input);
