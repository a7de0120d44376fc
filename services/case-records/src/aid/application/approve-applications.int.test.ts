import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { identityOf, prismaSql } from '@nuangong/database';
import { contracts, readEvent, wordsElsewhere } from '@nuangong/events';
import { valueOf, type Result } from '@nuangong/primitives';
import {
  arrangeCampaign,
  cityAdministrator,
  staffOf,
  type CampaignWorld,
  type County,
  type HouseholdOverrides,
} from '../../testing/arrange-campaign.ts';
import { approveApplications } from './approve-applications.ts';
import { countApplications } from './count-applications.ts';
import { rejectApplications, returnApplications } from './decide-applications.ts';
import { putForwardCampaignList } from './put-forward-campaign-list.ts';

let world: CampaignWorld;
beforeAll(async () => {
  world = await arrangeCampaign();
});
afterAll(() => world.drop());

const approver = staffOf('qinghe', 'APPROVER');
const everything = () => ({ campaignId: world.campaignId, all: true });

async function putForward(
  county: County,
  count: number,
  overrides: HouseholdOverrides = {},
): Promise<readonly string[]> {
  const households = await world.addHouseholds(county, count, overrides);
  valueOf(await putForwardCampaignList(world.contextOf(staffOf(county, 'CLERK')), { campaignId: world.campaignId }));
  const { rows } = await world.owner.query(
    `select id from aid_application where case_file_id = any($1::uuid[]) and status = 'COUNTY_REVIEW' order by number`,
    [households.map((each) => each.caseFileId)],
  );
  return rows.map((row) => row.id as string);
}

const codesOf = (
  result: Result<{ readonly rows: readonly { readonly problems: readonly { readonly code: string }[] }[] }>,
) =>
  result.ok
    ? result.value.rows.map((row) => row.problems.map((each) => each.code))
    : result.problems.map((each) => each.code);

const eventsOf = async (ids: readonly string[]) => {
  const { rows } = await world.owner.query('select envelope from outbox where key = any($1) order by position', [ids]);
  return rows.map((row) => readEvent(row.envelope));
};

