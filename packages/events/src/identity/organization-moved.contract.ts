import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleCity, exampleCounty } from '../examples.ts';
import { instant, localDate, organization, recordId } from '../fields.ts';

/**
 * An organisation has moved below another superior from a day on, with its subordinates. Current records move with it;
 * history stays under the former path. Published within the nearest superior of both places.
 */
export const organizationMoved = defineEvent({
  name: 'organization-moved',
  version: 1,
  topic: 'identity',
  summary: 'An organisation has moved below another superior, effective from a day; those below it go along.',
  key: (data) => data.organization.id,
  schema: z.object({
    /** With its new path. */
    organization,
    formerPath: organization.shape.path,
    /** The organisation above it from now on. */
    parentId: recordId,
    formerParentId: recordId,
    from: localDate,
    /** The place of this move among all moves: they are followed in this order, however they are delivered. */
    sequence: z.int().positive(),
    movedAt: instant,
  }),
  example: {
    organization: {
      id: '01970000-0000-7000-8000-00000000a009',
      path: `${exampleCounty.path}510101-09/`,
      code: '510101-09',
      name: '县酒厂工会',
    },
    formerPath: `${exampleCity.path}510101-09/`,
    parentId: exampleCounty.id,
    formerParentId: exampleCity.id,
    from: '2026-12-01',
    sequence: 1,
    movedAt: '2026-12-01T01:30:00.000Z',
  },
});
