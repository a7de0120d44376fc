import { createBatchLoader } from '@nuangong/subgraph';
import type { IdentityContext } from '../builder.ts';
import { attemptsAt, passwordTarget, secondFactorTarget } from './count-attempt.ts';
import { isLocked } from './sign-in-guard.ts';

/** Until when an account is locked, by `staffId/username`; one statement for all that a request asks for. */
export const loadLock = createBatchLoader<IdentityContext, Date>(async (context, keys) => {
  const { blindIndexKey, clock } = context.parts;
  const targetsOf = keys.map((key) => {
    const [staffId = '', username = ''] = key.split('/');
    return [key, [passwordTarget(blindIndexKey, username), secondFactorTarget(blindIndexKey, staffId)]] as const;
  });
  const known = await attemptsAt(context.tx, targetsOf.flatMap(([, targets]) => targets));
  const now = clock();
  return new Map(
    targetsOf.flatMap(([key, targets]) => {
      const locks = targets
        .map((target) => known.get(Buffer.from(target).toString('hex')))
        .filter((attempts) => attempts !== undefined && isLocked(attempts, now))
        .map((attempts) => attempts?.notBefore?.getTime() ?? 0);
      return locks.length === 0 ? [] : [[key, new Date(Math.max(...locks))] as const];
    }),
  );
});
