import { afterAll, beforeAll, expect, test } from 'vitest';
import { scopeOf, systemActor } from '@nuangong/access';
import { identityOf, pgSql, setIdentity } from '@nuangong/database';
import { createConsumer, type EventTransport } from '@nuangong/event-bus';
import { contracts, makeEvent, newEventId, wordsElsewhere, type EventEnvelope } from '@nuangong/events';
import { takeObligationSteps } from '@nuangong/obligations';
import { valueOf } from '@nuangong/primitives';
import { arrangeCampaign, counties, staffOf, testMoment, type CampaignWorld } from '../../testing/arrange-campaign.ts';
import type { Transaction } from '../../builder.ts';
import { caseRecordsDefinition } from '../../definition.ts';
import { openMissingOfApplications } from './open-missing-of-applications.ts';
import { approveApplications } from './approve-applications.ts';
import { putForwardCampaignList } from './put-forward-campaign-list.ts';
import { applicationReactions } from './reactions.ts';

let world: CampaignWorld;
beforeAll(async () => {
  world = await arrangeCampaign();
});
afterAll(() => world.drop());

const nothingTravels: EventTransport = {
  start: async () => undefined,
  stop: async () => undefined,
  readiness: async () => true,
  send: async () => undefined,
  subscribe: async () => ({ stop: async () => undefined }),
} as never;

const receive = (envelope: EventEnvelope) =>
  createConsumer<Transaction>({
    group: 'case-records',
    transport: nothingTravels,
    attempts: 1,
    withTransaction: (work) =>
      world.database.withoutIdentity(async (tx) => {
        await setIdentity(tx, identityOf(systemActor(scopeOf(envelope.organizationpath))));
        return work(tx);
      }),
    handlers: applicationReactions(world.keyring),
  }).receive(envelope);

const circumstances = () => ({
  id: newEventId(),
  time: new Date('2026-12-09T01:00:00Z'),
  organizationPath: counties.qinghe.path,
  actor: 'funds',
  requestId: 'test',
});

async function approvedOne() {
  await world.addHouseholds('qinghe', 1);
  valueOf(await putForwardCampaignList(world.contextOf(staffOf('qinghe', 'CLERK')), { campaignId: world.campaignId }));
  const approver = world.contextOf(staffOf('qinghe', 'APPROVER'));
  const approved = valueOf(await approveApplications(approver, { campaignId: world.campaignId, all: true }));
  const { rows } = await world.owner.query('select * from aid_application where id = $1', [approved.rows[0]!.id]);
  return rows[0] as { id: string; grant_id: string; household_id: string; case_file_id: string };
}

const stateOf = async (id: string) => {
  const { rows } = await world.owner.query(
    `select a.status, a.missing_fen, a.paid_on::text, i.last_aided_on::text,
       (select array_agg(to_status order by at, s.id) from application_step s where application_id = a.id) as steps,
       (select array_agg(opinion order by at, s.id) from application_step s where application_id = a.id) as opinions
     from aid_application a join household h on h.id = a.household_id join person p on p.id = h.head_id
     join identity i on i.id = p.identity_id
     where a.id = $1`,
    [id],
  );
  return rows[0];
};

const grantEvents = (application: Awaited<ReturnType<typeof approvedOne>>) => {
  const { id: applicationId, grant_id: grantId, household_id: householdId, case_file_id: caseFileId } = application;
  const organization = { id: newEventId(), path: counties.qinghe.path, code: '510101', name: '青禾县总工会' };
  const fundId = newEventId();
  const parts = [{ fundId, source: 'UNION' as const, amountFen: 30_000n }];
  const ofGrant = { grantId, applicationId, amountFen: 30_000n };
  const ofHousehold = {
    paymentId: newEventId(),
    grantId,
    householdId,
    organization,
    campaignId: null,
    amountFen: 30_000n,
  };
  return {
    awaiting: makeEvent(contracts['grant-awaiting-funds.v1'], { ...ofGrant, missingFen: 12_345n }, circumstances()),
    committed: makeEvent(contracts['grant-committed.v1'], { ...ofGrant, parts }, circumstances()),
    paid: makeEvent(
      contracts['payment-made.v1'],
      {
        ...ofHousehold,
        applicationId,
        batchId: newEventId(),
        voucherId: newEventId(),
        voucherNumber: '510101-2026-000001',
        caseFileId,
        aidType: 'LIVING',
        mark: 'HOLIDAY_VISIT',
        parts,
        migrantWorker: false,
        modelWorker: false,
        paidOn: '2026-12-12',
      },
      circumstances(),
    ),
    released: makeEvent(
      contracts['grant-released.v1'],
      {
        ...ofGrant,
        householdId,
        organization,
        reason: wordsElsewhere,
        sealedReason: world.keyring.sealForTransit('户主去世，档案已退出', grantId),
        releasedBy: { id: newEventId(), name: '孙财务' },
        releasedOn: '2026-12-10',
      },
      circumstances(),
    ),
    returned: makeEvent(
      contracts['payment-returned.v1'],
      { ...ofHousehold, reason: '户名与账号不符', returnedOn: '2026-12-15' },
      circumstances(),
    ),
  };
};

test('a grant shows that it awaits funds, is committed, paid and returned by the bank; each event takes effect once', async () => {
  const application = await approvedOne();
  const news = grantEvents(application);
  await receive(news.awaiting);
  expect(await stateOf(application.id)).toMatchObject({ status: 'AWAITING_FUNDS', missing_fen: '12345' });
  await receive(news.committed);
  expect(await stateOf(application.id)).toMatchObject({ status: 'FUNDED', missing_fen: null });
  await receive(news.paid);
  await receive(news.paid);
  expect(await stateOf(application.id)).toMatchObject({
    status: 'PAID',
    paid_on: '2026-12-12',
    last_aided_on: '2026-12-12',
  });
  await receive(news.returned);
  expect(await stateOf(application.id)).toMatchObject({
    status: 'FUNDED',
    paid_on: null,
    steps: ['COUNTY_REVIEW', 'APPROVED', 'AWAITING_FUNDS', 'FUNDED', 'PAID', 'FUNDED'],
  });
});

