import { identityOf, prismaSql, recordAudit } from '@nuangong/database';
import { ok, refuse, type Result } from '@nuangong/primitives';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import { askedTooOften } from './asking.ts';
import { askedWithinTheHour, countAskingsLeft, keepFormAskings } from './count-askings.ts';

/** The blind index of an identity number that was typed, and its field. */
export interface AskedNumber {
  readonly index: string;
  readonly field: string;
}

/**
 * Checks and records a query whether identities are registered in the city; refuses with ASKED_TOO_OFTEN. Every typed
 * number counts: of a head, of a member, in a search. Runs in its own transaction before anything is revealed, so that
 * a registration that is refused and rolled back still counts. Queries and refusals are audited under the identity's
 * blind index, which names nobody.
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
