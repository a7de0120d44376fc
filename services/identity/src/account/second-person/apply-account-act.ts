import type { Problem, Result } from '@nuangong/primitives';
import type { IdentityContext, Transaction } from '../../builder.ts';
import { rankConstraints } from '../authority-rank/authority-rank.ts';
import { applyRankEnd } from '../authority-rank/end-rank.ts';
import { applyRank } from '../authority-rank/grant-rank.ts';
import { applyLending } from '../delegation/delegate-roles.ts';
import type { AccountAct, Staff } from '../../generated/prisma/client.ts';
import { applyLink, linkConstraints } from '../outside-sign-in/link-outside-account.ts';
import { applyReset } from '../password-change/reset-password.ts';
import { applyRemoval } from '../second-factor/remove-second-factor.ts';
import { applyRoles, roleConstraints } from '../staffing/change-staff-roles.ts';
import { applyEnrolment, enrolmentConstraints } from '../staffing/enrol-staff.ts';

/** The problems for the database's own refusals of an act. */
export const actConstraints: Readonly<Record<string, () => Problem>> = {
  ...enrolmentConstraints,
  ...roleConstraints,
  ...linkConstraints,
  ...rankConstraints,
};

/** Carries out an act that a second person has just confirmed, in the same transaction. */
export function applyAccountAct(tx: Transaction, context: IdentityContext, act: AccountAct): Promise<Result<Staff>> {
  switch (act.kind) {
    case 'ENROL':
      return applyEnrolment(tx, context, act);
    case 'CHANGE_ROLES':
      return applyRoles(tx, context, act);
    case 'RESET_PASSWORD':
      return applyReset(tx, context, act);
    case 'REMOVE_SECOND_FACTOR':
      return applyRemoval(tx, context, act);
    case 'LINK_OUTSIDE':
      return applyLink(tx, context, act);
    case 'LEND':
      return applyLending(tx, context, act);
    case 'GRANT_RANK':
      return applyRank(tx, context, act);
    case 'END_RANK':
      return applyRankEnd(tx, context, act);
  }
}
