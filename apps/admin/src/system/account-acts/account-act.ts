import type { Tone } from '../../base/display/StatusTag.tsx';
import type { AccountActsQuery, AccountActState } from '../../base/graph/generated/operation-types.ts';
import type { Say } from '../../base/i18n/use-words.ts';
import type { useTerm } from '../../base/i18n/use-term.ts';

/** An act on an account, done or pending. */
export type AccountAct = AccountActsQuery['accountActs']['items'][number];

/** The meaning of a state for the reader. */
export const actTones: Readonly<Record<AccountActState, Tone>> = {
  WAITING: 'wait',
  APPLIED: 'done',
  CONFIRMED: 'done',
  REFUSED: 'stop',
  WITHDRAWN: 'still',
  EXPIRED: 'still',
};

/** What an act changes, in words: roles before and after, whom something is lent to, which identity is linked. */
export function contentOf(act: AccountAct, say: Say, term: ReturnType<typeof useTerm>): string {
  const named = (roles: AccountAct['roles']): string =>
    roles.map((role) => term('role', role)).join(say('display.separator'));
  switch (act.kind) {
    case 'ENROL':
      return named(act.roles);
    case 'CHANGE_ROLES':
      return `${named(act.rolesBefore)} → ${named(act.roles)}`;
    case 'LINK_OUTSIDE':
      return act.outsideSubject ?? say('accountAct.unlinked');
    case 'LEND':
      return say('accountAct.lending', {
        roles: named(act.roles),
        to: act.to?.name ?? '',
        from: act.firstDay ?? '',
        until: act.lastDay ?? '',
        reason: act.reason ?? '',
      });
    case 'GRANT_RANK':
    case 'END_RANK':
      return say('accountAct.ofRank', {
        rank: term('rank', act.rank),
        from: act.firstDay ?? '',
        until: act.lastDay ?? say('staff.rankOpen'),
      });
    case 'RESET_PASSWORD':
    case 'REMOVE_SECOND_FACTOR':
      return named(act.rolesBefore);
  }
}
