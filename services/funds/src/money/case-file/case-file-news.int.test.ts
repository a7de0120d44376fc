import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newEventId, readEvent, wordsElsewhere } from '@nuangong/events';
import { valueOf } from '@nuangong/primitives';
import { answerBatchFindings } from '../disbursement/answer-batch-findings.ts';
import { approveBatch } from '../disbursement/approve-batch.ts';
import { payBatch } from '../disbursement/pay-batch.ts';
import { prepareBatch } from '../disbursement/prepare-batch.ts';
import { returnBatch } from '../disbursement/return-batch.ts';
import { confirmGrantDecision } from '../grant/confirm-grant-decision.ts';
import { proposeGrantDecision } from '../grant/propose-grant-decision.ts';
import { refuseGrantDecision } from '../grant/refuse-grant-decision.ts';
import {
  approvedGrant,
  baseUnion,
  campaignId,
  county,
  finance,
  financeLead,
  staffOf,
  startFunds,
  type ApprovedGrant,
  type FundsService,
} from '../../testing/funds-service.ts';
import { fundWith } from '../../testing/money.ts';

let funds: FundsService;

beforeEach(async () => {
  funds = await startFunds();
});
afterEach(async () => {
  await funds.stop();
});

const codesOf = (result: { readonly ok: boolean; readonly problems?: readonly { code: string }[] }) =>
  result.ok ? [] : (result.problems ?? []).map((problem) => problem.code);
const fileOf = ({ caseFileId, householdId, organization }: ApprovedGrant) => ({
  caseFileId,
  householdId,
  organization,
});
const exit = (grant: ApprovedGrant) =>
  funds.tell('case-file-exited.v1', { ...fileOf(grant), reason: 'DIED', exitedOn: '2026-12-11' });
const suspend = (grant: ApprovedGrant) =>
  funds.tell('case-file-suspended.v1', { ...fileOf(grant), reason: '收入待核实', suspendedOn: '2026-12-11' });
const prepare = () => prepareBatch(funds.commandOf(finance), { campaignId });
const approve = (batchId: string) => approveBatch(funds.commandOf(financeLead), { batchId });
const pay = (batchId: string) => payBatch(funds.commandOf(finance), { batchId });
const holds = () => funds.inspect('select cause, outcome from grant_hold order by id');
const statusOf = async (grant: string) =>
  (await funds.inspect<{ status: string }>('select status from aid_grant where id = $1', [grant]))[0]?.status;

