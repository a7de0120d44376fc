import { loadManyBy } from '@nuangong/subgraph';
import { builder, type CaseRecordsContext } from '../../builder.ts';
import type { Household, HouseholdMember as HouseholdMemberRow } from '../../generated/prisma/client.ts';
import { loadPerson, Person } from '../person/person.graphql.ts';
import { PersonStandingEnum } from './household-enums.graphql.ts';
import { headRelation, type PersonStanding } from './household.ts';
import { readWritten } from '../written-words/read-written.ts';
import { workersOf, type HouseholdWorkers } from './workers.ts';
import { healthPlace } from '../written-words/written-of-people.ts';

/** The people of households, the head first. */
export const loadMembers = loadManyBy<CaseRecordsContext, HouseholdMemberRow>(
  (row) => row.householdId,
  (context, ids) =>
    context.tx.householdMember.findMany({ where: { householdId: { in: ids } }, orderBy: { position: 'asc' } }),
);

export const HouseholdMember = builder.objectRef<HouseholdMemberRow>('HouseholdMember').implement({
  description: 'A member of a household.',
  fields: (t) => ({
    id: t.exposeID('id'),
    person: t.field({
      type: Person,
      nullable: true,
      description: 'The person, if an identity number is registered; otherwise null.',
      resolve: async (member, _arguments, context) =>
        member.personId === null ? null : ((await loadPerson(context, member.personId)) ?? null),
    }),
    name: t.exposeString('name'),
    relation: t.string({
      description:
        'Their relation to the head, as written: 妻, 子, 祖父（监护人）; of the head, in the reader’s language.',
      resolve: ({ relation }, _arguments, { language }) =>
        relation === headRelation && language === 'en' ? 'Head of household' : relation,
    }),
    standing: t.field({
      type: PersonStandingEnum,
      nullable: true,
      description:
        'Their worker status; null if not recorded, and then not counted as a worker. The head’s is on the household.',
      resolve: (member) => member.standing as PersonStanding | null,
    }),
    ruralRegistration: t.exposeBoolean('ruralRegistration', {
      description: 'Whether they have rural registration; a worker with it is a migrant worker.',
    }),
    monthlyIncome: t.field({
      type: 'Yuan',
      nullable: true,
      description: 'Their own monthly income; null if not recorded.',
      resolve: (member) => member.monthlyIncomeFen,
    }),
    health: t.string({
      nullable: true,
      description: 'For those who do the casework; each reading is audited.',
      resolve: (member, _arguments, context) =>
        readWritten(context, member.householdId, member.sealedHealth, healthPlace(member.id, member.organizationPath)),
    }),
    schooling: t.exposeString('schooling', {
      nullable: true,
      description: 'Their school and class; null if none.',
    }),
  }),
});

/** Counts the workers among a household's people; the members of a page are loaded in one statement. */
export async function countWorkers(household: Household, context: CaseRecordsContext): Promise<HouseholdWorkers> {
  const others = (await loadMembers(context, household.id)).filter(({ position }) => position > 0);
  return workersOf(
    { standing: household.headStanding as PersonStanding, migrantWorker: household.migrantWorker },
    others.map(({ standing, ruralRegistration }) => ({
      standing: standing as PersonStanding | null,
      ruralRegistration,
    })),
  );
}
