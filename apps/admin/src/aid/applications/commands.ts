import { carryOut } from '../../base/graph/command.ts';
import {
  approveApplicationsMutation,
  rejectApplicationsMutation,
  returnApplicationsMutation,
} from '../../base/graph/generated/applications.ts';
import type { ApproveApplicationsInput, DecideApplicationsInput } from '../../base/graph/generated/operation-types.ts';

/** Approves applications: some, or all of a campaign; with a result per row. */
export const approveApplications = (input: ApproveApplicationsInput) => carryOut(approveApplicationsMutation, input);

/** Sends applications back to be completed; the opinion says what is missing. */
export const returnApplications = (input: DecideApplicationsInput) => carryOut(returnApplicationsMutation, input);

/** Rejects applications (驳回); the opinion says why. */
export const rejectApplications = (input: DecideApplicationsInput) => carryOut(rejectApplicationsMutation, input);
