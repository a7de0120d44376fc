import { newEventId } from '@nuangong/events';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import { healthPlace, remarkPlace, statePlace } from '../written-words/written-of-people.ts';
import { wordsPlace } from '../written-words/sealed-words.ts';

/** Stores the household's current state as a sealed version, with who, when and why. */
export async function keepVersion(
  tx: Transaction,
  { actor, parts }: Pick<CaseRecordsContext, 'actor' | 'parts'>,
  householdId: string,
  { version, why }: { readonly version: number; readonly why: string },
): Promise<void> {
  const { keyring } = parts;
  const household = await tx.household.findUniqueOrThrow({
    where: { id: householdId },
    include: { members: { where: { position: { gt: 0 } }, orderBy: { position: 'asc' } } },
  });
  const { organizationPath, sealedRemark } = household;
  const id = newEventId();
  const members = household.members.map(async (member) => ({
    personId: member.personId,
    name: member.name,
    relation: member.relation,
    standing: member.standing,
    ruralRegistration: member.ruralRegistration,
    monthlyIncome: member.monthlyIncomeFen?.toString() ?? null,
    health:
      member.sealedHealth === null
        ? null
        : await keyring.open(member.sealedHealth, healthPlace(member.id, organizationPath)),
    schooling: member.schooling,
  }));
  const state = {
    head_name: household.headName,
    unit_name: household.unitName,
    declared_size: household.declaredSize,
    per_capita_income_fen: household.perCapitaIncomeFen.toString(),
    dibao_status: household.dibaoStatus,
    causes: household.causes,
    hardship_class: household.hardshipClass,
    model_worker_honour: household.modelWorkerHonour,
    head_standing: household.headStanding,
    migrant_worker: household.migrantWorker,
    new_generation: household.newGeneration,
    remark: sealedRemark === null ? null : await keyring.open(sealedRemark, remarkPlace(householdId, organizationPath)),
    members: await Promise.all(members),
  };
  await tx.householdVersion.create({
    data: {
      id,
      householdId,
      organizationPath,
      version,
      sealedState: keyring.seal(JSON.stringify(state), statePlace(id, organizationPath)),
      why: keyring.seal(why, wordsPlace('household_version', 'why', { id, organizationPath })),
      staffId: actor.staffId,
      staffName: actor.name,
      changedAt: parts.clock(),
    },
  });
}
