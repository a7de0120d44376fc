import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleApplicationId, exampleCountyFundId, exampleGrantId, exampleUnionFundId } from '../examples.ts';
import { fen, fundPart, recordId } from '../fields.ts';

/** Money has been committed for an approved grant (占用); the parts add up to the amount. */
export const grantCommitted = defineEvent({
  name: 'grant-committed',
  version: 1,
  topic: 'funds',
  summary: 'Money has been set aside for an approved grant.',
  key: (data) => data.grantId,
  schema: z.object({ grantId: recordId, applicationId: recordId, amountFen: fen, parts: z.array(fundPart) }),
  example: {
    grantId: exampleGrantId,
    applicationId: exampleApplicationId,
    amountFen: 30_000n,
    parts: [
      { fundId: exampleUnionFundId, source: 'UNION', amountFen: 20_000n },
      { fundId: exampleCountyFundId, source: 'LOCAL_FISCAL', amountFen: 10_000n },
    ],
  },
});
