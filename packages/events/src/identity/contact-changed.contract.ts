import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleCounty } from '../examples.ts';
import { localDate, organization, recordId } from '../fields.ts';

/** A contact of an organisation or of a department (联系人) was registered, changed or closed; nobody is named. */
export const contactChanged = defineEvent({
  name: 'contact-changed',
  version: 1,
  topic: 'identity',
  summary: 'Whom to call at an organisation or at a department has changed; nobody is named.',
  key: (data) => data.contactId,
  schema: z.object({
    contactId: recordId,
    organization,
    /** At which department; null: at the organisation itself. */
    departmentId: recordId.nullable(),
    /** The first day in force. */
    from: localDate,
    /** The last day in force, if it is closed. */
    to: localDate.nullable(),
  }),
  example: {
    contactId: '01970000-0000-7000-8000-00000000c601',
    organization: exampleCounty,
    departmentId: '01970000-0000-7000-8000-00000000c501',
    from: '2026-12-01',
    to: null,
  },
});
