import { codesIn, type Motive } from './motive.ts';
import { registration } from './look-up-strangers-as-members.ts';

/** With eight numbers each, more than an account may ask about in an hour. */
const households = 9;
const membersEach = 8;

/** A window clerk tries numbers, eight a household, to learn who is registered in any county. */
export const askForManyAsMembers: Motive = {
  what: 'a window clerk who wants to know who is in hardship tries out numbers as members, eight at a time',
  role: 'WINDOW_CLERK',
  async tries(hands) {
    for (let place = 0; place < households; place += 1) {
      const numbers = Array.from({ length: membersEach }, hands.freshNumber);
      const { body } = await hands.ask(
        `mutation { registerHousehold(input: ${registration(hands, numbers)}) { problems { code field } household { id } } }`,
      );
      if (codesIn(body).includes('ASKED_TOO_OFTEN')) return [];
    }
    return [
      {
        why: 'UNLIMITED',
        at: 'registerHousehold',
        value: `${households * (membersEach + 1)} identity numbers in a minute`,
      },
    ];
  },
};
