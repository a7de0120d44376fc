import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleCounty, exampleLegalCaseId } from '../examples.ts';
import { count, legalCaseKind, localDate, organization, recordId } from '../fields.ts';

/** A legal-aid case has been opened for `persons`, of whom `migrantWorkers` are migrant workers. */
export const legalCaseOpened = defineEvent({
  name: 'legal-case-opened',
  version: 1,
  topic: 'employment-legal',
  summary: 'A legal-aid case has been opened.',
  key: (data) => data.legalCaseId,
  schema: z.object({
    legalCaseId: recordId,
    kind: legalCaseKind,
    householdId: recordId.nullable(),
    organization,
    persons: count,
    migrantWorkers: count,
    openedOn: localDate,
  }),
  example: {
    legalCaseId: exampleLegalCaseId,
    kind: 'ARBITRATION',
    householdId: null,
    organization: exampleCounty,
    persons: 12,
    migrantWorkers: 9,
    openedOn: '2026-12-11',
  },
});
