import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleCounty } from '../examples.ts';
import { localDate, organization } from '../fields.ts';

/** An organisation has another name from a day on; what was recorded before keeps the name of its day. */
export const organizationRenamed = defineEvent({
  name: 'organization-renamed',
  version: 1,
  topic: 'identity',
  summary: 'An organisation has been renamed, effective from a day.',
  key: (data) => data.organization.id,
  schema: z.object({
    /** With the new name. */
    organization,
    from: localDate,
  }),
  example: { organization: exampleCounty, from: '2026-12-01' },
});
