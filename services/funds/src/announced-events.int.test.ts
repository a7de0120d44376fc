import { contracts, makeEvent, type AnyContract } from '@nuangong/events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startFunds, type FundsService } from './testing/funds-service.ts';

let funds: FundsService;
beforeAll(async () => {
  funds = await startFunds();
});
afterAll(() => funds.stop());

const circumstances = {
  id: '0197a000-0000-7000-8000-0000000000aa',
  time: new Date('2026-12-20T02:03:04.567Z'),
  organizationPath: '51/5101/510101/',
  actor: '0197a000-0000-7000-8000-0000000000bb',
  requestId: 'request-1',
};
const made: readonly (readonly [string, AnyContract])[] = [
  ['grant_committed_v1', contracts['grant-committed.v1']],
  ['grant_awaiting_funds_v1', contracts['grant-awaiting-funds.v1']],
  ['payment_made_v1', contracts['payment-made.v1']],
];

test.each(made)('%s builds in SQL the same event as its contract', async (name, contract) => {
  const expected = makeEvent(contract, contract.example as never, circumstances);
  const fields = Object.entries(expected.data);
  const values = fields.map(([, value]) =>
    typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
  );
  const named = fields.map(
    ([field], place) => `${field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)} => $${place + 6}`,
  );
  const [row] = await funds.inspect<{ envelope: unknown }>(
    `select ${name}($1, $2, $3, $4, $5, ${named.join(', ')}) as envelope`,
    [
      circumstances.id,
      circumstances.organizationPath,
      circumstances.actor,
      circumstances.requestId,
      circumstances.time,
      ...values,
    ],
  );
  expect(row?.envelope).toEqual(expected);
});
