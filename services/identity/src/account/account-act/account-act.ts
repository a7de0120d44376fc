import { isGuarded, permits, type Actor, type Role } from '@nuangong/access';
import { problem, type Problem } from '@nuangong/primitives';

/** What is done on an account. */
export type AccountActKind =
  | 'ENROL'
  | 'CHANGE_ROLES'
  | 'RESET_PASSWORD'
  | 'REMOVE_SECOND_FACTOR'
  | 'LINK_OUTSIDE'
  | 'LEND';

/** An act that nobody decided lapses after this; in milliseconds. A week, as long as a one-time password is good. */
export const actLifetimeMs = 7 * 24 * 60 * 60 * 1000;

/** How far an act on an account has come. */
export type AccountActState = 'WAITING' | 'APPLIED' | 'CONFIRMED' | 'REFUSED' | 'WITHDRAWN' | 'EXPIRED';

/**
 * Whether an act waits for a second person: on an account that holds a guarded role or comes to hold one, and always where
 * somebody else's roles are lent, which that person alone can give.
 *
 * @param roles all that the account holds, borrows, or is to hold.
 */
export function waitsForSecondPerson(kind: AccountActKind, roles: readonly Role[]): boolean {
  return kind === 'LEND' || isGuarded(roles);
}

/** How far an act has come at a moment. */
export function stateOf(
  {
    outcome,
    expiresAt,
  }: { readonly outcome: Exclude<AccountActState, 'WAITING' | 'EXPIRED'> | null; readonly expiresAt: Date },
  now: Date,
): AccountActState {
  return outcome ?? (expiresAt > now ? 'WAITING' : 'EXPIRED');
}

/** Whose account it is, and who asked. */
export interface Parties {
  readonly kind: AccountActKind;
  /** Null of somebody to be enrolled. */
  readonly staffId: string | null;
  readonly askedById: string;
}
type Decider = Pick<Actor, 'staffId' | 'roles'>;

/**
 * Whether this person's word applies the act: where roles are lent, whose they are; else an administrator of the account's
 * organisation or a superior's (row-level security shows it to nobody else), neither who asked nor whose account it is.
 */
export function mayConfirm({ kind, staffId, askedById }: Parties, decider: Decider): boolean {
  if (kind === 'LEND') return decider.staffId === staffId;
  return permits(decider.roles, 'staff.manage') && decider.staffId !== askedById && decider.staffId !== staffId;
}

/** What the owner of an account may stop: what would let another in. Roles are the organisation's to give and take. */
const stoppedByOwner: ReadonlySet<AccountActKind> = new Set(['RESET_PASSWORD', 'REMOVE_SECOND_FACTOR', 'LINK_OUTSIDE']);

/** Whether this person may refuse the act: whoever may confirm it, and the owner what would let another in. */
export function mayRefuse(act: Parties, decider: Decider): boolean {
  return mayConfirm(act, decider) || (act.staffId === decider.staffId && stoppedByOwner.has(act.kind));
}

/** Whether this person may take the act back: who asked. */
export function mayWithdraw({ askedById }: Parties, decider: Decider): boolean {
  return askedById === decider.staffId;
}

/** Why an act that was decided, or has lapsed, is not decided any more; undefined while it waits. */
export function noLongerWaiting(state: AccountActState): Problem | undefined {
  if (state === 'WAITING') return undefined;
  const [zh, en] =
    state === 'EXPIRED'
      ? ['已过期，需要时重新申请', 'has lapsed; ask again where it is needed']
      : ['已办结', 'is settled already'];
  return problem('ACT_SETTLED', { zh: `这项账号事项${zh}`, en: `This act ${en}.` }, 'actId');
}

/** The act waits for another person than this one. */
export const waitsForAnother = ({ kind }: Parties): Problem =>
  kind === 'LEND'
    ? problem('ACT_WAITS_FOR_LENDER', {
        zh: '委托由委托人本人确认，登录后在“账号与登录”中确认',
        en: 'Whose roles are lent confirms it, at “Account and sign-in”.',
      })
    : problem('ACT_WAITS_FOR_ANOTHER', {
        zh: '由另一位管理员确认：不是申请人，也不是账号本人',
        en: 'Another administrator confirms it: neither who asked nor whose account it is.',
      });

/** Such an act waits on this account already. */
export const waitsAlready = (): Problem =>
  problem(
    'ACT_WAITS_ALREADY',
    {
      zh: '这个账号已有一项同类事项待确认，先等确认，或由申请人撤回后重新申请',
      en: 'Such an act waits on this account already. Wait for its confirmation, or let who asked withdraw it.',
    },
    'staffId',
  );
