import { prismaSql } from '@nuangong/database';
import type { HardshipClass } from '@nuangong/events';
import { localDateAt } from '@nuangong/primitives';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import { dibaoLineInForce } from '../hardship/dibao-line-in-force.ts';
import type { Household } from '../../generated/prisma/client.ts';
import type { HouseholdChange } from './apply-household-change.ts';
import { factChanges, type FactChange } from '../household/fact-changes.ts';
import { hardshipClassOf } from '../hardship/hardship.ts';

/** The differences that a change would make to a household, including its class by the line in force today. */
export async function compareWithStanding(
  tx: Transaction,
  { parts }: CaseRecordsContext,
  household: Household,
  { facts, members }: HouseholdChange,
): Promise<readonly FactChange[]> {
  const line = await dibaoLineInForce(prismaSql(tx), household.organizationPath, localDateAt(parts.clock()));
  const standing = await tx.householdMember.findMany({
    where: { householdId: household.id, position: { gt: 0 } },
    orderBy: { position: 'asc' },
    select: { name: true, monthlyIncomeFen: true, standing: true, ruralRegistration: true },
  });
  return factChanges(
    { ...household, hardshipClass: household.hardshipClass as HardshipClass | null, members: standing },
    {
      ...facts,
      perCapitaIncomeFen: facts.perCapitaIncome,
      hardshipClass: hardshipClassOf(facts, line),
      members: members.map(({ monthlyIncome, ...member }) => ({ ...member, monthlyIncomeFen: monthlyIncome })),
    },
  );
}
