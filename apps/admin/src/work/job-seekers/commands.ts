import { carryOut } from '../../base/graph/command.ts';
import {
  recordPlacementMutation,
  recordTrainingAttendanceMutation,
  referWorkerMutation,
  registerJobSeekerMutation,
} from '../../base/graph/generated/job-seekers.ts';
import type {
  RecordPlacementInput,
  RecordTrainingAttendanceInput,
  ReferWorkerInput,
  RegisterJobSeekerInput,
} from '../../base/graph/generated/operation-types.ts';

/** Registers a job seeker, of a household or a walk-in. */
export const registerJobSeeker = (input: RegisterJobSeekerInput) => carryOut(registerJobSeekerMutation, input);

/** Sends a job seeker to a vacancy (职业介绍). */
export const referWorker = (input: ReferWorkerInput) => carryOut(referWorkerMutation, input);

/** A referral led to work (就业). */
export const recordPlacement = (input: RecordPlacementInput) => carryOut(recordPlacementMutation, input);

/** A job seeker attended a training course (就业培训). */
export const recordTrainingAttendance = (input: RecordTrainingAttendanceInput) =>
  carryOut(recordTrainingAttendanceMutation, input);
