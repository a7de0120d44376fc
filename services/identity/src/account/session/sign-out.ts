import { scopeOf, systemActor } from '@nuangong/access';
import { identityOf, type Database } from '@nuangong/database';
import type { Transaction } from '../../builder.ts';
import { hashOfToken } from './refresh-token.ts';

/** Ends the session of a refresh token; an unknown token changes nothing. */
export async function signOut(database: Database<Transaction>, refreshToken: string, now: Date): Promise<void> {
  const given = hashOfToken(refreshToken);
  const [session] = await database.withoutIdentity(
    (tx) =>
      tx.$queryRaw<
        { id: string; organization_path: string }[]
      >`select id, organization_path from session_at_refresh(${given})`,
  );
  if (session === undefined) return;
  await database.transaction(identityOf(systemActor(scopeOf(session.organization_path))), (tx) =>
    tx.session.updateMany({ where: { id: session.id, endedAt: null }, data: { endedAt: now } }),
  );
}
