export { runSeeds, type RunOptions } from './run-seeds.ts';
export type { TrialReport } from './trial.ts';
