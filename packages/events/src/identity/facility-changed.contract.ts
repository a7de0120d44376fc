import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleCounty } from '../examples.ts';
import { facilityKind, localDate, organization, recordId, text } from '../fields.ts';

/** A facility (惠民帮扶机构: 爱心医院, 扶贫超市 …) has this state from a day on: opened or closed. */
export const facilityChanged = defineEvent({
  name: 'facility-changed',
  version: 1,
  topic: 'identity',
  summary: 'A facility (惠民帮扶机构) was opened or closed, effective from a day.',
  key: (data) => data.facilityId,
  schema: z.object({
    facilityId: recordId,
    organization,
    kind: facilityKind,
    name: text,
    /** Run with a partner; false if it is the union's own. */
    joint: z.boolean(),
    from: localDate,
    /** The last day in force, if it is closed. */
    to: localDate.nullable(),
  }),
  example: {
    facilityId: '01970000-0000-7000-8000-00000000c201',
    organization: exampleCounty,
    kind: 'HOSPITAL',
    name: '青禾县爱心医院',
    joint: true,
    from: '2026-12-01',
    to: null,
  },
});
