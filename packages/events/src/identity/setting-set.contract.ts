import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleCounty, exampleStaffId } from '../examples.ts';
import { instant, localDate, organization, recordId, settingKind } from '../fields.ts';

/** An organisation sets a value for itself and those below it from a day on. */
export const settingSet = defineEvent({
  name: 'setting-set',
  version: 1,
  topic: 'identity',
  summary: 'An organisation has set a value for itself and its subordinates, effective from a day.',
  key: (data) => data.organization.id,
  schema: z.object({
    organization,
    kind: settingKind,
    /** In the unit of its kind: working days. */
    value: z.int(),
    /** The day from which it holds. */
    from: localDate,
    setBy: recordId,
    setAt: instant,
  }),
  example: {
    organization: exampleCounty,
    kind: 'POSTING_WORKING_DAYS',
    value: 7,
    from: '2026-12-09',
    setBy: exampleStaffId,
    setAt: '2026-12-08T02:00:00.000Z',
  },
});
