export { addAidType } from './aid-type.ts';
export type { TransactionClient } from './transaction-client.ts';
export { readServiceEnvironment, type ServiceEnvironment } from './service-environment.ts';
export {
  openService,
  startService,
  type OpenedService,
  type RunningService,
  type ServiceDefinition,
  type ServiceFoundation,
  type ServiceParts,
  type ServicePieces,
} from './start-service.ts';
export { runService } from './run-service.ts';
export { announce, type Announcement } from './announce.ts';
export { addServiceEvents } from './service-events/add-service-events.ts';
export { addJobs, type JobType } from './jobs/add-jobs.ts';
export {
  type Job,
  type JobInHand,
  type JobKind,
  type JobKinds,
  type MadeRecord,
  type Piece,
  type PieceRow,
} from './jobs/job.ts';
export { overWholeList, type AtOnceOrJob, type WantedJob } from './jobs/start-job.ts';
export { addAuditEntries } from './audit-entries/add-audit-entries.ts';
export { createEventMetrics, type EventMetrics, type EventState } from './service-events/event-metrics.ts';
