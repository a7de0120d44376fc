export { freePort } from './ports.ts';
export { quietProgress } from './progress.ts';
export { startSystem, type RunningSystem, type SystemOptions } from './system.ts';
