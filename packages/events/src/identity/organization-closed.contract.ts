import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleCounty } from '../examples.ts';
import { localDate, organization } from '../fields.ts';

/** An organisation is in force until a day: nothing new is recorded for it afterwards. */
export const organizationClosed = defineEvent({
  name: 'organization-closed',
  version: 1,
  topic: 'identity',
  summary: 'An organisation is closed; its last day in force is included.',
  key: (data) => data.organization.id,
  schema: z.object({ organization, to: localDate }),
  example: { organization: exampleCounty, to: '2026-12-31' },
});
