import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildActor } from '@nuangong/service/testing';
import {
  announced,
  asOwner,
  audited,
  carryOut,
  clerk,
  command,
  county,
  employment,
  hearOfHousehold,
  officer,
  otherCounty,
  otherOfficer,
  startEmploymentLegal,
  stranger,
  type Service,
} from './testing/start-employment-legal.ts';

let service: Service;

beforeAll(async () => {
  service = await startEmploymentLegal();
});

afterAll(() => service?.stop());

interface WithId {
  readonly id: string;
}

const open = <Value extends WithId>(input: object, fields = 'id', actor = officer) =>
  carryOut<Value>(
    service,
    actor,
    'openLegalCase',
    'legalCase',
    { kind: 'ARBITRATION', clientName: '刘某某', ...input },
    fields,
  );
const contentFor = async (actor: typeof officer, id: string) => {
  const asked = await service.ask<{ legalCase: { content: string | null } | null }>(
    actor,
    'query ($id: ID!) { legalCase(id: $id) { number officer content } }',
    { id },
  );
  return asked.legalCase;
};

describe('legal cases', () => {
  test('a new one is numbered, given its limitation, announced and audited', async () => {
    const householdId = await hearOfHousehold(service);
    const legalCase = await open<WithId & { readonly limitationBasis: string }>(
      { householdId, persons: 12, migrantWorkers: 9, violationKnownOn: '2026-10-03', openedOn: '2026-12-01' },
      `id number kind status officer own persons migrantWorkers openedOn limitationDate limitationBasis
        limitationBasisEn householdId`,
    );
    expect(legalCase).toMatchObject({
      number: '法援-510101-2026-0001',
      kind: 'ARBITRATION',
      status: 'OPEN',
      officer: '吴静',
      own: true,
      persons: 12,
      migrantWorkers: 9,
      openedOn: '2026-12-01',
      householdId,
    });
    expect(legalCase.limitationBasis).toContain('劳动争议调解仲裁法第二十七条第一款');
    expect(await announced(service, 'legal-case-opened.v1', legalCase.id)).toEqual([
      {
        legalCaseId: legalCase.id,
        kind: 'ARBITRATION',
        householdId,
        organization: county,
        persons: 12,
        migrantWorkers: 9,
        openedOn: '2026-12-01',
      },
    ]);
    expect(await audited(service, legalCase.id)).toEqual([{ action: 'legal-case.open', staff: '吴静' }]);
  });

  test('a limitation for unpaid wages does not run during employment, and later moves from a rest day', async () => {
    const fields = 'id limitationDate limitationBasis';
    expect(await open({ unpaidPay: true, violationKnownOn: '2026-01-01' }, fields)).toMatchObject({
      limitationDate: null,
    });
    const ended = await open<WithId & { limitationBasis: string }>(
      { unpaidPay: true, employmentEndedOn: '2025-10-03' },
      fields,
    );
    expect(ended).toMatchObject({ limitationDate: '2026-10-08' });
    expect(ended.limitationBasis).toContain('第二十七条第四款');
  });

  test('its content is sealed at rest, read only by its officer, and each reading is audited', async () => {
    const { id } = await open({ content: '用人单位拖欠工资并辱骂工人' });
    const [row] = await asOwner<{ sealed_content: string }>(
      service,
      'select sealed_content from legal_case where id = $1',
      [id],
    );
    expect(row?.sealed_content).toMatch(/^v2\.1\.AES256GCM\./);
    expect(row?.sealed_content).not.toContain('拖欠');
    expect(await contentFor(officer, id)).toMatchObject({ content: '用人单位拖欠工资并辱骂工人' });
    for (const other of [otherOfficer, clerk, { ...officer, roles: ['CLERK'] as const }]) {
      expect(await contentFor(other, id)).toMatchObject({ officer: '吴静', content: null });
    }
    expect(await contentFor(stranger, id)).toBeNull();
    expect((await audited(service, id)).map(({ action }) => action)).toEqual([
      'legal-case.open',
      'legal-case.read-content',
    ]);
    const told = await asOwner<{ text: string }>(
      service,
      `select coalesce(after::text, '') as text from audit_entry union all select envelope::text from outbox`,
    );
    expect(told.filter(({ text }) => text.includes('辱骂'))).toEqual([]);
  });

  test('its officer closes it once with an outcome; other officers, other counties and a second closing are refused', async () => {
    const { id } = await open({ content: '某事' });
    const close = (actor: typeof officer, input: object = {}) =>
      command(
        service,
        actor,
        'closeLegalCase',
        'legalCase',
        { legalCaseId: id, outcome: 'SETTLED', ...input },
        'status outcome closedOn',
      );
    expect((await close(otherOfficer)).problems).toEqual([{ code: 'NOT_THE_OFFICER', field: 'legalCaseId' }]);
    expect((await close(stranger)).problems).toEqual([{ code: 'NOT_FOUND', field: 'legalCaseId' }]);
    expect((await close(officer, { closedOn: '2026-02-30' })).problems).toEqual([
      { code: 'DATE_IMPOSSIBLE', field: 'closedOn' },
    ]);
    const answers = await Promise.all([close(officer), close(officer)]);
    const closed = { status: 'CLOSED', outcome: 'SETTLED', closedOn: '2026-12-08' };
    expect(answers.flatMap(({ value }) => (value === null ? [] : [value]))).toEqual([closed]);
    expect(answers.flatMap(({ problems }) => problems)).toEqual([{ code: 'CLOSED_ALREADY', field: 'legalCaseId' }]);
    expect((await audited(service, id)).map(({ action }) => action)).toEqual(['legal-case.open', 'legal-case.close']);
  });

  test('numbers have no gap and no duplicate when many are opened concurrently', async () => {
    const opened = await Promise.all(
      Array.from({ length: 8 }, () =>
        open<WithId & { readonly number: string }>({ openedOn: '2025-05-06' }, 'id number'),
      ),
    );
    const wanted = Array.from({ length: 8 }, (_, place) => `法援-510101-2025-000${place + 1}`);
    expect(opened.map(({ number }) => number).sort()).toEqual(wanted);
  });

  test('a household of another county is not found, and employment staff may not open cases', async () => {
    const foreign = await hearOfHousehold(service, { organization: otherCounty });
    const input = { kind: 'MEDIATION', clientName: '甲', householdId: foreign };
    expect((await command(service, officer, 'openLegalCase', 'legalCase', input, 'id')).problems).toEqual([
      { code: 'NOT_FOUND', field: 'householdId' },
    ]);
    expect((await command(service, employment, 'openLegalCase', 'legalCase', input, 'id')).problems).toEqual([
      { code: 'FORBIDDEN', field: null },
    ]);
  });
});

