import { recordAudit } from '@nuangong/database';
import { ok, refuse, type Result } from '@nuangong/primitives';
import { notFound } from '@nuangong/subgraph';
import type { IdentityContext } from '../../builder.ts';
import type { Session } from '../../generated/prisma/client.ts';
import { runOwnCommand } from '../../run-own-command.ts';
import { endOtherSessionsOf } from './end-sessions.ts';

/** Ends one of the actor's own sessions; its access token is rejected soon after. */
export function endOwnSession(
  context: IdentityContext,
  input: { readonly sessionId: string },
): Promise<Result<Session>> {
  return runOwnCommand(context, async (tx) => {
    const known = await tx.session.findFirst({
      where: { id: input.sessionId, staffId: context.actor.staffId, endedAt: null },
    });
    if (known === null) return refuse(notFound({ zh: '登录', en: 'session' }, 'sessionId'));
    const session = await tx.session.update({ where: { id: known.id }, data: { endedAt: context.parts.clock() } });
    await recordAudit(tx, context, [
      { action: 'session.end', recordType: 'Session', recordId: session.id, after: { why: 'OWN' } },
    ]);
    return ok(session);
  });
}

/** Ends the actor's other sessions; returns how many there were. */
export function endOtherSessions(context: IdentityContext): Promise<Result<number>> {
  return runOwnCommand(context, async (tx) => {
    const ended = await endOtherSessionsOf(tx, context.actor, context.parts.clock());
    await recordAudit(tx, context, [
      { action: 'session.end-others', recordType: 'Staff', recordId: context.actor.staffId, after: { ended } },
    ]);
    return ok(ended);
  });
}
