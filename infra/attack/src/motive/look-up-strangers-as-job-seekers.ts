import { literal, type Motive } from './motive.ts';

/** A placement officer registers job seekers of strangers' households, and reads who they are. */
export const lookUpStrangersAsJobSeekers: Motive = {
  what: 'a placement officer who wants strangers’ names registers job seekers of their households',
  role: 'EMPLOYMENT',
  async tries({ ask, everythingOf, strangersHouseholds }) {
    for (const householdId of strangersHouseholds.slice(0, 4)) {
      await ask(
        `mutation { registerJobSeeker(input: ${literal({ name: '试探', householdId })}) {
           problems { code field message } jobSeeker ${everythingOf('JobSeeker', 3)} } }`,
      );
    }
    await ask(`query { jobSeekers(page: 1, perPage: 50) { items ${everythingOf('JobSeeker', 3)} } }`);
    return [];
  },
};
