export { sessionWith, signIn, type Session } from './session.ts';
export { doMainJob, type MainJobOutcome } from './main-job.ts';
export { until } from './until.ts';
export { pastTheGateway } from './past-the-gateway.ts';
