import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { permits, roles, type Role } from '@nuangong/access';
import { addDays, localDateAt } from '@nuangong/primitives';
import { masterKeys, readKey, rotateDataKey } from '@nuangong/sealing';
import {
  approver,
  clerk,
  householdInput,
  openFiles,
  registerHouseholds,
  reviewer,
  startCaseRecords,
  type CaseRecordsService,
} from '../../testing/case-records-service.ts';
import { keptInput } from '../whole-list/over-whole-list.ts';
import { wordsOfOthers } from './sealed-words.ts';

/** Text written in this file; no table, entry or event may contain it. */
const planted = '患尿毒症';
const said = (what: string) => `${what}${planted}`;

let service: CaseRecordsService;
let householdId = '';
let caseFileId = '';
let exitedId = '';
let postingId = '';

const {
  headName: _,
  identityNumber: __,
  phone: ___,
  bankAccount: ____,
  ...form
} = householdInput(1) as Record<string, unknown>;
const another = { ...reviewer, staffId: crypto.randomUUID(), name: '钱复核' };
const today = localDateAt(new Date());

async function command(actor: typeof clerk, name: string, input: object, fields: string): Promise<void> {
  const { problems } = await service.command(actor, name, input, fields);
  expect([name, problems]).toEqual([name, []]);
}

beforeAll(async () => {
  service = await startCaseRecords();
  const [made] = await registerHouseholds(service, clerk, [1]);
  ({ householdId, caseFileId } = made!);
  const version = async () =>
    (await service.inspect<{ version: number }>('select version from case_file where id = $1', [caseFileId]))[0]
      ?.version;
  const members = [{ name: '周小明', relation: '子' }];
  await command(
    clerk,
    'changeHousehold',
    { ...form, members, householdId, version: await version(), why: said('变更') },
    'household { id }',
  );
  const [member] = await service.inspect<{ id: string }>(
    'select id from household_member where household_id = $1 and position = 1',
    [householdId],
  );
  const move = {
    householdId,
    version: await version(),
    memberId: member?.id,
    reason: 'OTHER',
    movedOn: today,
    dateReason: said('补转出'),
    why: said('转出'),
  };
  await command(clerk, 'recordMove', move, 'household { id }');
  const ids = { ids: [caseFileId] };
  await command(clerk, 'submitCaseFiles', ids, 'rows { ok }');
  await command(reviewer, 'returnCaseFiles', { ...ids, opinion: said('退回') }, 'rows { ok }');
  await command(clerk, 'submitCaseFiles', ids, 'rows { ok }');
  await command(reviewer, 'passCaseFiles', { ...ids, opinion: said('通过') }, 'rows { ok }');
  const { posting } = await service.command<{ posting: { id: string } }>(
    reviewer,
    'publishPosting',
    { place: '公示栏', from: today, caseFileIds: [caseFileId] },
    'posting { id }',
  );
  postingId = posting.id;
  const { objection } = await service.command<{ objection: { id: string } }>(
    clerk,
    'recordObjection',
    { caseFileId, raisedBy: said('异议人'), text: said('异议') },
    'objection { id }',
  );
  const answer = { objectionId: objection.id, finding: said('答复'), upheld: false };
  await command(approver, 'answerObjection', answer, 'objection { id }');
  await command(clerk, 'correctPayee', { householdId, phone: '13900001111', why: said('更正') }, 'correction { id }');
  const visit = {
    householdId,
    visitedOn: today,
    dateReason: said('补走访'),
    visitors: '王',
    brought: said('送物'),
    findings: said('走访'),
  };
  await command(clerk, 'recordVisit', visit, 'visit { id }');
  const [active, exited] = await registerHouseholds(service, clerk, [2, 3]);
  await openFiles(service, [active!.caseFileId, exited!.caseFileId]);
  const exit = {
    caseFileId: active!.caseFileId,
    reason: 'OTHER',
    exitedOn: today,
    dateReason: said('补退出'),
    opinion: said('退出'),
  };
  await command(another, 'proposeExit', exit, 'caseFile { id }');
  const [proposal] = await service.inspect<{ id: string }>('select id from file_proposal where decision is null');
  await command(approver, 'refuseProposal', { proposalId: proposal?.id, opinion: said('不同意') }, 'proposal { id }');
  const suspended = { caseFileId: active!.caseFileId, reason: said('暂停') };
  await command(another, 'suspendCaseFile', suspended, 'caseFile { id }');
  await command(another, 'proposeExit', { ...exit, caseFileId: exited!.caseFileId }, 'caseFile { id }');
  const [second] = await service.inspect<{ id: string }>('select id from file_proposal where decision is null');
  await command(approver, 'confirmProposal', { proposalId: second?.id, opinion: said('同意') }, 'proposal { id }');
  exitedId = exited!.householdId;
}, 120_000);
afterAll(() => service.stop());

