import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, localDateAt } from '@nuangong/primitives';
import {
  approver,
  baseClerk,
  bothClerkAndReviewer,
  clerk,
  confirmPosting,
  householdInput,
  identityNumber,
  otherClerk,
  otherReviewer,
  registerHouseholds,
  reviewer,
  startCaseRecords,
  type CaseRecordsService,
} from '../../testing/case-records-service.ts';
import { caseFileCommands, caseFileStatuses, lifeCycle } from './case-file.ts';

const rows = 'rows { id ok problems { code message } }';

interface Rows {
  readonly rows: readonly { id: string; ok: boolean; problems: readonly { code: string; message: string }[] }[];
}

interface Events {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const codes = (answer: Rows) => answer.rows.map((row) => row.problems.map((each) => each.code).join());
const daysAgo = (days: number) => addDays(localDateAt(new Date()), -days);

describe('a case file from draft to active and out', () => {
  let service: CaseRecordsService;
  beforeAll(async () => {
    service = await startCaseRecords();
  });
  afterAll(() => service.stop());

  const decide = (actor: typeof clerk, name: string, input: object) => service.command<Rows>(actor, name, input, rows);
  const statusOf = async (id: string) =>
    (await service.inspect<{ status: string }>('select status from case_file where id = $1', [id]))[0]?.status;

  async function reviewed(serials: readonly number[]): Promise<readonly string[]> {
    const ids = (await registerHouseholds(service, clerk, serials)).map((each) => each.caseFileId);
    await decide(clerk, 'submitCaseFiles', { ids });
    await decide(reviewer, 'passCaseFiles', { ids });
    return ids;
  }

  const post = (ids: readonly string[], from: string) =>
    service.command<
      Rows & {
        posting: {
          id: string;
          to: string;
          status: string;
          openObjections: number;
          names: { name: string; maskedIdentityNumber: string }[];
        } | null;
      }
    >(
      reviewer,
      'publishPosting',
      { place: '县总工会公示栏', from, caseFileIds: ids },
      `posting { id to status openObjections names { name maskedIdentityNumber } } ${rows}`,
    );
  const activate = (actor: typeof clerk, postingId: string) =>
    service.command<Rows & { posting: { status: string } | null }>(
      actor,
      'activatePosting',
      { postingId },
      `posting { status } ${rows}`,
    );

  test('each step is taken by another person, and recorded with its event', async () => {
    const [id = ''] = await reviewed([1]);
    const { posting } = await post([id], daysAgo(20));
    expect(posting).toMatchObject({
      status: 'ENDED',
      names: [{ name: expect.stringMatching(/^周[^*]+$/u), maskedIdentityNumber: expect.stringMatching(/^5\*{14}.$/) }],
    });
    const unconfirmed = await activate(approver, posting?.id ?? '');
    expect(unconfirmed.problems.map((each) => each.code)).toEqual(['POSTING_UNCONFIRMED']);
    await confirmPosting(service, posting?.id ?? '');
    expect(codes(await activate(approver, posting?.id ?? ''))).toEqual(['']);
    const { caseFile } = await service.ask<{ caseFile: object }>(
      reviewer,
      `query($id: ID!) { caseFile(id: $id) { status version number nextSteps lockedForMe hardshipExplanation
        evidenceMissing steps { from to staffName } posting { status place }
        household { hardshipClass caseTimeline { kind actor } } } }`,
      { id },
    );
    expect(caseFile).toMatchObject({
      status: 'ACTIVE',
      version: 5,
      number: expect.stringMatching(/^510101-\d{4}-00001$/),
      nextSteps: ['EXIT', 'SUSPEND'],
      lockedForMe: false,
      hardshipExplanation: expect.stringContaining('低于低保线 560.00 元'),
      evidenceMissing: ['收入证明', '疾病诊断证明', '病历', '医疗费用清单'],
      steps: [
        { from: null, to: 'DRAFT', staffName: '王秀英' },
        { from: 'DRAFT', to: 'SUBMITTED', staffName: '王秀英' },
        { from: 'SUBMITTED', to: 'COUNTY_REVIEW', staffName: '李建国' },
        { from: 'COUNTY_REVIEW', to: 'POSTED', staffName: '李建国' },
        { from: 'POSTED', to: 'ACTIVE', staffName: '张志强' },
      ],
      posting: { status: 'ACTIVATED', place: '县总工会公示栏' },
      household: {
        hardshipClass: 'BELOW_LINE',
        caseTimeline: expect.arrayContaining([{ kind: 'CASE_FILE_ACTIVE', actor: '张志强' }]),
      },
    });
    const events = await service.inspect<Events>(`select type, envelope->'data' as data from outbox where key = $1`, [
      id,
    ]);
    expect(events).toEqual([
      {
        type: 'nuangong.case-file-activated.v1',
        data: expect.objectContaining({
          caseFileId: id,
          caseFileVersion: 5,
          hardshipClass: 'BELOW_LINE',
          members: 3,
          workers: 1,
          organization: { id: clerk.organizationId, path: '51/5101/510101/', code: '510101', name: '青禾县总工会' },
        }),
      },
    ]);
    const exit = { caseFileId: id, reason: 'INCOME_ABOVE_LINE', exitedOn: daysAgo(0), opinion: '已就业，走访核实' };
    const wrong = { ...exit, exitedOn: daysAgo(-1), opinion: ' ' };
    const refused = await service.command(reviewer, 'proposeExit', wrong, 'caseFile { status }');
    expect(refused.problems.map((each) => each.field)).toEqual(['exitedOn', 'opinion']);
    expect((await service.command(approver, 'proposeExit', exit, 'caseFile { status }')).problems).toHaveLength(1);
    const proposed = await service.command<{ caseFile: { proposal: { id: string } } }>(
      reviewer,
      'proposeExit',
      exit,
      'caseFile { status proposal { id } }',
    );
    expect(proposed).toMatchObject({ problems: [], caseFile: { status: 'ACTIVE' } });
    const proposalId = proposed.caseFile.proposal.id;
    const confirm = (actor: typeof clerk) =>
      service.command(actor, 'confirmProposal', { proposalId }, 'proposal { decision caseFile { status } }');
    expect((await confirm(reviewer)).problems.map((each) => each.code)).toEqual(['OWN_PROPOSAL']);
    expect(await confirm(approver)).toMatchObject({
      problems: [],
      proposal: { decision: 'CONFIRMED', caseFile: { status: 'EXITED' } },
    });
    expect(
      await service.inspect(`select 1 as found from outbox where key = $1 and type like '%case-file-exited%'`, [id]),
    ).toHaveLength(1);
    const [again] = await registerHouseholds(service, otherClerk, [1]);
    expect(again?.householdId).toBeDefined();
  });

  test('own work is refused in its row, and the other rows are reviewed', async () => {
    const own = (await registerHouseholds(service, bothClerkAndReviewer, [10])).map((each) => each.caseFileId);
    const others = (await registerHouseholds(service, clerk, [11])).map((each) => each.caseFileId);
    await decide(bothClerkAndReviewer, 'submitCaseFiles', { ids: own });
    await decide(clerk, 'submitCaseFiles', { ids: others });
    const answer = await decide(bothClerkAndReviewer, 'passCaseFiles', { ids: [...own, ...others] });
    expect(codes(answer)).toEqual(['OWN_WORK', '']);
    expect(answer.rows[0]?.problems[0]?.message).toBe('本人经办过该户，由另一位审核员或审批人办理');
    const { caseFile } = await service.ask<{ caseFile: object }>(
      bothClerkAndReviewer,
      'query($id: ID!) { caseFile(id: $id) { lockedForMe lockReason } }',
      { id: own[0] },
    );
    expect(caseFile).toEqual({ lockedForMe: true, lockReason: '本人经办过该户，由另一位审核员或审批人办理' });
  });

  test('the database refuses a maker who checks, steps out of order, and files created as active', async () => {
    const [file] = await registerHouseholds(service, clerk, [20]);
    const id = file?.caseFileId ?? '';
    await decide(clerk, 'submitCaseFiles', { ids: [id] });
    const set = (status: string) => `update case_file set status = '${status}' where id = '${id}'`;
    await expect(service.attack(clerk, set('COUNTY_REVIEW'))).rejects.toThrow('case_file_maker_is_not_checker');
    await expect(service.attack(clerk, set('RETURNED'))).rejects.toThrow('case_file_maker_is_not_checker');
    await expect(service.attack(reviewer, set('ACTIVE'))).rejects.toThrow('case_file_life_cycle');
    await expect(
      service.attack(reviewer, `update case_file set submitted_by = null where id = '${id}'`),
    ).rejects.toThrow('case_file_facts_stay');
    await expect(service.attack(reviewer, `update case_file set number = 'x' where id = '${id}'`)).rejects.toThrow(
      'case_file_facts_stay',
    );
    await expect(service.attack(reviewer, `delete from case_file where id = '${id}'`)).rejects.toThrow();
    await expect(service.attack(reviewer, `update case_file_step set opinion = 'x'`)).rejects.toThrow('append-only');
    await service.attack(reviewer, set('COUNTY_REVIEW'));
    await service.attack(reviewer, set('POSTED'));
    await expect(service.attack(clerk, set('ACTIVE'))).rejects.toThrow('case_file_maker_is_not_checker');
    await expect(service.attack(approver, set('ACTIVE'))).rejects.toThrow('case_file_posted_first');
    const copied = `insert into case_file (household_id, organization_path, organization_id, county_code, year,
      sequence, number, opened_by, updated_at, status) select household_id, organization_path, organization_id,
      county_code, year,
      99, 'x', opened_by, now(), 'ACTIVE'
      from case_file where id = '${id}'`;
    await expect(service.attack(clerk, copied)).rejects.toThrow('case_file_opens_as_draft');
    await expect(service.attack(clerk, copied.replace(`'ACTIVE'`, `'DRAFT'`))).rejects.toThrow();
  });

  test('the database allows exactly the steps of the life cycle', async () => {
    const lawful = new Set(
      caseFileCommands.flatMap((each) => lifeCycle[each].from.map((from) => `${from}>${lifeCycle[each].to}`)),
    );
    const allowed = await service.inspect<{ step: string }>(
      `select a || '>' || b as step from unnest($1::text[]) a, unnest($1::text[]) b where case_file_may_go(a, b)`,
      [caseFileStatuses],
    );
    expect(new Set(allowed.map((each) => each.step))).toEqual(lawful);
  });

  test('file numbers of a county and year have no gap, refused registrations included', async () => {
    await registerHouseholds(service, baseClerk, [30]);
    const double = await service.command(clerk, 'registerHousehold', householdInput(30), 'household { id }');
    expect(double.problems.map((each) => each.code)).toEqual(['ALREADY_REGISTERED']);
    await Promise.all(
      [31, 32, 33, 34].map((serial) => registerHouseholds(service, serial % 2 === 0 ? clerk : baseClerk, [serial])),
    );
    const gaps = await service.inspect(
      `select county_code from case_file group by county_code, year
       having max(sequence) <> count(*) or min(sequence) <> 1`,
    );
    expect(gaps).toEqual([]);
    await expect(service.attack(clerk, `insert into case_file_counter values ('510101', 2020, 5)`)).rejects.toThrow();
  });

  test('no file becomes active while the posting runs', async () => {
    const [id = ''] = await reviewed([40]);
    const { posting } = await post([id], daysAgo(0));
    expect(posting?.status).toBe('RUNNING');
    const early = await activate(approver, posting?.id ?? '');
    expect(early.problems.map((each) => each.code)).toEqual(['POSTING_RUNNING']);
    expect(await statusOf(id)).toBe('POSTED');
  });

  test('an open objection keeps only its own household from becoming active', async () => {
    const ids = await reviewed([50, 51, 52]);
    const { posting } = await post(ids, daysAgo(20));
    await confirmPosting(service, posting?.id ?? '');
    const object = (caseFileId: string | undefined) =>
      service.command<{ objection: { id: string } }>(
        reviewer,
        'recordObjection',
        { caseFileId, raisedBy: '邻居', text: '有门面出租' },
        'objection { id }',
      );
    const first = await object(ids[0]);
    const second = await object(ids[1]);
    const filesToOpen = async () => {
      const query = 'query ($id: ID!) { posting(id: $id) { filesToOpen { ready awaitingAnswer upheld } } }';
      const { posting: asked } = await service.ask<{ posting: { filesToOpen: object } }>(approver, query, {
        id: posting?.id,
      });
      return asked.filesToOpen;
    };
    expect(await filesToOpen()).toEqual({ ready: 1, awaitingAnswer: 2, upheld: 0 });
    expect(codes(await activate(approver, posting?.id ?? ''))).toEqual(['OBJECTION_OPEN', 'OBJECTION_OPEN', '']);
    const answer = (objectionId: string, upheld: boolean) =>
      service.command(
        approver,
        'answerObjection',
        { objectionId, finding: '入户核实', upheld },
        'objection { upheld }',
      );
    expect((await answer(first.objection.id, false)).problems).toEqual([]);
    expect((await answer(first.objection.id, true)).problems.map((each) => each.code)).toEqual(['CHANGED_MEANWHILE']);
    await answer(second.objection.id, true);
    const later = await activate(approver, posting?.id ?? '');
    expect(codes(later)).toEqual(['', 'OBJECTION_UPHELD']);
    expect(later.posting?.status).toBe('ENDED');
    expect(await filesToOpen()).toEqual({ ready: 0, awaitingAnswer: 0, upheld: 1 });
    const duty = () => service.inspect('select status, met_by_id from obligation where record_id = $1', [posting?.id]);
    expect(await duty()).toEqual([{ status: 'OPEN', met_by_id: null }]);
    await decide(reviewer, 'rejectCaseFiles', { ids: [ids[1]], opinion: '异议成立' });
    expect(await duty()).toEqual([{ status: 'MET', met_by_id: posting?.id }]);
    expect(await filesToOpen()).toEqual({ ready: 0, awaitingAnswer: 0, upheld: 0 });
    expect(await statusOf(ids[1] ?? '')).toBe('REJECTED');
  });

  test('when two reviewers pass the same file at the same time, it passes once', async () => {
    const [file] = await registerHouseholds(service, clerk, [60]);
    const ids = [file?.caseFileId ?? ''];
    await decide(clerk, 'submitCaseFiles', { ids });
    const both = await Promise.all([
      decide(reviewer, 'passCaseFiles', { ids }),
      decide({ ...reviewer, staffId: crypto.randomUUID() }, 'passCaseFiles', { ids }),
    ]);
    expect(both.map((answer) => codes(answer)[0]).sort()).toEqual(['', 'CASE_FILE_STATUS']);
    const refused = both.flatMap((answer) => answer.rows.flatMap((row) => row.problems));
    expect(refused[0]?.message).toMatch(new RegExp(`^${reviewer.name}于 \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d 已办理`));
    expect(
      await service.inspect(
        `select 1 as step from case_file_step where case_file_id = $1 and to_status = 'COUNTY_REVIEW'`,
        ids,
      ),
    ).toHaveLength(1);
  });

  test('another county finds nothing: by id, by list, by count, by entity, by command', async () => {
    const [file] = await registerHouseholds(service, clerk, [70]);
    const { householdId = '', caseFileId = '' } = file ?? {};
    const search = `households(filter: { search: "周艳明", identityNumber: "${identityNumber(70)}" })
      { total items { id } }`;
    expect(await service.ask(reviewer, `{ ${search} }`)).toEqual({
      households: { total: 1, items: [{ id: householdId }] },
    });
    const data = await service.ask<Record<string, unknown>>(
      otherReviewer,
      `query($household: ID!, $file: ID!, $references: [_Any!]!) { household(id: $household) { id }
        caseFile(id: $file) { id }
        caseFiles(filter: { search: "510101" }) { total items { id } }
        ${search}
        caseWork { submitted postingsEnded openObjections }
        _entities(representations: $references) { __typename } }`,
      {
        household: householdId,
        file: caseFileId,
        references: [
          { __typename: 'Household', id: householdId },
          { __typename: 'CaseFile', id: caseFileId },
        ],
      },
    );
    expect(data).toEqual({
      household: null,
      caseFile: null,
      caseFiles: { total: 0, items: [] },
      households: { total: 0, items: [] },
      caseWork: { submitted: 0, postingsEnded: 0, openObjections: 0 },
      _entities: [null, null],
    });
    expect(codes(await decide(otherReviewer, 'passCaseFiles', { ids: [caseFileId] }))).toEqual(['NOT_FOUND']);
    const visit = { householdId, visitedOn: daysAgo(1), visitors: '马超', findings: '已有稳定收入' };
    expect(
      (await service.command(otherReviewer, 'recordVisit', visit, 'visit { id }')).problems.map((each) => each.code),
    ).toEqual(['NOT_FOUND']);
    expect(
      await service.inspect(`select count(*)::int as all from case_file where status = 'COUNTY_REVIEW' and id = $1`, [
        caseFileId,
      ]),
    ).toEqual([{ all: 0 }]);
  });

  test('a page costs the same number of statements for 10 rows and for 50', async () => {
    await registerHouseholds(
      service,
      clerk,
      Array.from({ length: 50 }, (_, place) => 100 + place),
    );
    const pages = [
      `households(perPage: N) { total items { head { name maskedIdentityNumber } members { name person { sex } }
        caseFile { status posting { place } }
        visits { brought }        caseTimeline { kind } rosterRow { row } organization { id } } }`,
      `caseFiles(perPage: N) { total items { number status nextSteps lockReason hardshipExplanation evidenceMissing
        steps { to } household { head { name } } } }`,
    ];
    for (const page of pages) {
      const cost = async (rowsAPage: number): Promise<number> => {
        const before = service.service.database.statements();
        const data = await service.ask<Record<string, { items: unknown[] }>>(
          reviewer,
          `{ ${page.replace('N', String(rowsAPage))} }`,
        );
        expect(Object.values(data)[0]?.items).toHaveLength(rowsAPage);
        return service.service.database.statements() - before;
      };
      await cost(10);
      expect(await cost(50)).toBe(await cost(10));
    }
  });
});
