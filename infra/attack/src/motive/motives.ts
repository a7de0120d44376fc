import { askForManyAsMembers } from './ask-for-many-as-members.ts';
import { lookUpStrangersAsJobSeekers } from './look-up-strangers-as-job-seekers.ts';
import { lookUpStrangersAsMembers } from './look-up-strangers-as-members.ts';
import { lookUpStrangersAsWorkers } from './look-up-strangers-as-workers.ts';
import { lookUpStrangersByChangingAHousehold } from './look-up-strangers-by-changing-a-household.ts';
import type { Motive } from './motive.ts';

/** All motives. */
export const motives: readonly Motive[] = [
  lookUpStrangersAsMembers,
  lookUpStrangersByChangingAHousehold,
  lookUpStrangersAsWorkers,
  lookUpStrangersAsJobSeekers,
  askForManyAsMembers,
];
