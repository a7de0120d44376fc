import type { PersonStanding } from '../../base/graph/generated/operation-types.ts';
import type { Say } from '../../base/i18n/use-words.ts';

/** A person's standing at work, in words; a worker with rural household registration is a migrant worker. */
export function standingWords(say: Say, standing: PersonStanding | null, isRural: boolean): string {
  if (standing === null) return say('household.standingUnknown');
  return standing === 'WORKER' && isRural ? say('household.migrant') : say(`personStanding.${standing}`);
}

/** How many workers a household has, and how many of them are migrant workers. */
export function workersWords(say: Say, of: { readonly workers: number; readonly migrantWorkers: number }): string {
  return say('household.workersOf', { workers: of.workers, migrants: of.migrantWorkers });
}
