import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleApplicationId, exampleGrantId } from '../examples.ts';
import { fen, recordId } from '../fields.ts';

/** An approved grant waits: the permitted funds are short by `missingFen`. */
export const grantAwaitingFunds = defineEvent({
  name: 'grant-awaiting-funds',
  version: 1,
  topic: 'funds',
  summary: 'An approved grant is awaiting funds.',
  key: (data) => data.grantId,
  schema: z.object({ grantId: recordId, applicationId: recordId, amountFen: fen, missingFen: fen }),
  example: {
    grantId: exampleGrantId,
    applicationId: exampleApplicationId,
    amountFen: 30_000n,
    missingFen: 30_000n,
  },
});
