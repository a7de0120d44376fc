import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleCounty, exampleVacancyId } from '../examples.ts';
import { count, localDate, organization, recordId } from '../fields.ts';

/** An employer offers positions (岗位); `forLaidOff` if they are kept for laid-off workers. */
export const vacancyOffered = defineEvent({
  name: 'vacancy-offered',
  version: 1,
  topic: 'employment-legal',
  summary: 'An employer has offered positions.',
  key: (data) => data.vacancyId,
  schema: z.object({
    vacancyId: recordId,
    organization,
    positions: count,
    forLaidOff: z.boolean(),
    offeredOn: localDate,
  }),
  example: {
    vacancyId: exampleVacancyId,
    organization: exampleCounty,
    positions: 5,
    forLaidOff: true,
    offeredOn: '2026-12-07',
  },
});
