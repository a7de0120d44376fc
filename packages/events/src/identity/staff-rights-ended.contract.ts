import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleStaffId } from '../examples.ts';
import { recordId } from '../fields.ts';

/** What somebody could do until now has ended: work that goes on in that person's name stops. */
export const staffRightsEnded = defineEvent({
  name: 'staff-rights-ended',
  version: 1,
  topic: 'identity',
  summary:
    'What a member of staff could do, or lent to a colleague, has ended; new rights begin with the next sign-in.',
  key: (data) => data.staffId,
  schema: z.object({
    staffId: recordId,
    /** By what. */
    act: z.enum(['ACCOUNT_CLOSED', 'ROLES_CHANGED', 'PASSWORD_RESET', 'DELEGATION_ENDED']),
    /** The colleague, where only what was lent to that one has ended. */
    borrowerId: recordId.nullable(),
  }),
  example: { staffId: exampleStaffId, act: 'ROLES_CHANGED', borrowerId: null },
});
