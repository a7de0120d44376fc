import { identityOf, prismaSql, recordAudit } from '@nuangong/database';
import { ok, refuse, type Result } from '@nuangong/primitives';
import type { CaseRecordsContext, Transaction } from '../builder.ts';
import { askedTooOften } from './asking.ts';
import { askedWithinTheHour, countAskingsLeft, keepAsking } from './count-askings.ts';

/**
 * Lets somebody ask whether an identity is registered in the city, or refuses with ASKED_TOO_OFTEN. In a transaction of
 * its own, before anything is told: a registration that is refused, and so rolled back, was asked all the same. Asking
 * and refusal are audited under the identity's blind index, which names nobody.
 */
export function askWhetherRegistered(
  context: CaseRecordsContext,
  index: string,
  field: string,
): Promise<Result<true>> {
  const { actor, database, parts, requestId } = context;
  const asker = { staffId: actor.staffId, scope: actor.scope, at: parts.clock() };
  return database.transaction(identityOf(actor), async (tx: Transaction): Promise<Result<true>> => {
    const run = prismaSql(tx);
    if (await askedWithinTheHour(run, asker, index)) return ok(true);
    const left = await countAskingsLeft(run, asker, 'FORM');
    const action = left > 0 ? 'identity.ask' : 'identity.ask-refused';
    if (left > 0) await keepAsking(run, asker, { kind: 'FORM', index, asked: 1, told: 1 });
    await recordAudit(tx.$executeRawUnsafe.bind(tx), actor, requestId, [
      { action, recordType: 'IdentityIndex', recordId: index },
    ]);
    return left > 0 ? ok(true) : refuse(askedTooOften('FORM', field));
  });
}