describe('limits that have passed', () => {
  const late = buildActor({ name: '罗明', roles: ['LEGAL_AID'] });
  const deadlines = async () => {
    const answer = await service.ask<{
      legalCases: { items: { clientName: string; limitationDate: string; limitationPassed: boolean }[] };
    }>(
      late,
      `{ legalCases(filter: { own: true, deadlineWithinDays: 30 }) {
        items { clientName limitationDate limitationPassed } } }`,
    );
    return answer.legalCases.items;
  };
  const counts = async () => {
    const { employmentLegalWork } = await service.ask<{
      employmentLegalWork: { deadlinesPassed: number; deadlinesWithin30Days: number };
    }>(late, '{ employmentLegalWork { deadlinesPassed deadlinesWithin30Days } }');
    return employmentLegalWork;
  };

  test('stay in the officer’s deadlines, first and marked, until the case is closed; opening such a case warns', async () => {
    const before = await counts();
    await open({ clientName: '将届满', violationKnownOn: '2025-12-15' }, 'id', late);
    await open({ clientName: '今日届满', violationKnownOn: '2025-12-08' }, 'id', late);
    await open({ clientName: '尚早', violationKnownOn: '2026-10-15' }, 'id', late);
    const passed = await open<
      WithId & { limitationPassed: boolean; limitationBasis: string; limitationBasisEn: string }
    >(
      { clientName: '已届满', violationKnownOn: '2025-06-10' },
      'id limitationDate limitationPassed limitationBasis limitationBasisEn',
      late,
    );
    expect(passed).toMatchObject({ limitationDate: '2026-06-10', limitationPassed: true });
    expect(passed.limitationBasis).toContain('受理时时效已届满');
    expect(passed.limitationBasisEn).toContain('had passed when the case was opened');
    expect(await deadlines()).toEqual([
      { clientName: '已届满', limitationDate: '2026-06-10', limitationPassed: true },
      { clientName: '今日届满', limitationDate: '2026-12-08', limitationPassed: false },
      { clientName: '将届满', limitationDate: '2026-12-15', limitationPassed: false },
    ]);
    const after = await counts();
    expect(after.deadlinesPassed - before.deadlinesPassed).toBe(1);
    expect(after.deadlinesWithin30Days - before.deadlinesWithin30Days).toBe(3);
    await carryOut(
      service,
      late,
      'closeLegalCase',
      'legalCase',
      { legalCaseId: passed.id, outcome: 'ADVISED' },
      'limitationPassed',
    );
    expect((await deadlines()).map(({ clientName }) => clientName)).toEqual(['今日届满', '将届满']);
    expect((await counts()).deadlinesPassed).toBe(before.deadlinesPassed);
  });
});
