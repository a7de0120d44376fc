import { identityOf, prismaSql, recordAudit } from '@nuangong/database';
import { ok, refuse, type Result } from '@nuangong/primitives';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import { askedTooOften } from './asking.ts';
import { askedWithinTheHour, countAskingsLeft, keepFormAskings } from './count-askings.ts';

/** An identity number that somebody typed, as its blind index, and the field it was typed in. */
export interface AskedNumber {
  readonly index: string;
  readonly field: string;
}

/**
 * Lets somebody ask whether identities are registered in the city, or refuses with ASKED_TOO_OFTEN. Every number typed
 * is one: of a head, of a member, in a search. In a transaction of its own, before anything is told: a registration that
 * is refused, and so rolled back, was asked all the same. Asking and refusal are audited under the identity's blind
 * index, which names nobody.
 */
export async function askWhetherRegistered(
  context: CaseRecordsContext,
  numbers: readonly AskedNumber[],
): Promise<Result<true>> {
  if (numbers.length === 0) return ok(true);
  const { actor, database, parts, requestId } = context;
  const asker = { staffId: actor.staffId, scope: actor.scope, at: parts.clock() };
  return database.transaction(identityOf(actor), async (tx: Transaction): Promise<Result<true>> => {
    const run = prismaSql(tx);
    const fieldOf = new Map(numbers.map(({ index, field }) => [index, field]));
    const before = await askedWithinTheHour(run, asker, [...fieldOf.keys()]);
    const fresh = [...fieldOf.keys()].filter((index) => !before.has(index));
    if (fresh.length === 0) return ok(true);
    const left = await countAskingsLeft(run, asker, 'FORM');
    const isAllowed = fresh.length <= left;
    if (isAllowed) await keepFormAskings(run, asker, fresh);
    await recordAudit(
      tx,
      { actor, requestId },
      fresh.map((index) => ({
        action: isAllowed ? 'identity.ask' : 'identity.ask-refused',
        recordType: 'IdentityIndex',
        recordId: index,
      })),
    );
    if (isAllowed) return ok(true);
    return refuse(...fresh.slice(left).map((index) => askedTooOften('FORM', fieldOf.get(index) ?? '')));
  });
}
