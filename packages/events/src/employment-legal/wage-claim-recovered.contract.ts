import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleCounty, exampleId, exampleWageClaimId } from '../examples.ts';
import { count, fen, localDate, organization, recordId } from '../fields.ts';

/** Unpaid wages have come back (追讨欠薪); the migrant workers' numbers are parts of the whole ones. */
export const wageClaimRecovered = defineEvent({
  name: 'wage-claim-recovered',
  version: 1,
  topic: 'employment-legal',
  summary: 'Unpaid wages have been recovered for workers of one employer.',
  key: (data) => data.wageClaimId,
  schema: z.object({
    wageClaimId: recordId,
    recoveryId: recordId,
    organization,
    workers: count,
    migrantWorkers: count,
    amountFen: fen,
    migrantAmountFen: fen,
    recoveredOn: localDate,
  }),
  example: {
    wageClaimId: exampleWageClaimId,
    recoveryId: exampleId(52),
    organization: exampleCounty,
    workers: 12,
    migrantWorkers: 9,
    amountFen: 18_600_000n,
    migrantAmountFen: 13_950_000n,
    recoveredOn: '2027-01-15',
  },
});
