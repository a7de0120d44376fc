import { scopeOf, systemActor } from '@nuangong/access';
import { identityOf, recordAudit } from '@nuangong/database';
import { ok, problem, refuse, type Result } from '@nuangong/primitives';
import { proveSecondFactor } from '../second-factor/prove-second-factor.ts';
import { wrongCode } from '../second-factor/second-factor.ts';
import { countAttempt, forgetAttempts, secondFactorTarget } from '../sign-in-guard/count-attempt.ts';
import { recordLock } from '../sign-in-guard/record-lock.ts';
import { waitProblem } from '../sign-in-guard/sign-in-guard.ts';
import { beginSession, type SignedIn } from '../session/begin-session.ts';
import type { SessionOrigin } from '../session/session-origin.ts';
import type { SignInParts } from './sign-in-by-password.ts';

const stepOver = () =>
  problem('SECOND_STEP_OVER', {
    zh: '登录第二步已超时，重新输入账号和密码',
    en: 'The second step has expired. Enter the username and password again.',
  });

/**
 * Completes a sign-in with the second factor's code or a recovery code. Wrong codes count and lock like wrong
 * passwords, but separately: knowing the password does not reset the count.
 */
export async function signInSecondStep(
  parts: SignInParts,
  given: { readonly pendingToken: string; readonly code: string },
  origin: SessionOrigin,
): Promise<Result<SignedIn>> {
  const { database, clock, signer, digestKey } = parts;
  const now = clock();
  const pending = await signer.readPending(given.pendingToken, now);
  if (pending === null) return refuse(stepOver());
  const { staffId } = pending;
  const target = secondFactorTarget(digestKey, staffId);
  const admission = await countAttempt(database, target, now);
  if (admission.kind !== 'JUDGE') return refuse(waitProblem(admission));
  const system = systemActor(scopeOf(pending.organizationPath));
  const result = await database.transaction(identityOf(system), async (tx): Promise<Result<SignedIn>> => {
    const staff = await tx.staff.findUnique({ where: { id: staffId } });
    if (staff === null || !staff.active || (staff.passwordChangedAt?.getTime() ?? 0) !== pending.passwordChangedAt)
      return refuse(stepOver());
    const proof = await proveSecondFactor(tx, parts, staffId, given.code, now);
    if (proof === null) return refuse(wrongCode());
    await forgetAttempts(tx, [target]);
    const signedIn = await beginSession(tx, staffId, origin, now, { outside: pending.outside });
    if (proof === 'RECOVERY_CODE') {
      const left = await tx.recoveryCode.count({ where: { staffId, usedAt: null } });
      await recordAudit(tx, { actor: signedIn.actor, requestId: null }, [
        { action: 'staff.use-recovery-code', recordType: 'Staff', recordId: staffId, after: { left } },
      ]);
    }
    return ok(signedIn);
  });
  if (!result.ok && admission.locks) await recordLock(database, system.scope, staffId, 'SECOND_FACTOR');
  return result;
}