test('a released grant lapses with the payer’s reason, unless it was paid; its household can be put forward again', async () => {
  const paid = await approvedOne();
  const paidNews = grantEvents(paid);
  await receive(paidNews.committed);
  await receive(paidNews.paid);
  await receive(paidNews.released);
  expect(await stateOf(paid.id)).toMatchObject({ status: 'PAID' });
  const application = await approvedOne();
  const news = grantEvents(application);
  await receive(news.committed);
  await receive(news.released);
  await receive({ ...news.released, id: newEventId() });
  expect(await stateOf(application.id)).toMatchObject({
    status: 'LAPSED',
    steps: ['COUNTY_REVIEW', 'APPROVED', 'FUNDED', 'LAPSED'],
    opinions: [null, null, null, expect.stringMatching(/^v2[.]/)],
  });
  const clerk = world.contextOf(staffOf('qinghe', 'CLERK'));
  const rows = valueOf(await putForwardCampaignList(clerk, { campaignId: world.campaignId }));
  expect(rows).toEqual([{ id: application.case_file_id, ok: true, problems: [] }]);
});

test('an event older than the application’s state changes nothing', async () => {
  const application = await approvedOne();
  const news = grantEvents(application);
  await receive(news.committed);
  await receive(news.awaiting);
  await receive({ ...news.committed, id: newEventId() });
  expect(await stateOf(application.id)).toMatchObject({
    status: 'FUNDED',
    steps: ['COUNTY_REVIEW', 'APPROVED', 'FUNDED'],
  });
});

test('the running service handles all five events, and a move', () => {
  const reactions = caseRecordsDefinition().reactions?.({ parts: { keyring: world.keyring } } as never) ?? {};
  expect(Object.keys(reactions)).toEqual([
    ...Object.keys(applicationReactions(world.keyring)),
    'nuangong.organization-moved.v1',
  ]);
});

test('an event about an unknown grant becomes a dead letter with its cause', async () => {
  const data = { grantId: newEventId(), applicationId: newEventId(), amountFen: 1n, parts: [] };
  const envelope = makeEvent(contracts['grant-committed.v1'], data, circumstances());
  await receive(envelope);
  const { rows } = await world.owner.query('select cause from dead_letter where event_id = $1', [envelope.id]);
  expect(rows[0].cause).toContain(`grant ${data.grantId} has no application within sight`);
});

test('given an application that awaits funds, then its county’s finance has an obligation, which escalates to the city', async () => {
  const found = await approvedOne();
  const missed = await approvedOne();
  const finance = staffOf('qinghe', 'FINANCE');
  const cityFinance: typeof finance = { ...finance, scope: scopeOf('51/5101/') };
  const obligationsOf = async (reader: typeof finance, recordId: string, filter = '') => {
    const { caseRecordsObligations: page } = await world.ask<{ caseRecordsObligations: { items: readonly object[] } }>(
      reader,
      `query ($id: ID) { caseRecordsObligations(filter: { recordId: $id ${filter} }) { items {
         kind title dueOn status metByType standing escalatedAt address history { kind on } } } }`,
      { id: recordId },
    );
    return page.items;
  };
  for (const application of [found, missed]) await receive(grantEvents(application).awaiting);
  expect(await obligationsOf(staffOf('qinghe', 'CLERK'), found.id)).toEqual([]);
  await receive(grantEvents(found).committed);
  expect(await obligationsOf(finance, found.id)).toMatchObject([
    { kind: 'FUNDS_AWAITED', status: 'MET', metByType: 'Grant', standing: null, dueOn: '2026-12-23' },
  ]);
  const clock = new Date('2026-12-24T01:00:00Z');
  await takeObligationSteps(pgSql(world.database.pool), clock);
  world.setMoment(clock);
  expect(await obligationsOf(cityFinance, missed.id)).toMatchObject([
    {
      title: expect.stringMatching(/^申请 \S+$/),
      status: 'OPEN',
      standing: 'OVERDUE',
      escalatedAt: clock.toISOString(),
      address: `/applications/${missed.id}`,
      history: [
        { kind: 'OPENED', on: '2026-12-23' },
        { kind: 'REMINDED', on: '2026-12-16' },
        { kind: 'REMINDED', on: '2026-12-22' },
        { kind: 'ESCALATED', on: '2026-12-24' },
      ],
    },
  ]);
  await receive(grantEvents(missed).released);
  expect(await obligationsOf(cityFinance, missed.id)).toMatchObject([{ status: 'LAPSED' }]);
  world.setMoment(testMoment);
});

test('given an application that awaited funds before obligations existed, then the task opens one for its book', async () => {
  const waiting = await approvedOne();
  await receive(grantEvents(waiting).awaiting);
  const duty = async () =>
    (
      await world.owner.query(
        'select organization_path, parts, due_on::text as due, status from obligation where record_id = $1',
        [waiting.id],
      )
    ).rows;
  const opened = await duty();
  expect(opened).toMatchObject([{ status: 'OPEN' }]);
  await world.owner.query('set session_replication_role = replica');
  await world.owner.query('delete from obligation where record_id = $1', [waiting.id]);
  await world.owner.query('set session_replication_role = origin');
  for (const _run of [1, 2]) await openMissingOfApplications(world.database, testMoment);
  expect(await duty()).toEqual(opened);
});
