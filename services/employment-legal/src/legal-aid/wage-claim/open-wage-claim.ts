import { recordAudit, storedDate } from '@nuangong/database';
import { newEventId } from '@nuangong/events';
import { localDateAt, maskIdentityNumber, ok, sumFen, type Result } from '@nuangong/primitives';
import { runCommand } from '@nuangong/subgraph';
import type { WorkContext } from '../../builder.ts';
import type { Prisma, WageClaim } from '../../generated/prisma/client.ts';
import { findHouseholds } from '../../household/find-household.ts';
import { personReference } from '../../person-reference.ts';
import { provenanceOf } from '../../provenance.ts';
import { nextNumber } from '../../record-number.ts';
import type { RunningParts } from '../../running-parts.ts';
import { decideClaim, type ClaimedWorker, type WageClaimInput } from './wage-claim.ts';

/** Opens a claim for unpaid wages of one employer's workers; identity numbers are stored sealed. */
export function openWageClaim(context: WorkContext, input: WageClaimInput): Promise<Result<WageClaim>> {
  const { actor, requestId } = context;
  const at = context.parts.clock();
  return runCommand(context, { action: 'legal-case.manage' }, async (tx) => {
    const named = input.workers.map(({ householdId }, place) => ({
      householdId,
      field: `workers.${place}.householdId`,
    }));
    const households = await findHouseholds(tx, named);
    const decided = decideClaim(input, households, localDateAt(at));
    if (!decided.ok) return decided;
    const { employer, site, openedOn, dateReason, workers } = decided.value;
    const number = await nextNumber(tx, actor, '欠薪', openedOn);
    const claim = await tx.wageClaim.create({
      data: { ...provenanceOf(actor, at), number, employer, site, openedOn: storedDate(openedOn), dateReason },
    });
    await tx.wageClaimWorker.createMany({
      data: workers.map((worker, position) => rowOf(worker, position, claim, context.parts)),
    });
    const owed = sumFen(workers.map((worker) => worker.owed));
    const identityNumbers = workers.filter((worker) => worker.identityNumber !== null).length;
    await recordAudit(tx, { actor, requestId }, [
      {
        action: 'wage-claim.open',
        recordType: 'WageClaim',
        recordId: claim.id,
        after: { number, employer, site, openedOn, dateReason, workers: workers.length, identityNumbers, owed },
      },
    ]);
    return ok(claim);
  });
}

function rowOf(
  { identityNumber, owed, ...worker }: ClaimedWorker,
  position: number,
  claim: WageClaim,
  { keyring, personKey }: RunningParts,
): Prisma.WageClaimWorkerCreateManyInput {
  const id = newEventId();
  const { organizationPath } = claim;
  const place = {
    table: 'wage_claim_worker',
    column: 'sealed_identity_number',
    row: id,
    organization: organizationPath,
  };
  return {
    ...worker,
    id,
    organizationPath,
    wageClaimId: claim.id,
    position,
    owedFen: owed,
    personRef: personReference(personKey, { ...worker, id, identityNumber }),
    sealedIdentityNumber: identityNumber === null ? null : keyring.seal(identityNumber, place),
    maskedIdentityNumber: identityNumber === null ? null : maskIdentityNumber(identityNumber),
  };
}
