import type { PersonStanding } from './household.ts';

/** The facts about a household's head by which workers are counted. */
export interface HeadAtWork {
  readonly standing: PersonStanding;
  readonly migrantWorker: boolean;
}

/** The facts about a member by which workers are counted; standing is null if unknown. */
export interface MemberAtWork {
  readonly standing: PersonStanding | null;
  readonly ruralRegistration: boolean;
}

/** The number of workers in a household, and of migrant workers among them. */
export interface HouseholdWorkers {
  readonly workers: number;
  readonly migrantWorkers: number;
}

/** Whether a member is a migrant worker (农民工): a worker with rural registration. */
export function isMigrantWorker({ standing, ruralRegistration }: MemberAtWork): boolean {
  return standing === 'WORKER' && ruralRegistration;
}

/** Counts the workers among a household's people; a member of unknown standing is not counted. */
export function workersOf(head: HeadAtWork, members: readonly MemberAtWork[]): HouseholdWorkers {
  const people = [...members, { standing: head.standing, ruralRegistration: head.migrantWorker }];
  return {
    workers: people.filter(({ standing }) => standing === 'WORKER').length,
    migrantWorkers: people.filter(isMigrantWorker).length,
  };
}
