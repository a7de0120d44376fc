import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleCity, exampleCounty } from '../examples.ts';
import { localDate, organization, organizationKind, recordId, stationKind } from '../fields.ts';

/** An organisation has a place in the tree; other services may hold its records from now on. */
export const organizationRegistered = defineEvent({
  name: 'organization-registered',
  version: 1,
  topic: 'identity',
  summary: 'An organisation has been registered in the tree.',
  key: (data) => data.organization.id,
  schema: z.object({
    organization,
    kind: organizationKind,
    parentId: recordId.nullable(),
    /** Only for a station. */
    stationKind: stationKind.nullable().optional(),
    /** The first day in force; the day of the event by default. */
    from: localDate.optional(),
  }),
  example: {
    organization: exampleCounty,
    kind: 'COUNTY',
    parentId: exampleCity.id,
    stationKind: null,
    from: '2026-12-01',
  },
});
