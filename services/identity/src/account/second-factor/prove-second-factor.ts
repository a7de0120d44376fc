import type { Transaction } from '../../builder.ts';
import type { RunningParts } from '../../running-parts.ts';
import { spendRecoveryCode } from './recovery-codes.ts';
import { readCode, stepOfCode } from './second-factor.ts';
import { secretPlace } from './secret-place.ts';

/** What proved the second factor. */
export type SecondProof = 'CODE' | 'RECOVERY_CODE';

/**
 * Checks a code against a member of staff's second factor and consumes it, under a lock of its row, so that a code sent
 * twice at the same time is accepted once. Null if it is wrong or was used.
 */
export async function proveSecondFactor(
  tx: Transaction,
  keys: Pick<RunningParts, 'keyring' | 'digestKey'>,
  staffId: string,
  typed: string,
  now: Date,
): Promise<SecondProof | null> {
  await tx.$queryRaw`select from second_factor where staff_id = ${staffId}::uuid for update`;
  const factor = await tx.secondFactor.findUnique({ where: { staffId } });
  if (factor === null || factor.confirmedAt === null) return null;
  const secret = await keys.keyring.open(factor.sealedSecret, secretPlace(factor));
  const step = stepOfCode(secret, readCode(typed), factor.lastStep, now);
  if (step !== null) {
    await tx.secondFactor.update({ where: { staffId }, data: { lastStep: step } });
    return 'CODE';
  }
  return (await spendRecoveryCode(tx, keys.digestKey, staffId, typed, now)) ? 'RECOVERY_CODE' : null;
}
