import { afterAll, beforeAll, expect, test } from 'vitest';
import { contracts, makeEvent, newEventId } from '@nuangong/events';
import { valueOf } from '@nuangong/primitives';
import { payBatch } from '../disbursement/pay-batch.ts';
import { approveBatch } from '../disbursement/approve-batch.ts';
import { prepareBatch } from '../disbursement/prepare-batch.ts';
import {
  approvedGrant,
  baseUnion,
  campaignId,
  finance,
  financeLead,
  startFunds,
  type FundsService,
} from '../../testing/funds-service.ts';
import { fundWith } from '../../testing/money.ts';

let funds: FundsService;
const county = '51/5101/510101/';
const otherCounty = '51/5101/510102/';
const present = `${otherCounty}${baseUnion.code}/`;

beforeAll(async () => {
  funds = await startFunds();
});
afterAll(() => funds?.stop());

const move = () =>
  funds.service.events.receive(
    makeEvent(
      contracts['organization-moved.v1'],
      {
        organization: { ...baseUnion, path: present },
        formerPath: baseUnion.path,
        parentId: '00000000-0000-7000-8000-000000510102',
        formerParentId: '00000000-0000-7000-8000-000000510101',
        from: '2026-12-01',
        sequence: 1,
        movedAt: '2026-12-01T01:30:00.000Z',
      },
      { id: newEventId(), time: new Date(), organizationPath: '51/5101/', actor: 'test', requestId: 'test' },
    ),
  );

test('given grants committed by a county, when the union moves away, then that county pays them and still gets their file events', async () => {
  await fundWith(funds, '600.00');
  const paid = approvedGrant({ organization: baseUnion });
  const held = approvedGrant({ organization: baseUnion });
  await funds.approve(paid);
  await funds.approve(held);
  await move();
  const { caseFileId, householdId } = held;
  await funds.tell('case-file-suspended.v1', {
    caseFileId,
    householdId,
    organization: { ...baseUnion, path: present },
    reason: '收入待核实',
    suspendedOn: '2026-12-11',
  });
  expect(await funds.inspect('select type, cause from dead_letter')).toEqual([]);
  expect(await funds.inspect('select grant_id, cause from grant_hold')).toEqual([
    { grant_id: held.grantId, cause: 'SUSPENDED' },
  ]);
  const batch = valueOf(await prepareBatch(funds.commandOf(finance), { campaignId }));
  expect(batch.paymentCount).toBe(1);
  valueOf(await approveBatch(funds.commandOf(financeLead), { batchId: batch.id }));
  valueOf(await payBatch(funds.commandOf(finance), { batchId: batch.id }));
  expect(await funds.inspect(`select distinct g.organization_path, g.book_path from aid_grant g`)).toEqual([
    { organization_path: baseUnion.path, book_path: county },
  ]);
});

test('given a grant approved before the move whose event comes after it, then the book named in the approval pays it', async () => {
  const late = approvedGrant({ organization: baseUnion });
  await funds.approve(late);
  expect(await funds.inspect('select type, cause from dead_letter')).toEqual([]);
  expect(
    await funds.inspect('select organization_path, book_path from aid_grant where id = $1', [late.grantId]),
  ).toHaveLength(1);
});
