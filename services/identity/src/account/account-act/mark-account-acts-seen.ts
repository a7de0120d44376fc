import { ok, type Result } from '@nuangong/primitives';
import type { IdentityContext } from '../../builder.ts';
import { runOwnCommand } from '../../run-own-command.ts';

/** Records that the owner of an account has seen the acts on it; returns how many. */
export function markAccountActsSeen(context: IdentityContext): Promise<Result<number>> {
  return runOwnCommand(context, async (tx) => {
    const { count } = await tx.accountAct.updateMany({
      where: { staffId: context.actor.staffId },
      data: { seenAt: context.parts.clock() },
    });
    return ok(count);
  });
}
