import { isGuarded, permits, type Actor, type Role } from '@nuangong/access';
import { handWords, problem, type Hand, type Problem } from '@nuangong/primitives';

/** The kinds of acts on an account. */
export type AccountActKind =
  | 'ENROL'
  | 'CHANGE_ROLES'
  | 'RESET_PASSWORD'
  | 'REMOVE_SECOND_FACTOR'
  | 'LINK_OUTSIDE'
  | 'LEND'
  | 'GRANT_RANK'
  | 'END_RANK';

/** After this an undecided act lapses; in milliseconds. A week, like the lifetime of a one-time password. */
export const actLifetimeMs = 7 * 24 * 60 * 60 * 1000;

/** The state of an act on an account. */
export type AccountActState = 'WAITING' | 'APPLIED' | 'CONFIRMED' | 'REFUSED' | 'WITHDRAWN' | 'EXPIRED';

/**
 * Whether an act waits for a second person: on an account that holds or would hold a guarded role, and always when it
 * lends somebody else's roles, which only that person can confirm.
 *
 * @param roles all roles that the account holds, borrows, or is to hold.
 */
export function waitsForSecondPerson(kind: AccountActKind, roles: readonly Role[]): boolean {
  return kind === 'LEND' || isGuarded(roles);
}

/** The state of an act at a moment. */
export function stateOf(
  {
    outcome,
    expiresAt,
  }: { readonly outcome: Exclude<AccountActState, 'WAITING' | 'EXPIRED'> | null; readonly expiresAt: Date },
  now: Date,
): AccountActState {
  return outcome ?? (expiresAt > now ? 'WAITING' : 'EXPIRED');
}

/** The owner of the account, and the requester. */
export interface Parties {
  readonly kind: AccountActKind;
  /** Null for a person who is still to be enrolled. */
  readonly staffId: string | null;
  readonly askedById: string;
}
type Decider = Pick<Actor, 'staffId' | 'roles'>;

/**
 * Whether this person may confirm the act. For lent roles: their holder. Otherwise: an administrator of the account's
 * organisation or a superior (row-level security hides it from all others) who is neither the requester nor the owner
 * of the account.
 */
export function mayConfirm({ kind, staffId, askedById }: Parties, decider: Decider): boolean {
  if (kind === 'LEND') return decider.staffId === staffId;
  return permits(decider.roles, 'staff.manage') && decider.staffId !== askedById && decider.staffId !== staffId;
}

/**
 * Acts that the owner of the account may stop: those that would let somebody else in. Roles are the organisation's
 * decision.
 */
const stoppedByOwner: ReadonlySet<AccountActKind> = new Set(['RESET_PASSWORD', 'REMOVE_SECOND_FACTOR', 'LINK_OUTSIDE']);

/** Whether this person may refuse the act: those who may confirm it, and the owner if it would let somebody else in. */
export function mayRefuse(act: Parties, decider: Decider): boolean {
  return mayConfirm(act, decider) || (act.staffId === decider.staffId && stoppedByOwner.has(act.kind));
}

/** Whether this person may withdraw the act: only the requester. */
export function mayWithdraw({ askedById }: Parties, decider: Decider): boolean {
  return askedById === decider.staffId;
}

/** Why an act that was decided (by whom and when, if known) or has lapsed can no longer be decided; undefined while it waits. */
export function noLongerWaiting(state: AccountActState, hand?: Hand): Problem | undefined {
  if (state === 'WAITING') return undefined;
  const said = hand === undefined ? undefined : handWords(hand);
  const [zh, en] =
    state === 'EXPIRED'
      ? ['这项账号事项已过期，需要时重新申请', 'This action has lapsed; ask again where it is needed']
      : said === undefined
        ? ['这项账号事项已办结', 'This action is settled already']
        : [`${said.zh}已办结这项账号事项`, `This action is settled already (${said.en})`];
  return problem('ACT_SETTLED', { zh, en: `${en}.` }, 'actId');
}

/** A person other than this one must decide the act. */
export const waitsForAnother = ({ kind }: Parties): Problem =>
  kind === 'LEND'
    ? problem('ACT_WAITS_FOR_LENDER', {
        zh: '委托由委托人本人确认，登录后在“账号与登录”中确认',
        en: 'The person whose roles are delegated must confirm it, under “Account and sign-in”.',
      })
    : problem('ACT_WAITS_FOR_ANOTHER', {
        zh: '由另一位管理员确认：不是申请人，也不是账号本人',
        en: 'Another administrator must confirm it, not the requester or the owner of the account.',
      });

/** An act of this kind already waits on this account. */
export const waitsAlready = (): Problem =>
  problem(
    'ACT_WAITS_ALREADY',
    {
      zh: '这个账号已有一项同类事项待确认，先等确认，或由申请人撤回后重新申请',
      en: 'Such an action on this account is already awaiting confirmation. Wait for it, or ask the requester to withdraw it.',
    },
    'staffId',
  );
