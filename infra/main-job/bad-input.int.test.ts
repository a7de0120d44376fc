import { createPrivateKey, generateKeyPairSync, sign, type JsonWebKey, type KeyObject } from 'node:crypto';
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FetchAsGateway } from '@nuangong/service/testing';
import { freePort, quietProgress, startSystem, type RunningSystem } from '@nuangong/local';
import { campaignId, importRoster, openFiles, provideMoney, readCells } from './main-job.ts';
import { pastTheGateway } from './past-the-gateway.ts';
import { signIn, type Session } from './session.ts';
import { until } from './until.ts';

let system: RunningSystem;
let folder: string;
let clerk: Session;
let reviewer: Session;
let approver: Session;
let finance: Session;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuangong-bad-input-'));
  system = await startSystem({
    data: join(folder, 'data'),
    port: await freePort(),
    kafka: false,
    progress: quietProgress,
  });
  [clerk, reviewer, approver, finance] = await Promise.all([
    signIn(system.url, 'qinghe-clerk'),
    signIn(system.url, 'qinghe-reviewer'),
    signIn(system.url, 'qinghe-approver'),
    signIn(system.url, 'qinghe-finance'),
  ]);
}, 240_000);

afterAll(async () => {
  await system?.stop();
  await rm(folder, { recursive: true, force: true });
});

interface Problems {
  readonly problems: readonly {
    readonly code: string;
    readonly field: string | null;
    readonly zh: string;
    readonly en: string;
  }[];
}

const problems = 'problems { code field zh en }';

async function problemsOf(session: Session, mutation: string, input: object): Promise<Problems['problems']> {
  const name = mutation.slice(0, 1).toUpperCase() + mutation.slice(1);
  const answer = await session.ask<Record<string, Problems>>(
    `mutation ($input: ${name}Input!) { ${mutation}(input: $input) { ${problems} } }`,
    { input },
  );
  return answer[mutation]?.problems ?? [];
}

/** Expects clear messages in both languages, in the usual tone. */
function expectClear(found: Problems['problems']): void {
  expect(found.length).toBeGreaterThan(0);
  for (const { zh, en } of found) {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(zh).not.toMatch(/请|！|非法|无效|失败|您|你/);
    expect(en).toMatch(/[a-z]{3}/i);
  }
}

