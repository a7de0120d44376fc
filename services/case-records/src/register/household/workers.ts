import type { PersonStanding } from './household.ts';

/** Who heads a household, as far as workers are counted. */
export interface HeadAtWork {
  readonly standing: PersonStanding;
  readonly migrantWorker: boolean;
}

/** A member as far as workers are counted; standing is null where nobody said it. */
export interface MemberAtWork {
  readonly standing: PersonStanding | null;
  readonly ruralRegistration: boolean;
}

/** How many workers a household has, and how many of them are migrant workers. */
export interface HouseholdWorkers {
  readonly workers: number;
  readonly migrantWorkers: number;
}

/** Whether a member is a migrant worker (农民工): a worker registered in the country. */
export function isMigrantWorker({ standing, ruralRegistration }: MemberAtWork): boolean {
  return standing === 'WORKER' && ruralRegistration;
}

/** The workers of a household, derived from its people; whose standing nobody said is counted as none. */
export function workersOf(head: HeadAtWork, members: readonly MemberAtWork[]): HouseholdWorkers {
  const people = [...members, { standing: head.standing, ruralRegistration: head.migrantWorker }];
  return {
    workers: people.filter(({ standing }) => standing === 'WORKER').length,
    migrantWorkers: people.filter(isMigrantWorker).length,
  };
}
