import type { Transaction } from '../builder.ts';
import type { SecondFactor } from '../generated/prisma/client.ts';
import type { RunningParts } from '../running-parts.ts';
import { makeRecoveryCodes, readRecoveryCode } from './second-factor.ts';

/** Puts ten new recovery codes in place of those there were; answers them, to be shown once. */
export async function replaceRecoveryCodes(
  tx: Transaction,
  digestOf: RunningParts['digestOf'],
  factor: Pick<SecondFactor, 'staffId' | 'organizationPath'>,
): Promise<readonly string[]> {
  const { staffId, organizationPath } = factor;
  const codes = makeRecoveryCodes();
  await tx.recoveryCode.deleteMany({ where: { staffId } });
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ digest: digestOf(nameOf(staffId, code.replace('-', ''))), staffId, organizationPath })),
  });
  return codes;
}

/** Uses a recovery code up; false where it is none of this member of staff's, or was used. */
export async function spendRecoveryCode(
  tx: Transaction,
  digestOf: RunningParts['digestOf'],
  staffId: string,
  typed: string,
  now: Date,
): Promise<boolean> {
  const code = readRecoveryCode(typed);
  if (code === null) return false;
  const { count } = await tx.recoveryCode.updateMany({
    where: { digest: digestOf(nameOf(staffId, code)), staffId, usedAt: null },
    data: { usedAt: now },
  });
  return count === 1;
}

/** A code and whose it is: the same code of another digests otherwise. */
function nameOf(staffId: string, code: string): string {
  return `recovery code of ${staffId}: ${code}`;
}
