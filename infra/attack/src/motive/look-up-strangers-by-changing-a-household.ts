import { literal, type Motive } from './motive.ts';
import { membersOf, readAllWays, registration } from './look-up-strangers-as-members.ts';

const enums = new Set(['OTHER']);

/** A clerk adds strangers as members of an existing household. */
export const lookUpStrangersByChangingAHousehold: Motive = {
  what: 'a clerk who wants strangers’ names adds them to a household that is registered already',
  role: 'CLERK',
  async tries(hands) {
    const { ask, everythingOf, strangers } = hands;
    const { body } = await ask(
      `mutation { registerHousehold(input: ${registration(hands, [])}) {
         problems { code } household { id caseFile { version } } } }`,
    );
    const made = (
      body as { data?: { registerHousehold?: { household: { id: string; caseFile: { version: number } } | null } } }
    ).data?.registerHousehold?.household;
    if (made === undefined || made === null)
      return [{ why: 'STOPPED', at: 'registerHousehold', value: JSON.stringify(body) }];
    const change = literal(
      {
        householdId: made.id,
        version: made.caseFile.version,
        why: '成员有变',
        declaredSize: 9,
        monthlyIncomePerCapita: '300.00',
        causes: ['OTHER'],
        members: membersOf(strangers.slice(0, 8)),
      },
      enums,
    );
    const changed = await ask(
      `mutation { changeHousehold(input: ${change}) { problems { code field message } household ${everythingOf('Household', 3)} } }`,
    );
    await readAllWays(hands, changed.body);
    return [];
  },
};