describe('given a list that a clerk put forward', () => {
  test('when a member is a migrant worker, the event says that the household has one, whether or not that is the head', async () => {
    const other = () => world.addHouseholds('linjiang', 1, { fileStatus: 'DRAFT' });
    const [first = '', second = ''] = [
      ...(await putForward('qinghe', 1, { members: await other() })),
      ...(await putForward('qinghe', 1, { members: await other() })),
    ];
    await world.owner.query(
      `update household_member m set standing = s, rural_registration = true
       from aid_application a, (values ($1::uuid, 'WORKER'), ($2::uuid, 'FARMER')) as said(application, s)
       where a.id = said.application and m.household_id = a.household_id and m.position = 1`,
      [first, second],
    );
    valueOf(await approveApplications(world.contextOf(approver), { ...everything(), opinion: '同意' }));
    const said = (await eventsOf([first, second])).map(({ data }) => data);
    expect(said).toHaveLength(2);
    expect(said).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ applicationId: first, migrantWorker: true }),
        expect.objectContaining({ applicationId: second, migrantWorker: false }),
      ]),
    );
  });

  test('when the approver approves all, each is approved and announced, with its payee sealed for the grant', async () => {
    const ids = await putForward('qinghe', 3);
    const approved = valueOf(
      await approveApplications(world.contextOf(approver), { ...everything(), opinion: '同意' }),
    );
    expect(approved.rows.map((row) => row.ok)).toEqual([true, true, true]);
    expect(approved.total).toBe(90_000n);
    const events = await eventsOf(ids);
    expect(events.map((event) => event.type)).toEqual(Array(3).fill(contracts['application-approved.v1'].type));
    for (const event of events) {
      if (event.type !== 'nuangong.application-approved.v1') throw new Error('another event');
      const { data } = event;
      expect(data).toMatchObject({
        amountFen: 30_000n,
        aidType: 'LIVING',
        mark: 'HOLIDAY_VISIT',
        purpose: '送温暖',
        caseFileVersion: 5,
        organization: { code: '510101', path: '51/5101/510101/' },
        clauses: [],
        reason: wordsElsewhere,
      });
      const payee = JSON.parse(world.keyring.openFromTransit(data.sealedPayee, data.grantId));
      expect(payee).toEqual({
        name: data.payeeName,
        identityNumber: expect.stringMatching(/^510101\d{11}[\dX]$/),
        bankAccount: expect.stringMatching(/^62284800\d{8}$/),
        reason: '大病；家庭人均月收入 440.00 元',
        clauses: [
          expect.objectContaining({ code: '3.2' }),
          {
            policy: 'county-winter-300',
            code: '3.3',
            title: '本人或家人患大病',
            source: '《县级冬春救助工作方案》篇1 三、3',
          },
        ],
      });
      expect(() => world.keyring.openFromTransit(data.sealedPayee, data.applicationId)).toThrow();
      expect(
        JSON.stringify(event.data, (_key, value) => (typeof value === 'bigint' ? `${value}` : value)),
      ).not.toContain(payee.identityNumber);
    }
  });

  test.each([
    ['its county', '51/5101/510101/', '510101', '青禾县总工会'],
    ['a base union', '51/5101/510101/510101-01/', '510101-01', '县农机厂工会'],
  ])(
    'the grant belongs to the household’s organisation, %s, regardless of who approves it',
    async (_whose, path, code, name) => {
      const cityApprover = { ...cityAdministrator, roles: ['APPROVER' as const] };
      for (const actor of [approver, cityApprover]) {
        const [id] = await putForward('qinghe', 1);
        await world.owner.query('set session_replication_role = replica');
        await world.owner.query(
          `update household set organization_path = $2, organization_name = $3
         where id = (select household_id from aid_application where id = $1)`,
          [id, path, name],
        );
        await world.owner.query('set session_replication_role = origin');
        valueOf(await approveApplications(world.contextOf(actor), { ids: [id!] }));
        const [event] = await eventsOf([id!]);
        expect(event).toMatchObject({
          organizationPath: path,
          data: { organization: { path, code, name }, book: null, approvedBy: { name: actor.name } },
        });
      }
    },
  );

  test('the event lists everybody who handled the household, so that none of them decides its payment', async () => {
    const [id] = await putForward('qinghe', 1);
    const changer = '00000000-0000-7000-8000-00000000c0de';
    const poster = '00000000-0000-7000-8000-00000000b05d';
    await world.owner.query(
      `insert into household_version (household_id, organization_path, version, sealed_state, why, staff_id, staff_name,
         changed_at)
       select household_id, organization_path, 2, 'v2.1.x', '更正', $2, '变更人', now() from aid_application where id = $1`,
      [id, changer],
    );
    await world.owner.query(
      `insert into case_file_step (case_file_id, organization_path, from_status, to_status, at, staff_id, staff_name)
       select case_file_id, organization_path, 'COUNTY_REVIEW', 'POSTED', now(), $2, '公示人'
       from aid_application where id = $1`,
      [id, poster],
    );
    valueOf(await approveApplications(world.contextOf(approver), { ids: [id!] }));
    const [event] = await eventsOf([id!]);
    if (event?.type !== 'nuangong.application-approved.v1') throw new Error('another event');
    const clerk = staffOf('qinghe', 'CLERK').staffId;
    const reviewer = staffOf('qinghe', 'REVIEWER').staffId;
    expect([...(event.data.handlers ?? [])].sort()).toEqual(
      [changer, poster, clerk, reviewer, approver.staffId].sort(),
    );
  });

  test('the state at approval is kept with its hash, and neither can be changed', async () => {
    const { rows } = await world.owner.query(
      `select snapshot, snapshot_hash, encode(sha256(convert_to(snapshot::text, 'UTF8')), 'hex') as hash
       from aid_application where grant_id is not null`,
    );
    for (const row of rows) {
      expect(row.snapshot_hash).toBe(row.hash);
      expect(row.snapshot).toMatchObject({
        household: { per_capita_income_fen: 44000 },
        caseFile: { version: 5, status: 'ACTIVE' },
      });
    }
    await expect(
      world.owner.query(`update aid_application set snapshot = '{}' where grant_id is not null`),
    ).rejects.toThrow('application_facts_stay');
  });

  test('when two approvers approve all of it at once, each is approved once and announced once', async () => {
    const ids = await putForward('qinghe', 30);
    const second = staffOf('qinghe', 'APPROVER', 2);
    const both = await Promise.all([
      approveApplications(world.contextOf(approver), everything()),
      approveApplications(world.contextOf(second), everything()),
      approveApplications(world.contextOf(approver), { ids }),
    ]);
    const carriedOut = both.map((each) => valueOf(each).rows.filter((row) => row.ok).length);
    expect(carriedOut.reduce((sum, count) => sum + count, 0)).toBe(30);
    expect(await eventsOf(ids)).toHaveLength(30);
    const again = await approveApplications(world.contextOf(second), { ids });
    expect(codesOf(again)).toEqual(ids.map(() => ['APPLICATION_STATUS']));
  });

  test('own work is refused row by row, and the other rows are approved', async () => {
    const [own] = await putForward('qinghe', 1, { reviewedBy: approver.staffId });
    const [submitted] = await putForward('qinghe', 1, { submittedBy: approver.staffId });
    const [registered] = await putForward('qinghe', 1, { registeredBy: approver.staffId });
    const [changed] = await putForward('qinghe', 1, { changedBy: approver.staffId });
    const [other] = await putForward('qinghe', 1);
    const stranger = '00000000-0000-7000-8000-00000000dead';
    const ids = [own!, submitted!, registered!, changed!, other!, stranger, 'x'];
    const rejected = await rejectApplications(world.contextOf(approver), { ids: [changed!], opinion: '不符合条件' });
    expect(codesOf(rejected)).toEqual([['MAKER_IS_NOT_CHECKER']]);
    const result = await approveApplications(world.contextOf(approver), { ids });
    expect(codesOf(result)).toEqual([
      ['MAKER_IS_NOT_CHECKER'],
      ['MAKER_IS_NOT_CHECKER'],
      ['MAKER_IS_NOT_CHECKER'],
      ['MAKER_IS_NOT_CHECKER'],
      [],
      ['NOT_FOUND'],
      ['NOT_FOUND'],
    ]);
  });

  test('an application whose file changed or left the register is refused with the reason', async () => {
    const [changed, exited] = await putForward('qinghe', 2);
    await world.owner.query(
      `update case_file set version = version + 1 where id = (select case_file_id from aid_application where id = $1)`,
      [changed],
    );
    await world.owner.query(
      `update case_file set status = 'SUSPENDED' where id = (select case_file_id from aid_application where id = $1)`,
      [exited],
    );
    const result = await approveApplications(world.contextOf(approver), { ids: [changed!, exited!] });
    expect(codesOf(result)).toEqual([['FILE_CHANGED'], ['FILE_NOT_ACTIVE']]);
  });

  test('an amount below 300, beyond the range or not an amount is refused', async () => {
    const [id] = await putForward('qinghe', 1);
    const withAmount = (amount: string) => approveApplications(world.contextOf(approver), { ids: [id!], amount });
    expect(codesOf(await withAmount('299.99'))).toEqual([['AMOUNT_BELOW_MINIMUM']]);
    expect(codesOf(await withAmount('1000.01'))).toEqual([['AMOUNT_ABOVE_MAXIMUM']]);
    expect(codesOf(await withAmount('-1'))).toEqual(['AMOUNT_NEGATIVE']);
    expect(codesOf(await withAmount('0.001'))).toEqual(['AMOUNT_TOO_PRECISE']);
    expect(codesOf(await withAmount('1000000000000000'))).toEqual(['AMOUNT_TOO_LARGE']);
    expect(valueOf(await withAmount('500')).total).toBe(50_000n);
  });

  test('an application of another county is not found, and a clerk has no permission', async () => {
    const [id] = await putForward('linjiang', 1);
    expect(codesOf(await approveApplications(world.contextOf(approver), { ids: [id!] }))).toEqual([['NOT_FOUND']]);
    expect(codesOf(await approveApplications(world.contextOf(staffOf('linjiang', 'CLERK')), { ids: [id!] }))).toEqual([
      'FORBIDDEN',
    ]);
    expect(codesOf(await approveApplications(world.contextOf(approver), { ids: [] }))).toEqual(['NOTHING_CHOSEN']);
  });
});

