import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleCounty } from '../examples.ts';
import { localDate, organization, recordId, text } from '../fields.ts';

/** A department that an organisation works with (协作部门) was registered, changed or closed: its present state. */
export const departmentChanged = defineEvent({
  name: 'department-changed',
  version: 1,
  topic: 'identity',
  summary: 'A body outside the unions that an organisation works with was registered, changed or closed.',
  key: (data) => data.departmentId,
  schema: z.object({
    departmentId: recordId,
    organization,
    /** The code of its kind; kinds are data of the identity service. */
    kind: z.string().regex(/^[A-Z][A-Z_]{1,39}$/u),
    name: text,
    /** The first day in force. */
    from: localDate,
    /** The last day in force, if it is closed. */
    to: localDate.nullable(),
  }),
  example: {
    departmentId: '01970000-0000-7000-8000-00000000c501',
    organization: exampleCounty,
    kind: 'CIVIL_AFFAIRS',
    name: '青禾县民政局',
    from: '2026-12-01',
    to: null,
  },
});
