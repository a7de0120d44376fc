import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleCounty, exampleStaffId } from '../examples.ts';
import { localDate, organization, rank, recordId } from '../fields.ts';

/** An approver signs for an organisation up to a rank (审批权限) from a day on, or until a day; nobody is named. */
export const authorityRankChanged = defineEvent({
  name: 'authority-rank-changed',
  version: 1,
  topic: 'identity',
  summary: 'An approver holds a rank of an organisation from a day on, or does no longer; nobody is named.',
  key: (data) => data.authorityRankId,
  schema: z.object({
    authorityRankId: recordId,
    organization,
    staffId: recordId,
    rank,
    from: localDate,
    /** The last day, if one is set; the day before `from` if the rank never came into force. */
    to: localDate.nullable(),
  }),
  example: {
    authorityRankId: '01970000-0000-7000-8000-00000000c401',
    organization: exampleCounty,
    staffId: exampleStaffId,
    rank: 'CENTRE_DIRECTOR',
    from: '2026-12-01',
    to: null,
  },
});