describe('files that are not rosters', () => {
  test('a picture, a zip bomb and a file of 200 MB are each refused with a message', async () => {
    const picture = join(folder, '花名册.xlsx');
    await writeFile(picture, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
    const huge = join(folder, 'huge.xlsx');
    await writeFile(huge, 'PK');
    await truncate(huge, 200 * 1024 * 1024);
    const bomb = new URL(
      '../../packages/spreadsheet/src/__fixtures__/sheets/files/poi-poc-xmlbomb-empty.xlsx',
      import.meta.url,
    ).pathname;
    for (const file of [picture, huge, bomb]) {
      const { status, answer } = await clerk.upload<Problems>('/files/case-records/rosters', file);
      expect([file, status >= 400 && status < 500]).toEqual([file, true]);
      expectClear(answer.problems);
    }
  });
});

describe('amounts and dates', () => {
  test('-1, 0.001, 10^15 and 2026-02-30 are reported at their fields', async () => {
    const { fund } = await finance.command<{ fund: { id: string } }>(
      `mutation ($input: OpenFundInput!) { openFund(input: $input) { problems { code } fund { id } } }`,
      { name: '社会捐助', source: 'DONATION', purposes: ['送温暖'], year: 2026, campaignId, priority: 9 },
    );
    const receipt = { fundId: fund.id, payer: '某企业', receivedOn: '2026-11-20', memo: '' };
    for (const amount of ['-1', '0.001', '1000000000000000']) {
      const found = await problemsOf(finance, 'recordReceipt', {
        ...receipt,
        amount,
        idempotencyKey: crypto.randomUUID(),
      });
      expect([amount, found[0]?.field]).toEqual([amount, 'amount']);
      expectClear(found);
    }
    const wrongDate = { ...receipt, amount: '10', receivedOn: '2026-02-30', idempotencyKey: crypto.randomUUID() };
    const found = await problemsOf(finance, 'recordReceipt', wrongDate);
    expect(found[0]?.field).toBe('receivedOn');
    expectClear(found);
  });
});

describe('records of others', () => {
  test('another county’s id in a mutation is reported as not found', async () => {
    const nobody = crypto.randomUUID();
    expect((await problemsOf(finance, 'approveBatch', { batchId: nobody }))[0]?.code).toBe('FORBIDDEN');
    expect((await problemsOf(finance, 'payBatch', { batchId: nobody }))[0]?.code).toBe('NOT_FOUND');
    expect((await problemsOf(approver, 'activatePosting', { postingId: nobody }))[0]?.code).toBe('NOT_FOUND');
  });

  test('a person who submitted a file cannot review it in a later role; the row gives the reason', async () => {
    await importRoster(clerk);
    const [administrator, second] = [await signIn(system.url, 'city-admin'), await signIn(system.url, 'city-admin-2')];
    const roleOf = async (role: string) => {
      const { allStaff } = await administrator.ask<{ allStaff: { items: { id: string }[] } }>(
        '{ allStaff(filter: { search: "qinghe-rising" }) { items { id } } }',
      );
      const { act } = await administrator.command<{ act: { id: string } }>(
        `mutation ($input: ChangeStaffRolesInput!) { changeStaffRoles(input: $input) { problems { code } act { id } } }`,
        { staffId: allStaff.items[0]?.id, roles: [role] },
      );
      await second.command(
        `mutation ($input: DecideAccountActInput!) { confirmAccountAct(input: $input) { problems { code } } }`,
        { actId: act.id },
      );
    };
    const given = 'a long sentence of words';
    const own = 'another long sentence of words';
    await administrator.command(
      `mutation ($input: EnrolStaffInput!) { enrolStaff(input: $input) { problems { code } } }`,
      {
        organizationId: '00000000-0000-7000-8000-000000510101',
        username: 'qinghe-rising',
        name: '孔多能',
        roles: ['CLERK'],
        password: given,
      },
    );
    await (
      await signIn(system.url, 'qinghe-rising', given)
    ).command(`mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { problems { code } } }`, {
      presentPassword: given,
      newPassword: own,
    });
    const asClerk = await signIn(system.url, 'qinghe-rising', own);
    const rows = 'problems { code } rows { id ok problems { code zh } }';
    const { caseFiles } = await asClerk.ask<{ caseFiles: { items: { id: string }[] } }>(
      '{ caseFiles(filter: { statuses: [DRAFT] }, perPage: 1) { items { id } } }',
    );
    const ids = caseFiles.items.map(({ id }) => id);
    await asClerk.command(`mutation ($input: CaseFilesInput!) { submitCaseFiles(input: $input) { ${rows} } }`, { ids });
    await roleOf('REVIEWER');
    const many = await signIn(system.url, 'qinghe-rising', own);
    const passed = await many.command<{ rows: { ok: boolean; problems: { zh: string }[] }[] }>(
      `mutation ($input: CaseFileDecisionInput!) { passCaseFiles(input: $input) { ${rows} } }`,
      { ids, opinion: '同意' },
    );
    expect(passed.rows).toMatchObject([{ ok: false, problems: [{ zh: expect.stringContaining('本人经办') }] }]);
    const { caseFiles: mine } = await many.ask<{ caseFiles: { items: object[] } }>(
      '{ caseFiles(filter: { statuses: [SUBMITTED] }) { items { lockedForMe lockReason } } }',
    );
    expect(mine.items).toMatchObject([{ lockedForMe: true, lockReason: expect.stringContaining('本人经办') }]);
    await reviewer.command(`mutation ($input: CaseFileDecisionInput!) { returnCaseFiles(input: $input) { ${rows} } }`, {
      ids,
      opinion: '补充收入证明',
    });
    await clerk.command(`mutation ($input: CaseFilesInput!) { submitCaseFiles(input: $input) { ${rows} } }`, { ids });
  });
});

describe('the same command twice concurrently', () => {
  test('two approvers approve the whole list concurrently: each household is approved once, and 97,500.00 is committed', async () => {
    await openFiles(clerk, reviewer, approver);
    await provideMoney(system.url);
    const list = await clerk.command<{ rows: { ok: boolean }[] }>(
      `mutation ($input: PutForwardCampaignListInput!) { putForwardCampaignList(input: $input) { problems { code } rows { ok } } }`,
      { campaignId },
    );
    expect(list.rows.filter(({ ok }) => ok)).toHaveLength(325);
    const approve = () =>
      approver.ask<{ approveApplications: { rows: { id: string; ok: boolean }[] } }>(
        `mutation ($input: ApproveApplicationsInput!) { approveApplications(input: $input) { problems { code } rows { id ok } } }`,
        { input: { campaignId, all: true, opinion: '同意' } },
      );
    const answers = await Promise.all([approve(), approve(), approve()]);
    const approved = answers.flatMap(({ approveApplications }) => approveApplications.rows.filter(({ ok }) => ok));
    expect(approved).toHaveLength(325);
    expect(new Set(approved.map(({ id }) => id)).size).toBe(325);
    await until('97,500.00 committed', async () => {
      const { fundsWork } = await finance.ask<{ fundsWork: { grantsCommittedAmount: string } }>(
        '{ fundsWork { grantsCommitted grantsCommittedAmount grantsAwaitingFunds } }',
      );
      return fundsWork.grantsCommittedAmount === '97500.00' ? { done: true } : { state: fundsWork };
    });
  });

  test('a batch paid four times concurrently is paid once: 325 vouchers, numbered without gaps', async () => {
    const lead = await signIn(system.url, 'qinghe-finance-lead');
    const { batch } = await finance.command<{ batch: { id: string } }>(
      `mutation ($input: PrepareBatchInput!) { prepareBatch(input: $input) { problems { code message } batch { id } } }`,
      { campaignId },
    );
    await lead.command(`mutation ($input: ApproveBatchInput!) { approveBatch(input: $input) { problems { code } } }`, {
      batchId: batch.id,
    });
    const attempts = await Promise.all(
      Array.from({ length: 4 }, () => problemsOf(finance, 'payBatch', { batchId: batch.id })),
    );
    expect(attempts.filter((found) => found.length === 0)).toHaveLength(1);
    for (const found of attempts.filter(({ length }) => length > 0)) expectClear(found);
    const { batch: paid } = await finance.ask<{
      batch: { status: string; payments: { total: number; items: { voucher: { number: string } }[] } };
    }>(`query ($id: ID!) { batch(id: $id) { status payments(perPage: 200) { total items { voucher { number } } } } }`, {
      id: batch.id,
    });
    expect(paid).toMatchObject({ status: 'PAID', payments: { total: 325 } });
    const statistics = await signIn(system.url, 'qinghe-statistics');
    await until('9.75 万元 in table 1', async () => {
      const cells = await readCells(statistics);
      return cells.get('6A') === '9.75' ? { done: true } : { state: cells.get('6A') };
    });
  });
});

describe('another county', () => {
  test('learns nothing by id, by search, by number, through entities or in counts', async () => {
    const { households } = await clerk.ask<{
      households: { items: { id: string; head: { id: string; name: string } }[] };
    }>('{ households(perPage: 1) { items { id head { id name } } } }');
    const [household] = households.items;
    const stranger = await signIn(system.url, 'linjiang-clerk');
    const seen = await stranger.ask<Record<string, unknown>>(
      `query ($id: ID!, $name: String!, $number: String!) {
        household(id: $id) { id }
        byName: households(filter: { search: $name }) { total items { id } }
        byNumber: households(filter: { identityNumber: $number }) { total }
        all: households { total }
        caseWork { drafts submitted active }
      }`,
      { id: household?.id, name: household?.head.name, number: '522729198301259528' },
    );
    expect(seen).toEqual({
      household: null,
      byName: { total: 0, items: [] },
      byNumber: { total: 0 },
      all: { total: 0 },
      caseWork: { drafts: 0, submitted: 0, active: 0 },
    });
    const entities = await pastTheGateway(system, 'case-records')('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${stranger.accessToken}` },
      body: JSON.stringify({
        query: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Household { unitName } ... on Person { name } } }`,
        variables: {
          of: [
            { __typename: 'Household', id: household?.id },
            { __typename: 'Person', id: household?.head.id },
          ],
        },
      }),
    });
    expect(await entities.json()).toMatchObject({ data: { _entities: [null, null] } });
  });
});

describe('a token', () => {
  type Claims = Readonly<Record<string, unknown>>;
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const partOf = (token: string, place: 0 | 1): Claims =>
    JSON.parse(Buffer.from(token.split('.')[place] ?? '', 'base64url').toString()) as Claims;

  /** The clerk's token with other claims, signed with a key. */
  function reissue(claims: Claims, key: KeyObject): string {
    const body = `${part(partOf(clerk.accessToken, 0))}.${part({ ...partOf(clerk.accessToken, 1), ...claims })}`;
    return `${body}.${sign(null, Buffer.from(body), key).toString('base64url')}`;
  }

  async function ownKey(): Promise<KeyObject> {
    const secrets = JSON.parse(await readFile(join(folder, 'data', 'secrets.json'), 'utf8')) as {
      tokenSigningKey: string;
    };
    return createPrivateKey({ key: JSON.parse(secrets.tokenSigningKey) as JsonWebKey, format: 'jwk' });
  }

  const query = '{ households(perPage: 1) { total items { id } } caseWork { drafts submitted active } }';

  const throughTheGateway: FetchAsGateway = (path, init) => fetch(system.url + path, init);
  const ways = () => [throughTheGateway, pastTheGateway(system, 'case-records')];

  async function askWith(token: string, ask = throughTheGateway): Promise<{ data?: unknown; text: string }> {
    const answer = await ask('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query }),
    });
    const text = await answer.text();
    return { text, ...(JSON.parse(text) as { data?: unknown }) };
  }

  test('expired or forged is refused with a message by the gateway and by the service itself', async () => {
    const key = await ownKey();
    expect((await askWith(reissue({}, key))).data).toMatchObject({ caseWork: { active: 325 } });
    const expired = reissue({ exp: Math.floor(Date.now() / 1_000) - 60 }, key);
    const forged = reissue({}, generateKeyPairSync('ed25519').privateKey);
    for (const way of ways()) {
      const late = await askWith(expired, way);
      expect([late.data ?? null, late.text]).toEqual([null, expect.stringContaining('TOKEN_EXPIRED')]);
      expect(late.text).toContain('登录');
      const untrue = await askWith(forged, way);
      expect([untrue.data ?? null, untrue.text]).toEqual([null, expect.stringContaining('UNAUTHENTICATED')]);
    }
  });

  test('valid or not, reaches a service only through the gateway', async () => {
    const authorization = `Bearer ${clerk.accessToken}`;
    const asked = {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ query }),
    };
    const refused = expect.stringContaining('NOT_THROUGH_GATEWAY');
    for (const address of Object.values(system.addresses)) {
      const graph = await fetch(`${address}/graphql`, asked);
      expect([graph.status, await graph.text()]).toEqual([421, refused]);
      for (const path of [
        '/auth/sign-in',
        '/files/case-records/rosters',
        '/files/funds/batches/x/payment-file.csv',
        '/nowhere',
      ]) {
        const answer = await fetch(address + path, { headers: { authorization, 'x-nuangong-gateway': 'x' } });
        expect([path, answer.status, await answer.text()]).toEqual([path, 421, refused]);
      }
      expect((await fetch(`${address}/health`)).status).toBe(200);
    }
  });

  test('does not exceed the gateway’s query limits at a service either', async () => {
    const ask = pastTheGateway(system, 'case-records');
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${clerk.accessToken}` };
    const many = Array.from({ length: 70 }, (_, place) => `a${place}: caseWork { active }`).join(' ');
    const large = await ask('/graphql', { method: 'POST', headers, body: JSON.stringify({ query: `{ ${many} }` }) });
    expect([large.status, await large.text()]).toEqual([400, expect.stringContaining('QUERY_TOO_LARGE')]);
    const several = await ask('/graphql', { method: 'POST', headers, body: JSON.stringify([{ query }, { query }]) });
    expect([several.status, await several.text()]).toEqual([400, expect.not.stringContaining('active')]);
  });

  test('of another city sees, counts and changes no household here, through the gateway too', async () => {
    const elsewhere = reissue({ path: '52/5201/520101/', org: crypto.randomUUID() }, await ownKey());
    const nothing = { households: { total: 0, items: [] }, caseWork: { drafts: 0, submitted: 0, active: 0 } };
    for (const way of ways()) {
      expect((await askWith(elsewhere, way)).data).toEqual(nothing);
    }
    const { households } = await clerk.ask<{ households: { items: { caseFile: { id: string } }[] } }>(
      '{ households(perPage: 1) { items { caseFile { id } } } }',
    );
    const ids = households.items.map(({ caseFile }) => caseFile.id);
    const answer = await fetch(`${system.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${elsewhere}` },
      body: JSON.stringify({
        query: 'mutation ($ids: [ID!]!) { submitCaseFiles(input: { ids: $ids }) { rows { ok problems { code } } } }',
        variables: { ids },
      }),
    });
    expect(await answer.json()).toMatchObject({
      data: { submitCaseFiles: { rows: [{ ok: false, problems: [{ code: 'NOT_FOUND' }] }] } },
    });
  });
});