describe('a household that leaves the register', () => {
  it.each(['before its batch', 'inside a prepared batch', 'inside an approved batch'])(
    'is not paid until two people agree, %s',
    async (when) => {
      await fundWith(funds, '600.00');
      const dead = approvedGrant({ organization: baseUnion });
      await funds.approve(dead);
      await funds.approve({});
      if (when === 'before its batch') {
        await exit(dead);
        expect(valueOf(await prepare()).paymentCount).toBe(1);
        expect(codesOf(await prepareBatch(funds.commandOf(finance), { campaignId, grantIds: [dead.grantId] }))).toEqual(
          ['NOTHING_TO_PAY'],
        );
        return;
      }
      const { id } = valueOf(await prepare());
      if (when === 'inside an approved batch') valueOf(await approve(id));
      await exit(dead);
      const next = when === 'inside an approved batch' ? pay : approve;
      expect(codesOf(await next(id))).toEqual(['GRANT_HELD']);
      const seen = await funds.ask(
        finance,
        `{ batch(id: "${id}") { heldPayments { payeeName grant { id holds { cause reason since } } } } }`,
      );
      expect(seen).toEqual({
        batch: {
          heldPayments: [
            {
              payeeName: '王建国',
              grant: { id: dead.grantId, holds: [{ cause: 'EXITED', reason: '户主去世', since: '2026-12-11' }] },
            },
          ],
        },
      });
      valueOf(
        await proposeGrantDecision(funds.commandOf(finance), {
          grantId: dead.grantId,
          kind: 'PAY_ON',
          reason: '去世前已核定，由配偶代领',
        }),
      );
      expect(codesOf(await next(id))).toEqual(['GRANT_HELD']);
      valueOf(await confirmGrantDecision(funds.commandOf(financeLead), { grantId: dead.grantId }));
      if (when === 'inside a prepared batch') valueOf(await approve(id));
      expect(valueOf(await pay(id)).status).toBe('PAID');
      expect(await holds()).toEqual([{ cause: 'EXITED', outcome: 'PAID_ON' }]);
      const { _entities } = await funds.ask<{
        _entities: { aidTimeline: { kind: string; detail: string | null }[] }[];
      }>(
        finance,
        `{ _entities(representations: [{ __typename: "Household", id: "${dead.householdId}" }]) {
          ... on Household { aidTimeline { kind detail } } } }`,
      );
      expect(
        _entities[0]?.aidTimeline
          .slice(0, 3)
          .map(({ kind, detail }) => [kind, detail])
          .toSorted(),
      ).toEqual([
        ['GRANT_HELD', '档案已退出'],
        ['GRANT_PAID_ON', ''],
        ['PAYMENT_MADE', 'FF-202612-001'],
      ]);
    },
  );

  it('is released by two people: its money goes to a waiting grant, with events', async () => {
    await fundWith(funds, '300.00');
    const dead = approvedGrant();
    await funds.approve(dead);
    const waiting = await funds.approve({});
    const { id } = valueOf(await prepare());
    await exit(dead);
    const input = { grantId: dead.grantId, kind: 'RELEASE' as const, reason: '户主去世且无其他家庭成员' };
    expect(codesOf(await proposeGrantDecision(funds.commandOf(finance), input))).toEqual(['GRANT_IN_BATCH']);
    valueOf(await returnBatch(funds.commandOf(financeLead), { batchId: id, reason: '一户去世' }));
    valueOf(await proposeGrantDecision(funds.commandOf(finance), input));
    valueOf(await confirmGrantDecision(funds.commandOf(financeLead), { grantId: dead.grantId }));
    expect(await Promise.all([statusOf(dead.grantId), statusOf(waiting)])).toEqual(['RELEASED', 'COMMITTED']);
    const [row] = await funds.inspect<{ envelope: unknown }>(
      "select envelope from outbox where type = 'nuangong.grant-released.v1'",
    );
    expect(readEvent(row?.envelope)).toMatchObject({
      organizationPath: county.path,
      data: {
        grantId: dead.grantId,
        applicationId: dead.applicationId,
        householdId: dead.householdId,
        amountFen: 30_000n,
        reason: wordsElsewhere,
        sealedReason: expect.stringMatching(/^t2[.]/),
        releasedBy: { id: financeLead.staffId, name: financeLead.name },
        releasedOn: '2026-12-12',
      },
    });
    expect(codesOf(await proposeGrantDecision(funds.commandOf(finance), input))).toEqual(['GRANT_RELEASED']);
  });

  it('is held when it left before the approval event came, and not held by an exit before the approval', async () => {
    await fundWith(funds, '900.00');
    const late = approvedGrant();
    await exit(late);
    await funds.approve(late);
    const returned = approvedGrant({ approvedAt: '2026-12-13T02:00:00.000Z' });
    await exit(returned);
    await funds.approve(returned);
    expect(await funds.inspect('select grant_id from grant_hold')).toEqual([{ grant_id: late.grantId }]);
  });

  it('is decided by nobody who handled it, and not by the proposer', async () => {
    await fundWith(funds, '300.00');
    const handlers = [financeLead.staffId];
    const dead = approvedGrant({ handlers });
    await funds.approve(dead);
    await exit(dead);
    const input = { grantId: dead.grantId, kind: 'PAY_ON' as const, reason: '家属代领' };
    valueOf(await proposeGrantDecision(funds.commandOf(finance), input));
    expect(codesOf(await confirmGrantDecision(funds.commandOf(financeLead), input))).toEqual(['OWN_HOUSEHOLD']);
    const both = { ...finance, roles: ['FINANCE' as const, 'FINANCE_LEAD' as const] };
    expect(codesOf(await confirmGrantDecision(funds.commandOf(both), input))).toEqual(['OWN_PROPOSAL']);
    const another = staffOf(county, '钱敏', 'FINANCE_LEAD');
    valueOf(await refuseGrantDecision(funds.commandOf(another), { grantId: dead.grantId, answer: '先核实继承人' }));
    expect(codesOf(await confirmGrantDecision(funds.commandOf(another), input))).toEqual(['NOTHING_PROPOSED']);
    valueOf(await proposeGrantDecision(funds.commandOf(finance), input));
    valueOf(await confirmGrantDecision(funds.commandOf(another), input));
    expect(await funds.inspect('select status from grant_decision order by id')).toEqual([
      { status: 'REFUSED' },
      { status: 'CARRIED_OUT' },
    ]);
  });
});

