import { createBatchLoader } from '@nuangong/subgraph';
import type { IdentityContext } from '../../builder.ts';
import { attemptsAt, targetsOf } from './count-attempt.ts';
import { isLocked } from './sign-in-guard.ts';

/** Until when an account is locked, by `staffId/username`; one statement for the whole request. */
export const loadLock = createBatchLoader<IdentityContext, Date>(async (context, keys) => {
  const { digestKey, clock } = context.parts;
  const asked = keys.map((key) => {
    const [id = '', username = ''] = key.split('/');
    return [key, targetsOf(digestKey, { id, username })] as const;
  });
  const known = await attemptsAt(
    context.tx,
    asked.flatMap(([, targets]) => targets),
  );
  const now = clock();
  return new Map(
    asked.flatMap(([key, targets]) => {
      const locks = targets
        .map((target) => known.get(Buffer.from(target).toString('hex')))
        .filter((attempts) => attempts !== undefined && isLocked(attempts, now))
        .map((attempts) => attempts?.notBefore?.getTime() ?? 0);
      return locks.length === 0 ? [] : [[key, new Date(Math.max(...locks))] as const];
    }),
  );
});
