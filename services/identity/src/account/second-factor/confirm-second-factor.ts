import { recordAudit } from '@nuangong/database';
import { ok, problem, refuse, type Result } from '@nuangong/primitives';
import type { IdentityContext } from '../../builder.ts';
import { provePassword } from '../password-change/prove-password.ts';
import { runOwnCommand } from '../../run-own-command.ts';
import { replaceRecoveryCodes } from './recovery-codes.ts';
import { readCode, stepOfCode, wrongCode } from './second-factor.ts';
import { secretPlace } from './secret-place.ts';

const notBegun = () =>
  problem('SECOND_FACTOR_NOT_BEGUN', {
    zh: '先开始启用动态口令，再录设备上的口令',
    en: 'Start enabling the second factor first, then enter the code from the device.',
  });

/** Confirms with the device's first code that it has the secret; returns the recovery codes, shown once. */
export function confirmSecondFactor(
  context: IdentityContext,
  input: { readonly code: string },
): Promise<Result<readonly string[]>> {
  return runOwnCommand(context, async (tx) => {
    const { staffId } = context.actor;
    const { keyring, digestKey, clock } = context.parts;
    const factor = await tx.secondFactor.findUnique({ where: { staffId } });
    if (factor === null || factor.confirmedAt !== null) return refuse(notBegun());
    const now = clock();
    const step = stepOfCode(
      await keyring.open(factor.sealedSecret, secretPlace(factor)),
      readCode(input.code),
      null,
      now,
    );
    if (step === null) return refuse(wrongCode());
    const { count } = await tx.secondFactor.updateMany({
      where: { staffId, confirmedAt: null },
      data: { confirmedAt: now, lastStep: step },
    });
    if (count === 0) return refuse(notBegun());
    const codes = await replaceRecoveryCodes(tx, digestKey, factor);
    await recordAudit(tx, context, [{ action: 'staff.confirm-second-factor', recordType: 'Staff', recordId: staffId }]);
    return ok(codes);
  });
}

/** Creates ten new recovery codes; the old ones stop working. */
export async function renewRecoveryCodes(
  context: IdentityContext,
  input: { readonly password: string },
): Promise<Result<readonly string[]>> {
  const proven = await provePassword(context, input.password);
  if (!proven.ok) return proven;
  return runOwnCommand(context, async (tx) => {
    const { staffId } = context.actor;
    const factor = await tx.secondFactor.findUnique({ where: { staffId } });
    if (factor === null || factor.confirmedAt === null) return refuse(notBegun());
    const codes = await replaceRecoveryCodes(tx, context.parts.digestKey, factor);
    await recordAudit(tx, context, [{ action: 'staff.renew-recovery-codes', recordType: 'Staff', recordId: staffId }]);
    return ok(codes);
  });
}
