import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleCounty } from '../examples.ts';
import { localDate, organization, recordId } from '../fields.ts';

/** Somebody works at an aid centre from a day on, or until a day; without a name, because it is only counted. */
export const centrePostChanged = defineEvent({
  name: 'centre-post-changed',
  version: 1,
  topic: 'identity',
  summary: 'A person started or stopped working at an aid centre from a day on; the person is not named.',
  key: (data) => data.centrePostId,
  schema: z.object({
    centrePostId: recordId,
    aidCentreId: recordId,
    organization,
    /** The centre's level at the time of the event. */
    level: z.enum(['PROVINCE', 'PREFECTURE', 'COUNTY']),
    /** Whether the person holds a public-institution post. */
    publicPost: z.boolean(),
    from: localDate,
    /** The last day, if it has ended. */
    to: localDate.nullable(),
  }),
  example: {
    centrePostId: '01970000-0000-7000-8000-00000000c101',
    aidCentreId: '01970000-0000-7000-8000-00000000c001',
    organization: exampleCounty,
    level: 'COUNTY',
    publicPost: true,
    from: '2026-12-01',
    to: null,
  },
});
