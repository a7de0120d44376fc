import { blindIndexOf, type SecretKey } from '@nuangong/sealing';
import type { Transaction } from '../../builder.ts';
import type { SecondFactor } from '../../generated/prisma/client.ts';
import { makeRecoveryCodes, readRecoveryCode } from './second-factor.ts';

/** Replaces the recovery codes with ten new ones; returns them to be shown once. */
export async function replaceRecoveryCodes(
  tx: Transaction,
  key: SecretKey,
  factor: Pick<SecondFactor, 'staffId' | 'organizationPath'>,
): Promise<readonly string[]> {
  const { staffId, organizationPath } = factor;
  const codes = makeRecoveryCodes();
  await tx.recoveryCode.deleteMany({ where: { staffId } });
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ digest: digestOf(key, staffId, code.replace('-', '')), staffId, organizationPath })),
  });
  return codes;
}

/** Consumes a recovery code; false if it is not one of this member of staff's or was used. */
export async function spendRecoveryCode(
  tx: Transaction,
  key: SecretKey,
  staffId: string,
  typed: string,
  now: Date,
): Promise<boolean> {
  const code = readRecoveryCode(typed);
  if (code === null) return false;
  const { count } = await tx.recoveryCode.updateMany({
    where: { digest: digestOf(key, staffId, code), staffId, usedAt: null },
    data: { usedAt: now },
  });
  return count === 1;
}

function digestOf(key: SecretKey, staffId: string, code: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(blindIndexOf(key, `recovery code of ${staffId}: ${code}`));
}
