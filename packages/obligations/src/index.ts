export { addObligations } from './add-obligations.ts';
export { type ObligationKindCode } from './kind.ts';
export { openObligations, type NewObligation } from './open-obligations.ts';
export { openMissingObligations } from './open-missing-obligations.ts';
export { lapseObligations, meetObligations, type LapseReason, type MeetingRecord } from './end-obligations.ts';
export { obligationTask } from './obligation-task.ts';
export { startScheduler, type RunningScheduler, type ScheduledTask } from './start-scheduler.ts';
export { takeObligationSteps } from './take-obligation-steps.ts';
