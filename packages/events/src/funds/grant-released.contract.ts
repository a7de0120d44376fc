import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleApplicationId, exampleCounty, exampleGrantId, exampleHouseholdId, exampleId } from '../examples.ts';
import { fen, localDate, organization, recordId, staffMember, textAboutPerson } from '../fields.ts';

/** An unpaid grant lapses, for instance because the household is gone: its commitment is free again, nothing is paid. */
export const grantReleased = defineEvent({
  name: 'grant-released',
  version: 1,
  topic: 'funds',
  summary: 'An unpaid grant has been released: its money is free again.',
  key: (data) => data.grantId,
  schema: z.object({
    grantId: recordId,
    applicationId: recordId,
    householdId: recordId,
    organization,
    amountFen: fen,
    reason: textAboutPerson,
    releasedBy: staffMember,
    releasedOn: localDate,
  }),
  example: {
    grantId: exampleGrantId,
    applicationId: exampleApplicationId,
    householdId: exampleHouseholdId,
    organization: exampleCounty,
    amountFen: 30_000n,
    reason: '户主去世，档案已退出',
    releasedBy: { id: exampleId(92), name: '孙财务' },
    releasedOn: '2027-01-08',
  },
});
