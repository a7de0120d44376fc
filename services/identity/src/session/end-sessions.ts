import type { Transaction } from '../builder.ts';

/** Ends every session of a member of staff: no refresh token of theirs is taken any more. */
export async function endSessions(tx: Transaction, staffId: string, at: Date): Promise<void> {
  await tx.session.updateMany({ where: { staffId, endedAt: null }, data: { endedAt: at } });
}
