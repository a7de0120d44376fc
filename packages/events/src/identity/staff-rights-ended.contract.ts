import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleStaffId } from '../examples.ts';
import { recordId } from '../fields.ts';

/** A member of staff's rights have ended: jobs that run in that person's name stop. */
export const staffRightsEnded = defineEvent({
  name: 'staff-rights-ended',
  version: 1,
  topic: 'identity',
  summary:
    'Rights that a member of staff held, or delegated to a colleague, have ended; new rights apply from the next sign-in.',
  key: (data) => data.staffId,
  schema: z.object({
    staffId: recordId,
    /** What ended them; ROLES_CHANGED also where a rank of approval authority ended. */
    act: z.enum(['ACCOUNT_CLOSED', 'ROLES_CHANGED', 'PASSWORD_RESET', 'DELEGATION_ENDED']),
    /** The borrower, if only a delegation to that person has ended. */
    borrowerId: recordId.nullable(),
  }),
  example: { staffId: exampleStaffId, act: 'ROLES_CHANGED', borrowerId: null },
});
