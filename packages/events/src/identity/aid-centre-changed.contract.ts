import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleCounty } from '../examples.ts';
import { localDate, organization, recordId, text } from '../fields.ts';

/** An aid centre (困难职工帮扶中心) has this state from a day on: opened, changed or closed. */
export const aidCentreChanged = defineEvent({
  name: 'aid-centre-changed',
  version: 1,
  topic: 'identity',
  summary: 'An aid centre was opened, changed or closed, effective from a day.',
  key: (data) => data.aidCentreId,
  schema: z.object({
    aidCentreId: recordId,
    organization,
    name: text,
    level: z.enum(['PROVINCE', 'PREFECTURE', 'COUNTY']),
    /** Whether it has the status of a public institution (事业单位编制). */
    publicInstitution: z.boolean(),
    /** How many public-institution posts it has. */
    posts: z.int().nonnegative(),
    /** The day from which this holds. */
    from: localDate,
    /** The last day in force, if it is closed. */
    to: localDate.nullable(),
  }),
  example: {
    aidCentreId: '01970000-0000-7000-8000-00000000c001',
    organization: exampleCounty,
    name: '青禾县困难职工帮扶中心',
    level: 'COUNTY',
    publicInstitution: true,
    posts: 6,
    from: '2026-12-01',
    to: null,
  },
});
