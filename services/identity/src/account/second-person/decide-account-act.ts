import { recordAudit } from '@nuangong/database';
import { ok, refuse, type Problem, type Result } from '@nuangong/primitives';
import { changedMeanwhile, forbidden, notFound, runCommand } from '@nuangong/subgraph';
import type { IdentityContext, Transaction } from '../../builder.ts';
import type { AccountAct } from '../../generated/prisma/client.ts';
import {
  mayConfirm,
  mayRefuse,
  mayWithdraw,
  noLongerWaiting,
  stateOf,
  waitsForAnother,
} from '../account-act/account-act.ts';
import { actConstraints, applyAccountAct } from './apply-account-act.ts';
import { inAudit } from '../account-act/ask-account-act.ts';

/** Which act. */
export interface DecideInput {
  readonly actId: string;
}

/** Everybody with a role may call the command; the act's own rules decide who may confirm it. */
const anybody = { action: 'staff.read', constraints: actConstraints } as const;

/** Confirms an act as the second person: it is carried out immediately, once. */
export function confirmAccountAct(context: IdentityContext, input: DecideInput): Promise<Result<AccountAct>> {
  return runCommand(context, anybody, async (tx: Transaction) => {
    const decided = await decide(tx, context, input, 'CONFIRMED');
    if (!decided.ok) return decided;
    const applied = await applyAccountAct(tx, context, decided.value);
    return applied.ok ? ok({ ...decided.value, staffId: applied.value.id, passwordHash: null }) : applied;
  });
}

/** Refuses an act: nothing is done. The owner of the account may refuse what would let somebody else in. */
export function refuseAccountAct(context: IdentityContext, input: DecideInput): Promise<Result<AccountAct>> {
  return runCommand(context, anybody, (tx: Transaction) => decide(tx, context, input, 'REFUSED'));
}

/** Withdraws the actor's own act while it waits. */
export function withdrawAccountAct(context: IdentityContext, input: DecideInput): Promise<Result<AccountAct>> {
  return runCommand(context, anybody, (tx: Transaction) => decide(tx, context, input, 'WITHDRAWN'));
}

type Decision = 'CONFIRMED' | 'REFUSED' | 'WITHDRAWN';

const rules = {
  CONFIRMED: { may: mayConfirm, action: 'account-act.confirm', otherwise: waitsForAnother },
  REFUSED: { may: mayRefuse, action: 'account-act.refuse', otherwise: waitsForAnother },
  WITHDRAWN: {
    may: mayWithdraw,
    action: 'account-act.withdraw',
    otherwise: (_act: AccountAct): Problem => forbidden(),
  },
} as const;

/** Stores a decision under a lock of the act; returns the act with its content, including the password's hash. */
async function decide(
  tx: Transaction,
  context: IdentityContext,
  { actId }: DecideInput,
  outcome: Decision,
): Promise<Result<AccountAct>> {
  const { actor, parts, requestId } = context;
  const { may, action, otherwise } = rules[outcome];
  await tx.$queryRaw`select from account_act where id = ${actId}::uuid for update`;
  const act = await tx.accountAct.findUnique({ where: { id: actId } });
  if (act === null || !isPartyTo(act, context)) return refuse(notFound({ zh: '账号事项', en: 'act' }, 'actId'));
  const now = parts.clock();
  const settled = noLongerWaiting(
    stateOf(act, now),
    act.decidedByName === null || act.decidedAt === null ? undefined : { by: act.decidedByName, at: act.decidedAt },
  );
  if (settled !== undefined) return refuse(settled);
  if (!may(act, actor)) return refuse(otherwise(act));
  const { count } = await tx.accountAct.updateMany({
    where: { id: act.id, outcome: null },
    data: { outcome, decidedById: actor.staffId, decidedByName: actor.name, decidedAt: now, passwordHash: null },
  });
  if (count === 0) return refuse(changedMeanwhile());
  await recordAudit(tx, { actor, requestId }, [
    { action, recordType: 'AccountAct', recordId: act.id, after: inAudit(act) },
  ]);
  return ok({ ...act, outcome, decidedById: actor.staffId, decidedByName: actor.name, decidedAt: now });
}

/** Other members of the organisation do not see acts on a colleague's account. */
function isPartyTo({ staffId, askedById }: AccountAct, { actor }: IdentityContext): boolean {
  return [staffId, askedById].includes(actor.staffId) || actor.roles.includes('ADMINISTRATOR');
}
