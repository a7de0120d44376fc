import { idsUnder, literal, type Hands, type Motive } from './motive.ts';

const enums = new Set(['OTHER']);

/** A new household of the clerk, with these numbers as its members. */
export function registration(hands: Pick<Hands, 'freshNumber'>, numbers: readonly string[]): string {
  return literal(
    {
      headName: '试探',
      identityNumber: hands.freshNumber(),
      declaredSize: numbers.length + 1,
      monthlyIncomePerCapita: '300.00',
      causes: ['OTHER'],
      members: membersOf(numbers),
    },
    enums,
  );
}

export function membersOf(numbers: readonly string[]): readonly object[] {
  return numbers.map((identityNumber) => ({ name: '试探', relation: '其他', identityNumber }));
}

/** Reads everything that a clerk can of households and of these people, by every path. */
export async function readAllWays(hands: Hands, answer: unknown): Promise<void> {
  const { ask, everythingOf } = hands;
  const people = [...new Set([...idsUnder(answer, 'person'), ...idsUnder(answer, 'head')])].slice(0, 9);
  const representations = people.map((id) => `{ __typename: "Person", id: ${JSON.stringify(id)} }`).join(', ');
  await ask(
    `query { _entities(representations: [${representations}]) { ... on Person ${everythingOf('Person')} } }`,
    'case-records',
  );
  for (const id of people) {
    for (const unmask of ['unmaskIdentity', 'unmaskPhone', 'unmaskBankAccount']) {
      await ask(
        `mutation { ${unmask}(input: { personId: "${id}", reason: "核对家庭成员情况" }) { problems { code } value } }`,
      );
    }
  }
  await ask(`query { households(page: 1, perPage: 50) { items ${everythingOf('Household', 3)} } }`);
}

/** A clerk registers strangers as members of a household, and reads their names, telephones and accounts there. */
export const lookUpStrangersAsMembers: Motive = {
  what: 'a clerk who wants strangers’ names and telephones lists them as members of a household',
  role: 'CLERK',
  async tries(hands) {
    const { ask, everythingOf, strangers } = hands;
    for (const numbers of [strangers.slice(0, 8), ...strangers.slice(8, 11).map((each) => [each])]) {
      const { body } = await ask(
        `mutation { registerHousehold(input: ${registration(hands, numbers)}) {
           problems { code field message } household ${everythingOf('Household', 3)} } }`,
      );
      await readAllWays(hands, body);
    }
    for (const number of strangers.slice(0, 3)) {
      await ask(`query { registeredElsewhere(identityNumber: "${number}") ${everythingOf('RegisteredElsewhere')} }`);
      await ask(
        `query { households(filter: { identityNumber: "${number}" }) { items ${everythingOf('Household', 2)} } }`,
      );
    }
    return [];
  },
};