test('the count of what to decide leaves out households that the user registered, changed, confirmed, submitted, returned or reviewed', async () => {
  const third = staffOf('qinghe', 'APPROVER', 3);
  const countFor = (staffId: string) =>
    world.database.transaction(identityOf(third), (tx) => countApplications(prismaSql(tx), staffId));
  const before = await countFor(third.staffId);
  for (const hand of [
    'registeredBy',
    'changedBy',
    'changeConfirmedBy',
    'submittedBy',
    'returnedBy',
    'reviewedBy',
  ] as const) {
    await putForward('qinghe', 1, { [hand]: third.staffId });
  }
  await putForward('qinghe', 1);
  const after = await countFor(third.staffId);
  expect(after.toApprove - before.toApprove).toBe(1);
  expect(after.amountToApprove - before.amountToApprove).toBe(30_000n);
});

describe('returning and rejecting', () => {
  test('need an opinion; the list does not put a returned or rejected one forward again', async () => {
    const [returned, rejected] = await putForward('qinghe', 2);
    const context = world.contextOf(approver);
    expect(codesOf(await returnApplications(context, { ids: [returned!], opinion: '  ' }))).toEqual(['TEXT_MISSING']);
    valueOf(await returnApplications(context, { ids: [returned!], opinion: '收入证明不清' }));
    valueOf(await rejectApplications(context, { ids: [rejected!], opinion: '不符合条件' }));
    expect(codesOf(await rejectApplications(context, { ids: [returned!], opinion: '再退' }))).toEqual([
      ['APPLICATION_STATUS'],
    ]);
    valueOf(
      await putForwardCampaignList(world.contextOf(staffOf('qinghe', 'CLERK')), { campaignId: world.campaignId }),
    );
    const { rows } = await world.owner.query(
      `select array_agg(b.status order by b.number) as statuses from aid_application a
       join aid_application b using (case_file_id) where a.id = any($1::uuid[]) group by a.id order by a.id`,
      [[returned, rejected].sort()],
    );
    expect(rows.map((row) => row.statuses).sort()).toEqual([['REJECTED'], ['RETURNED']]);
  });
});

test('approving ten or two hundred costs the same number of statements', async () => {
  const costOf = async (count: number) => {
    const ids = await putForward('qinghe', count);
    const before = world.database.statements();
    const { rows } = valueOf(await approveApplications(world.contextOf(approver), { ids }));
    expect(rows.filter((row) => row.ok)).toHaveLength(count);
    return world.database.statements() - before;
  };
  await costOf(1);
  const ten = await costOf(10);
  expect(await costOf(200)).toBe(ten);
});
