import { ok, problem, refuse, type Result } from '@nuangong/primitives';
import type { IdentityContext } from '../../builder.ts';
import { provePassword } from '../password-change/prove-password.ts';
import { runOwnCommand } from '../../run-own-command.ts';
import { makeSecret, type NewSecret } from './second-factor.ts';
import { secretPlace } from './secret-place.ts';

const alreadyOn = () =>
  problem('SECOND_FACTOR_ON', {
    zh: '动态口令已经启用，换设备时先停用再重新启用',
    en: 'The second factor is already enabled. To change the device, disable it and enable it again.',
  });

/**
 * Begins setting up a second factor: creates a secret for the device, shown once. Sign-in asks for it only after
 * `confirmSecondFactor`.
 */
export async function beginSecondFactor(
  context: IdentityContext,
  input: { readonly password: string },
): Promise<Result<NewSecret>> {
  const proven = await provePassword(context, input.password);
  if (!proven.ok) return proven;
  const { id: staffId, username, organizationPath } = proven.value;
  return runOwnCommand(context, async (tx) => {
    const known = await tx.secondFactor.findUnique({ where: { staffId } });
    if (known !== null && known.confirmedAt !== null) return refuse(alreadyOn());
    const made = makeSecret(username);
    const sealed = {
      sealedSecret: context.parts.keyring.seal(made.secret, secretPlace({ staffId, organizationPath })),
      beganAt: context.parts.clock(),
    };
    await tx.secondFactor.upsert({
      where: { staffId },
      create: { staffId, organizationPath, ...sealed },
      update: sealed,
    });
    return ok(made);
  });
}
