import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleCounty, exampleId, exampleWageClaimId } from '../examples.ts';
import { count, fen, localDate, organization, recordId, sensitive, text } from '../fields.ts';

/** The amount of one worker; `personRef` is the same for the same person and reveals nothing else. */
const recoveryPart = z.object({ personRef: sensitive(text), migrantWorker: z.boolean(), amountFen: fen });

/**
 * Unpaid wages have been recovered (追讨欠薪); the numbers for migrant workers are included in the totals. There is one
 * part for each worker, and the parts add up to the total.
 */
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
    parts: z.array(recoveryPart),
  }),
  example: {
    wageClaimId: exampleWageClaimId,
    recoveryId: exampleId(52),
    organization: exampleCounty,
    workers: 2,
    migrantWorkers: 1,
    amountFen: 3_100_000n,
    migrantAmountFen: 1_550_000n,
    recoveredOn: '2027-01-15',
    parts: [
      { personRef: 'b1946ac92492d2347c6235b4d2611184', migrantWorker: true, amountFen: 1_550_000n },
      { personRef: '591785b794601e212b260e25925636fd', migrantWorker: false, amountFen: 1_550_000n },
    ],
  },
});
