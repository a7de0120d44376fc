import { idsUnder, literal, type Motive } from './motive.ts';

/** A legal-aid officer opens a claim for strangers' numbers, and reads what the system returns of them. */
export const lookUpStrangersAsWorkers: Motive = {
  what: 'a legal-aid officer who wants strangers’ names opens a wage claim for their numbers',
  role: 'LEGAL_AID',
  async tries({ ask, everythingOf, strangers }) {
    const claim = literal({
      employer: '试探公司',
      workers: strangers.slice(0, 8).map((identityNumber) => ({ name: '试探', identityNumber, owed: '1.00' })),
    });
    const { body } = await ask(
      `mutation { openWageClaim(input: ${claim}) { problems { code field message } wageClaim ${everythingOf('WageClaim', 3)} } }`,
    );
    await ask(`query { wageClaims(page: 1, perPage: 50) { items ${everythingOf('WageClaim', 3)} } }`);
    const households = [...new Set(idsUnder(body, 'household'))].map(
      (id) => `{ __typename: "Household", id: "${id}" }`,
    );
    await ask(
      `query { _entities(representations: [${households.join(', ')}]) { ... on Household ${everythingOf('Household', 2)} } }`,
      'case-records',
    );
    return [];
  },
};