const everything = `query ($id: ID!, $posting: ID!) {
  household(id: $id) {
    causes versions { why state } payeeCorrections { why opinion } visits { findings brought dateReason }
    caseTimeline { kind detail detailEn }
    caseFile { steps { opinion dateReason } proposals { why decisionOpinion dateReason } }
  }
  posting(id: $posting) { objections { raisedBy text finding } } }`;
const readers = roles.filter((role) => permits([role], 'household.read'));
const asRole = (role: Role) => ({ ...clerk, staffId: crypto.randomUUID(), roles: [role] });
const places = ['变更', '转出', '补转出', '退回', '通过', '异议', '异议人', '答复', '更正', '走访', '补走访', '送物'];
const placesOfExited = ['退出', '补退出', '同意'];
const exitedFile = `query ($id: ID!) { household(id: $id) {
  caseFile { steps { opinion dateReason } proposals { why decisionOpinion dateReason } } } }`;

/** Statements that would change an existing row's text, or store it unsealed. */
const changesOfWords = [
  `update case_file_step set opinion = 'x'`,
  `update case_file_step set date_reason = 'v2.1.x'`,
  `update household_move set moved_on_reason = 'v2.1.x'`,
  `update file_proposal set date_reason = 'v2.1.x'`,
  `update objection set raised_by = 'v2.1.x'`,
  `update visit set brought = 'x'`,
  `update visit set date_reason = 'x'`,
];

describe('words about a household', () => {
  test.each(readers)(
    'are visible to %s only when the role reads them; other roles see that there are some',
    async (role) => {
      const actor = asRole(role);
      const told = JSON.stringify(await service.ask(actor, everything, { id: householdId, posting: postingId }));
      const reads = permits([role], 'health.read');
      expect(places.filter((what) => told.includes(said(what)))).toEqual(reads ? places : []);
      expect(told.includes(wordsOfOthers.zh)).toBe(!reads);
      const { household } = await service.ask<{
        household: { caseFile: { steps: { dateReason: string | null }[]; proposals: { dateReason: string }[] } };
      }>(actor, exitedFile, { id: exitedId });
      expect(placesOfExited.filter((what) => JSON.stringify(household).includes(said(what)))).toEqual(
        reads ? placesOfExited : [],
      );
      const late = reads ? said('补退出') : wordsOfOthers.zh;
      expect(household.caseFile.steps.flatMap(({ dateReason }) => dateReason ?? [])).toEqual([late]);
      expect(household.caseFile.proposals.map(({ dateReason }) => dateReason)).toEqual([late]);
      expect(told.includes('MAJOR_ILLNESS')).toBe(reads);
      const entries = await service.inspect(
        `select from audit_entry where staff_id = $1 and action = 'health.read' and record_id = $2`,
        [actor.staffId, householdId],
      );
      expect(entries.length > 0).toBe(reads);
    },
  );

  test('are in no table, audit entry or event in plain', async () => {
    const tables = await service.inspect<{ name: string }>(
      `select quote_ident(relname) as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`,
    );
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['audit_entry', 'outbox', 'case_file_step', 'job']),
    );
    for (const { name } of tables) {
      const found = await service.inspect(
        `select left(t::text, 300) as row from ${name} t where t::text like $1 limit 2`,
        [`%${planted}%`],
      );
      expect([name, found]).toEqual([name, []]);
    }
  });

  test('are resealed when keys change, and read as before', async () => {
    const asked = () =>
      Promise.all([
        service.ask(clerk, everything, { id: householdId, posting: postingId }),
        service.ask(clerk, exitedFile, { id: exitedId }),
      ]);
    const before = await asked();
    const masters = masterKeys(readKey(service.service.environment.FIELD_KEY, 'FIELD_KEY'));
    const options = {
      service: 'case-records',
      ownerUrl: service.databases.ownerUrl,
      masters,
      cipher: 'AES256GCM',
      learnMs: 0,
    } as const;
    await rotateDataKey(options);
    expect(await asked()).toEqual(before);
    for (const change of changesOfWords)
      await expect(service.attack(reviewer, change)).rejects.toThrow(/append-only|stays|is_sealed|denied/);
  });
});

test('include a list’s opinion, which is sealed in its job', () => {
  const kept = keptInput({ actor: reviewer, parts: service.parts } as Parameters<typeof keptInput>[0], {
    opinion: said('全部'),
    place: addDays(today, 1),
  });
  expect(JSON.stringify(kept)).not.toContain(planted);
  expect(kept).toMatchObject({ place: addDays(today, 1) });
});