describe('a suspended file', () => {
  it('holds its grant until it is resumed', async () => {
    await fundWith(funds, '300.00');
    const grant = approvedGrant();
    await funds.approve(grant);
    await suspend(grant);
    expect(codesOf(await prepare())).toEqual(['NOTHING_TO_PAY']);
    const work = '{ fundsWork { grantsCommitted grantsHeld } }';
    expect(await funds.ask(finance, work)).toEqual({ fundsWork: { grantsCommitted: 0, grantsHeld: 1 } });
    await funds.tell('case-file-resumed.v1', { ...fileOf(grant), resumedOn: '2026-12-12' });
    expect(valueOf(await prepare()).paymentCount).toBe(1);
    expect(await holds()).toEqual([{ cause: 'SUSPENDED', outcome: 'RESUMED' }]);
  });

  it('that then exits needs a new decision, regardless of earlier proposals', async () => {
    await fundWith(funds, '300.00');
    const grant = approvedGrant();
    await funds.approve(grant);
    await suspend(grant);
    const input = { grantId: grant.grantId, kind: 'PAY_ON' as const, reason: '收入已核实' };
    valueOf(await proposeGrantDecision(funds.commandOf(finance), input));
    await exit(grant);
    expect(codesOf(await confirmGrantDecision(funds.commandOf(financeLead), input))).toEqual(['CHANGED_MEANWHILE']);
    expect(await holds()).toEqual([
      { cause: 'SUSPENDED', outcome: 'EXITED' },
      { cause: 'EXITED', outcome: null },
    ]);
  });
});

describe('a household that changed since approval', () => {
  const confirmer = newEventId();
  const change = (grant: ApprovedGrant) =>
    funds.tell('case-file-changed.v1', {
      ...fileOf(grant),
      caseFileVersion: 4,
      hardshipClass: 'MARGINAL',
      causes: ['MAJOR_ILLNESS'],
      members: 3,
      workers: 1,
      migrantWorkers: 0,
      newGenerationMigrantWorker: false,
      modelWorker: false,
      changes: [{ fact: '家庭人均月收入', before: '440.00', after: '720.00' }],
      changedOn: '2026-12-11',
      changedBy: { id: newEventId(), name: '李干事' },
      confirmedBy: { id: confirmer, name: '赵审核' },
    });

  it('is shown before its batch is approved, and paid after the head of finance has confirmed it', async () => {
    await fundWith(funds, '600.00');
    const grant = approvedGrant();
    await funds.approve(grant);
    await funds.approve({});
    const news = await change(grant);
    const { id } = valueOf(await prepare());
    const { batch } = await funds.ask<{ batch: { findings: unknown[] } }>(
      financeLead,
      `{ batch(id: "${id}") { findings { key kind answer payments { payeeName } words changes { fact before after } who on } } }`,
    );
    expect(batch.findings).toEqual([
      {
        key: `NEWS:${news}`,
        kind: 'CHANGED',
        answer: 'SEEN',
        payments: [{ payeeName: '王建国' }],
        words: '审批后档案有变更，核对是否仍应发放',
        changes: [{ fact: '家庭人均月收入', before: '440.00', after: '720.00' }],
        who: ['李干事', '赵审核'],
        on: '2026-12-11',
      },
    ]);
    expect(codesOf(await approve(id))).toEqual(['FINDINGS_UNANSWERED']);
    const answers = [{ finding: `NEWS:${news}` }];
    valueOf(await approveBatch(funds.commandOf(financeLead), { batchId: id, answers }));
    expect(valueOf(await pay(id)).status).toBe('PAID');
  });

  it('lists the person who changed it and the one who confirmed the change as handlers', async () => {
    await fundWith(funds, '300.00');
    const grant = approvedGrant();
    await funds.approve(grant);
    const news = await change(grant);
    const confirming = { ...financeLead, staffId: confirmer };
    const { id } = valueOf(await prepare());
    const answers = [{ finding: `NEWS:${news}` }];
    expect(codesOf(await approveBatch(funds.commandOf(confirming), { batchId: id, answers }))).toEqual([
      'OWN_HOUSEHOLD',
    ]);
  });

  it('after the approval of its batch is not paid until the head of finance has confirmed it', async () => {
    await fundWith(funds, '300.00');
    const grant = approvedGrant();
    await funds.approve(grant);
    const { id } = valueOf(await prepare());
    valueOf(await approve(id));
    const toAnswer = async () =>
      (await funds.ask<{ fundsWork: { batchesToAnswer: number } }>(financeLead, '{ fundsWork { batchesToAnswer } }'))
        .fundsWork.batchesToAnswer;
    const before = await toAnswer();
    const news = await change(grant);
    expect(await toAnswer()).toBe(before + 1);
    expect(codesOf(await pay(id))).toEqual(['FINDINGS_UNANSWERED']);
    await expect(
      funds.attack(county.path, `select post_batch('${id}', '2026-12-12', uuidv7(), 'x', 'x', now())`),
    ).rejects.toThrow(/seen before/);
    valueOf(
      await answerBatchFindings(funds.commandOf(financeLead), { batchId: id, answers: [{ finding: `NEWS:${news}` }] }),
    );
    expect(await toAnswer()).toBe(before);
    expect(valueOf(await pay(id)).status).toBe('PAID');
  });
});
