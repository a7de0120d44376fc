import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  approver,
  clerk,
  householdInput,
  identityNumber,
  otherClerk,
  registerHouseholds,
  reviewer,
  startCaseRecords,
  type CaseRecordsService,
} from '../../testing/case-records-service.ts';

describe('households and the people in them', () => {
  let service: CaseRecordsService;
  beforeAll(async () => {
    service = await startCaseRecords();
  });
  afterAll(() => service.stop());

  const register = (actor: typeof clerk, input: object) =>
    service.command<{ household: { id: string; head: { id: string; maskedPhone: string } } | null }>(
      actor,
      'registerHousehold',
      input,
      'household { id head { id maskedPhone } }',
    );

  const timelineOf = async (actor: typeof clerk, id: string | undefined): Promise<readonly object[]> => {
    const query = 'query($id: ID!) { household(id: $id) { caseTimeline { kind detail actor } } }';
    const { household } = await service.ask<{ household: { caseTimeline: object[] } }>(actor, query, { id });
    return household.caseTimeline;
  };

  test('a form with every field wrong is refused at every field', async () => {
    const input = {
      ...householdInput(1),
      headName: ' ',
      identityNumber: '5101011975010100',
      phone: '12',
      bankAccount: 'x',
      declaredSize: 0,
      monthlyIncomePerCapita: '-1',
      causes: [],
    };
    const answer = await register(clerk, { ...input, members: [{ name: '', relation: '' }] });
    expect(answer.problems).toEqual([
      { code: 'NAME_MISSING', field: 'headName' },
      { code: 'IDENTITY_LENGTH', field: 'identityNumber' },
      { code: 'PHONE_FORMAT', field: 'phone' },
      { code: 'BANK_ACCOUNT_FORMAT', field: 'bankAccount' },
      { code: 'HOUSEHOLD_SIZE', field: 'declaredSize' },
      { code: 'AMOUNT_NEGATIVE', field: 'monthlyIncomePerCapita' },
      { code: 'CAUSES_MISSING', field: 'causes' },
      { code: 'NAME_MISSING', field: 'members.0.name' },
      { code: 'TEXT_MISSING', field: 'members.0.relation' },
    ]);
    expect(await service.inspect('select 1 as some from person')).toEqual([]);
  });

  test('a person is registered once: another county learns that there is a household, and does not see it', async () => {
    const { household } = await register(clerk, householdInput(2));
    const refused = await register(otherClerk, householdInput(2, { headName: '周  艳明' }));
    expect(refused.problems).toEqual([{ code: 'REGISTERED_ELSEWHERE', field: 'identityNumber' }]);
    await service.inspect(`select note_aid_given(array[$1::uuid], '2026-02-03')`, [household?.id]);
    const query = `query($number: String!) {
      registeredElsewhere(identityNumber: $number) { registered lastAidedOn problems { code } } }`;
    expect(await service.ask(otherClerk, query, { number: identityNumber(2) })).toEqual({
      registeredElsewhere: { registered: true, lastAidedOn: '2026-02-03', problems: [] },
    });
    expect(await service.ask(otherClerk, query, { number: identityNumber(999) })).toMatchObject({
      registeredElsewhere: { registered: false },
    });
    const person = { references: [{ __typename: 'Person', id: household?.head.id }] };
    const entities =
      'query($references: [_Any!]!) { _entities(representations: $references) { ... on Person { name } } }';
    expect(await service.ask(otherClerk, entities, person)).toEqual({ _entities: [null] });
    expect(await service.ask(clerk, entities, person)).toEqual({ _entities: [{ name: '周艳明' }] });
    const administrator = { ...clerk, roles: ['ADMINISTRATOR'] as const };
    await expect(service.ask(administrator, entities, person)).rejects.toThrow('FORBIDDEN');
  });

  test('when two counties register the same head at the same time, one succeeds and the other is refused', async () => {
    const both = await Promise.all([register(clerk, householdInput(5)), register(otherClerk, householdInput(5))]);
    expect(both.map((answer) => answer.problems.map((each) => each.code).join()).sort()).toEqual([
      '',
      'REGISTERED_ELSEWHERE',
    ]);
  });

  test('a change keeps the former state with who, when and why; a change from an old version is refused', async () => {
    const [made] = await registerHouseholds(service, clerk, [6]);
    const change = {
      householdId: made?.householdId,
      version: 1,
      why: '收入核实',
      declaredSize: 3,
      monthlyIncomePerCapita: '900',
      causes: ['SCHOOLING'],
    };
    const fields = `household { hardshipClass monthlyIncomePerCapita versions { version why staffName state }
        caseFile { version } }`;
    const answer = await service.command<{
      household: { versions: { version: number; state: { per_capita_income_fen: string } }[] };
    }>(clerk, 'changeHousehold', change, fields);
    expect(answer).toMatchObject({
      problems: [],
      household: {
        hardshipClass: null,
        monthlyIncomePerCapita: '900.00',
        caseFile: { version: 2 },
        versions: [
          { version: 2, why: '收入核实', staffName: '王秀英' },
          { version: 1, why: '登记' },
        ],
      },
    });
    expect(answer.household.versions.map((version) => version.state.per_capita_income_fen)).toEqual(['90000', '30000']);
    expect(await timelineOf(clerk, made?.householdId)).toContainEqual({
      kind: 'HOUSEHOLD_CHANGED',
      detail: expect.stringContaining('家庭人均月收入：300.00 元 → 900.00 元'),
      actor: '王秀英',
    });
    const stale = await service.command(clerk, 'changeHousehold', change, 'household { id }');
    expect(stale.problems.map((each) => each.code)).toEqual(['CHANGED_MEANWHILE']);
    const submitted = await service.command<{ rows: { problems: { code: string }[] }[] }>(
      clerk,
      'submitCaseFiles',
      { ids: [made?.caseFileId] },
      'rows { problems { code } }',
    );
    expect(submitted.rows).toEqual([{ problems: [{ code: 'HARDSHIP_CLASS_MISSING' }] }]);
    await expect(service.attack(clerk, `update household_version set why = 'x'`)).rejects.toThrow('append-only');
  });

  test('a file cannot be changed during its review, but after it is returned', async () => {
    const [made] = await registerHouseholds(service, clerk, [81]);
    const codes = async (version: number) => {
      const input = {
        householdId: made?.householdId,
        version,
        why: '收入核实',
        declaredSize: 3,
        monthlyIncomePerCapita: '320',
        causes: ['MAJOR_ILLNESS'],
      };
      const { problems } = await service.command(clerk, 'changeHousehold', input, 'household { id }');
      return problems.map((each) => each.code);
    };
    const decide = (actor: typeof clerk, name: string, more: object = {}) =>
      service.command<{ rows: { problems: { code: string }[] }[] }>(
        actor,
        name,
        { ids: [made?.caseFileId], ...more },
        'rows { problems { code } }',
      );
    const version = async () =>
      (await service.inspect<{ version: number }>('select version from case_file where id = $1', [made?.caseFileId]))[0]
        ?.version ?? 0;
    expect((await decide(clerk, 'submitCaseFiles')).rows).toEqual([{ problems: [] }]);
    expect(await codes(await version())).toEqual(['CASE_FILE_IN_REVIEW']);
    expect((await decide(reviewer, 'passCaseFiles', { opinion: '同意' })).rows).toEqual([{ problems: [] }]);
    expect(await codes(await version())).toEqual(['CASE_FILE_IN_REVIEW']);
    await decide(reviewer, 'returnCaseFiles', { opinion: '收入与证明不符' });
    expect(await codes(await version())).toEqual([]);
  });

  test('a member whose number is not typed again stays the same person', async () => {
    const { household } = await register(
      clerk,
      householdInput(91, {
        members: [
          { name: '周大伟', relation: '儿子' },
          { name: '周小伟', relation: '儿子', identityNumber: identityNumber(92) },
        ],
      }),
    );
    const people = () =>
      service.inspect('select name, person_id from household_member where household_id = $1 and name = $2', [
        household?.id,
        '周小伟',
      ]);
    const before = await people();
    const { problems } = await service.command(
      clerk,
      'changeHousehold',
      {
        householdId: household?.id,
        version: 1,
        why: '长子另立户',
        declaredSize: 2,
        monthlyIncomePerCapita: '300',
        causes: ['MAJOR_ILLNESS'],
        members: [{ name: '周小伟', relation: '儿子', schooling: '初中' }],
      },
      'household { id }',
    );
    expect(problems).toEqual([]);
    expect(before).toMatchObject([{ person_id: expect.any(String) }]);
    expect(await people()).toEqual(before);
  });

  test('a number is unmasked only with a reason, for a role that needs it, and the audit log keeps it', async () => {
    const [made] = await registerHouseholds(service, clerk, [7]);
    const [{ head_id: personId = '' } = {}] = await service.inspect<{ head_id: string }>(
      'select head_id from household where id = $1',
      [made?.householdId],
    );
    const unmask = (actor: typeof clerk, reason: string) =>
      service.command<{ value: string | null }>(actor, 'unmaskIdentity', { personId, reason }, 'value');
    expect((await unmask(clerk, ' ')).problems).toEqual([{ code: 'TEXT_MISSING', field: 'reason' }]);
    expect((await unmask(approver, '核对')).problems.map((each) => each.code)).toEqual(['FORBIDDEN']);
    expect((await unmask(otherClerk, '核对身份证复印件')).problems.map((each) => each.code)).toEqual(['NOT_FOUND']);
    expect(await unmask(reviewer, '核对身份证复印件')).toMatchObject({ value: identityNumber(7) });
    expect(
      await service.inspect(
        `select staff_name, after from audit_entry where action = 'identity.unmask' and record_id = $1`,
        [personId],
      ),
    ).toEqual([{ staff_name: '李建国', after: { reason: '核对身份证复印件' } }]);
    const looked = { kind: 'NUMBER_VIEWED', detail: null, actor: '李建国' };
    const auditor = { ...clerk, roles: ['AUDITOR' as const] };
    expect(await timelineOf(auditor, made?.householdId)).toContainEqual(looked);
    for (const reader of [clerk, reviewer, approver]) {
      expect(await timelineOf(reader, made?.householdId)).not.toContainEqual(looked);
    }
  });

  test('a visit is recorded, announced, and listed on the timeline', async () => {
    const [made] = await registerHouseholds(service, clerk, [8]);
    const visit = {
      householdId: made?.householdId,
      visitedOn: '2026-01-20',
      visitors: '县领导',
      leaderLed: true,
      brought: '大米 20 公斤',
      findings: '屋顶漏雨',
      safety: [
        { point: 'COLLAPSE', state: 'HAZARD' },
        { point: 'GAS', state: 'SAFE' },
      ],
    };
    const fields = 'visit { id visitedOn leaderLed brought staffName safety { point state } }';
    const recorded = await service.command<{ visit: { id: string } }>(clerk, 'recordVisit', visit, fields);
    expect(recorded).toMatchObject({
      problems: [],
      visit: {
        visitedOn: '2026-01-20',
        leaderLed: true,
        brought: '大米 20 公斤',
        staffName: '王秀英',
        safety: [
          { point: 'GAS', state: 'SAFE' },
          { point: 'FIRE', state: 'NOT_CHECKED' },
          { point: 'COLLAPSE', state: 'HAZARD' },
          { point: 'DWELLING', state: 'NOT_CHECKED' },
        ],
      },
    });
    const opened = (actor: typeof clerk, id: string) =>
      service.ask(actor, 'query ($id: ID!) { visit(id: $id) { visitors household { id } } }', { id });
    expect(await opened(clerk, recorded.visit.id)).toEqual({
      visit: { visitors: '县领导', household: { id: made?.householdId } },
    });
    expect(await opened(otherClerk, recorded.visit.id)).toEqual({ visit: null });
    const events = await service.inspect(
      `select envelope->'data'->>'withGoodsOrMoney' as brought from outbox where key = $1`,
      [made?.householdId],
    );
    expect(events).toEqual([{ brought: 'true' }]);
    const { household } = await service.ask<{ household: object }>(
      clerk,
      'query($id: ID!) { household(id: $id) { visits { visitors } caseTimeline { kind detail } } }',
      { id: made?.householdId },
    );
    expect(household).toMatchObject({
      visits: [{ visitors: '县领导' }],
      caseTimeline: expect.arrayContaining([{ kind: 'VISIT', detail: '屋顶漏雨' }]),
    });
    const never = await service.command(clerk, 'recordVisit', { ...visit, visitedOn: '2026-02-30' }, fields);
    expect(never.problems).toEqual([{ code: 'DATE_IMPOSSIBLE', field: 'visitedOn' }]);
    const { brought: _brought, findings: _findings, safety: _safety, ...empty } = visit;
    for (const nothing of [empty, { ...empty, brought: ' ', findings: '' }]) {
      const said = await service.command(clerk, 'recordVisit', nothing, fields);
      expect(said.problems).toEqual([{ code: 'EMPTY_VISIT', field: 'findings' }]);
    }
    const onlyLooked = { ...empty, safety: [{ point: 'FIRE', state: 'SAFE' }] };
    expect((await service.command(clerk, 'recordVisit', onlyLooked, fields)).problems).toEqual([]);
    const unseen = await service.command(clerk, 'recordVisit', { ...visit, campaignId: crypto.randomUUID() }, fields);
    expect(unseen.problems).toEqual([{ code: 'NOT_FOUND', field: 'campaignId' }]);
  });

  test('a county sets its dibao line from a day on; its subordinates read it, another county does not', async () => {
    const line = { from: '2026-07-01', monthlyPerCapita: '600', marginFactor: '1.5' };
    const fields = 'dibaoLine { from monthlyPerCapita marginFactor }';
    expect(await service.command(reviewer, 'setDibaoLine', line, fields)).toMatchObject({
      dibaoLine: { from: '2026-07-01', monthlyPerCapita: '600.00', marginFactor: '1.5' },
    });
    expect((await service.command(reviewer, 'setDibaoLine', line, fields)).problems.map((each) => each.code)).toEqual([
      'DIBAO_LINE_EXISTS',
    ]);
    const lines = async (actor: typeof clerk) =>
      (
        await service.ask<{ dibaoLines: { from: string }[] }>(actor, '{ dibaoLines { from organizationName } }')
      ).dibaoLines.map((each) => each.from);
    expect(await lines({ ...clerk, scope: '51/5101/510101/510101-01/' as never })).toEqual([
      '2026-07-01',
      '2026-01-01',
    ]);
    expect(await lines(otherClerk)).toEqual(['2026-01-01']);
  });

  test('evidence is kept by its content, and served only to those who may see the file', async () => {
    const [made] = await registerHouseholds(service, clerk, [9]);
    const path = `/files/case-records/case-files/${made?.caseFileId}/evidence`;
    const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n%%EOF\n');
    const fields = { kind: 'DIAGNOSIS' };
    expect(
      (await service.upload(clerk, path, { name: 'x.pdf', content: Buffer.from('<html><script>'), fields })).status,
    ).toBe(415);
    expect(
      (
        await service.upload(clerk, path, {
          name: 'x.pdf',
          content: Buffer.concat([pdf, Buffer.alloc(20 * 1024 * 1024)]),
          fields,
        })
      ).status,
    ).toBe(413);
    const polyglot = Buffer.concat([pdf, Buffer.from('<script>alert(1)</script>\n%%EOF')]);
    const refused = await service.upload(clerk, path, { name: 'x.pdf', content: polyglot, fields });
    expect([refused.status, await refused.json()]).toMatchObject([
      415,
      { problems: [{ code: 'EVIDENCE_NOT_PLAIN', field: 'file' }] },
    ]);
    const asPage = await service.upload(clerk, path, { name: 'x.html', content: pdf, fields, type: 'text/html' });
    expect([asPage.status, await asPage.json()]).toMatchObject([415, { problems: [{ code: 'EVIDENCE_TYPE' }] }]);
    expect((await service.upload(otherClerk, path, { name: 'x.pdf', content: pdf, fields })).status).toBe(404);
    expect((await service.upload(clerk, path, { name: '诊断.html', content: pdf, fields })).status).toBe(201);
    const { caseFile } = await service.ask<{
      caseFile: { evidence: { url: string; fileName: string }[]; evidenceMissing: string[] };
    }>(
      reviewer,
      'query($id: ID!) { caseFile(id: $id) { evidence { url fileName contentType size } evidenceMissing } }',
      { id: made?.caseFileId },
    );
    expect(caseFile).toMatchObject({
      evidence: [{ fileName: '诊断.html', contentType: 'application/pdf', size: pdf.length }],
      evidenceMissing: ['收入证明', '病历', '医疗费用清单'],
    });
    const lacking = '{ caseFilesLackingEvidence(status: DRAFT) caseFiles(filter: { statuses: [DRAFT] }) { total } }';
    const added = { kind: 'EVIDENCE_UPLOADED', detail: '诊断.html', actor: clerk.name };
    expect(await timelineOf(reviewer, made?.householdId)).toContainEqual(added);
    const drafts = await service.ask<{ caseFilesLackingEvidence: number; caseFiles: { total: number } }>(
      reviewer,
      lacking,
    );
    expect(drafts.caseFilesLackingEvidence).toBe(drafts.caseFiles.total);
    const url = caseFile.evidence[0]?.url ?? '';
    const served = await service.download(reviewer, url);
    expect(Buffer.from(await served.arrayBuffer()).equals(pdf)).toBe(true);
    expect(served.headers.get('content-security-policy')).toContain('sandbox');
    expect(served.headers.get('content-type')).toBe('application/pdf');
    expect(served.headers.get('content-disposition')).toContain(encodeURIComponent('诊断.pdf'));
    expect((await service.download(otherClerk, url)).status).toBe(404);
    expect((await service.fetch(url)).status).toBe(401);
  });
});
