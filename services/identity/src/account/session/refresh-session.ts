import { scopeOf, systemActor } from '@nuangong/access';
import { identityOf, recordAudit, type Database } from '@nuangong/database';
import { ok, problem, refuse, type Result } from '@nuangong/primitives';
import type { Transaction } from '../../builder.ts';
import { actorOf, asActor, waitsForOwnPassword } from './actor-of-staff.ts';
import type { SignedIn } from './begin-session.ts';
import { hashOfToken, newRefreshToken } from './refresh-token.ts';
import { decideRefresh } from './session.ts';

interface SessionRow {
  readonly id: string;
  readonly organization_path: string;
  readonly staff_id: string;
  readonly current: boolean;
  readonly expires_at: Date;
  readonly ended_at: Date | null;
}

const sessionOver = () =>
  problem('SESSION_OVER', { zh: '登录已结束，重新登录', en: 'The session has ended. Sign in again.' });

/** Exchanges a refresh token for a new one; a token that is used twice ends the session. */
export async function refreshSession(
  database: Database<Transaction>,
  refreshToken: string,
  now: Date,
): Promise<Result<SignedIn>> {
  const given = hashOfToken(refreshToken);
  const [session] = await database.withoutIdentity(
    (tx) => tx.$queryRaw<SessionRow[]>`select * from session_at_refresh(${given})`,
  );
  if (session === undefined) return refuse(sessionOver());
  const identity = identityOf(systemActor(scopeOf(session.organization_path)));
  return database.transaction(identity, async (tx) => {
    const decision = decideRefresh(
      { current: session.current, expiresAt: session.expires_at, endedAt: session.ended_at },
      now,
    );
    if (decision.kind === 'OVER') return refuse(sessionOver());
    const staff = await tx.staff.findUniqueOrThrow({
      where: { id: session.staff_id },
      include: asActor(now),
    });
    const { outside } = await tx.session.findUniqueOrThrow({ where: { id: session.id }, select: { outside: true } });
    const actor = actorOf(staff, { id: session.id, outside }, now);
    if (decision.kind === 'REUSED' || !staff.active) {
      await tx.session.update({ where: { id: session.id }, data: { endedAt: now } });
      await recordAudit(tx, { actor, requestId: null }, [
        { action: 'session.end', recordType: 'Session', recordId: session.id, after: { why: decision.kind } },
      ]);
      return refuse(sessionOver());
    }
    const renewed = newRefreshToken();
    const exchanged = await tx.session.updateMany({
      where: { id: session.id, refreshHash: given },
      data: { refreshHash: hashOfToken(renewed), usedHashes: { push: given }, lastUsedAt: now },
    });
    const mustChangePassword = waitsForOwnPassword(staff, { outside });
    if (exchanged.count !== 1) return refuse(sessionOver());
    return ok({ actor, username: staff.username, refreshToken: renewed, mustChangePassword });
  });
}
