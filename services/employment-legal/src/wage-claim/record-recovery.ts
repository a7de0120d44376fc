import { recordAudit, storedDate } from '@nuangong/database';
import { contracts } from '@nuangong/events';
import { isUuid, localDateAt, ok, refuse, type Result } from '@nuangong/primitives';
import { announce } from '@nuangong/service';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { WorkContext } from '../builder.ts';
import { readPastDay } from '../form-fields.ts';
import type { WageClaim } from '../generated/prisma/client.ts';
import { organizationReference, provenanceOf } from '../provenance.ts';
import { decideRecovery, recoveredMeanwhile, toldParts, totalsOf, type RecoveryAmountInput } from './wage-claim.ts';

export interface RecordRecoveryInput {
  readonly wageClaimId: string;
  /** Today where it is left out. */
  readonly recoveredOn?: string | null | undefined;
  readonly amounts: readonly RecoveryAmountInput[];
}

/** Records wages that came back on one day, what each worker got. Never altered; never more than is owed. */
export function recordRecovery(context: WorkContext, input: RecordRecoveryInput): Promise<Result<WageClaim>> {
  const { actor, requestId } = context;
  const at = context.parts.clock();
  const { wageClaimId } = input;
  const constraints = { wage_claim_worker_never_more_than_owed: recoveredMeanwhile };
  return runCommand(context, { action: 'legal-case.manage', constraints }, async (tx) => {
    const day = readPastDay(input.recoveredOn, 'recoveredOn', localDateAt(at));
    if (!day.ok) return day;
    if (isUuid(wageClaimId)) await tx.$queryRaw`select 1 from wage_claim where id = ${wageClaimId}::uuid for update`;
    const claim = isUuid(wageClaimId) ? await tx.wageClaim.findUnique({ where: { id: wageClaimId } }) : null;
    if (claim === null) return refuse(notFound({ zh: '追讨欠薪案', en: 'wage claim' }, 'wageClaimId'));
    const workers = await tx.wageClaimWorker.findMany({ where: { wageClaimId } });
    const decided = decideRecovery(new Map(workers.map((worker) => [worker.id, worker])), input.amounts);
    if (!decided.ok) return decided;
    const recovery = await tx.wageRecovery.create({
      data: { ...provenanceOf(actor, at), wageClaimId, recoveredOn: storedDate(day.value) },
    });
    await tx.wageRecoveryPart.createMany({
      data: decided.value.map(({ worker, amount }) => ({
        recoveryId: recovery.id,
        workerId: worker.id,
        organizationPath: recovery.organizationPath,
        amountFen: amount,
      })),
    });
    const totals = totalsOf(decided.value);
    await recordAudit(tx.$executeRawUnsafe.bind(tx), actor, requestId, [
      {
        action: 'wage-claim.record-recovery',
        recordType: 'WageClaim',
        recordId: wageClaimId,
        after: { recoveryId: recovery.id, recoveredOn: day.value, ...totals },
      },
    ]);
    const organization = organizationReference(recovery);
    await announce(tx, { actor, requestId, at }, contracts['wage-claim-recovered.v1'], [
      {
        organizationPath: recovery.organizationPath,
        data: {
          wageClaimId,
          recoveryId: recovery.id,
          organization,
          ...totals,
          recoveredOn: day.value,
          parts: toldParts(decided.value),
        },
      },
    ]);
    return ok(await tx.wageClaim.findUniqueOrThrow({ where: { id: wageClaimId } }));
  });
}
