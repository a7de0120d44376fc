import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorOf } from '../../testing/reporting-system.ts';
import { cityStatistics, openDesk, statistics, stranger, type StatisticsDesk } from '../../testing/statistics-desk.ts';
import {
  caseFile,
  city,
  county,
  exit,
  household,
  otherCounty,
  otherWork,
  payment,
  returned,
} from '../../testing/winter-campaign.ts';

/** A form of ten lines that the program does not refer to anywhere. */
const file = readFileSync(new URL('./__fixtures__/county-aid-year.json', import.meta.url), 'utf8');
const code = 'county-aid-year';

const drafter = actorOf(city, ['ADMINISTRATOR'], '陈管理');
const issuer = actorOf(city, ['ADMINISTRATOR'], '周主任');
const ofCounty = actorOf(county, ['ADMINISTRATOR'], '林管理');

let desk: StatisticsDesk;
beforeAll(async () => {
  desk = await openDesk(30);
  await desk.publish([
    ...household(101, otherCounty),
    returned(3),
    exit(4, county, { exitedOn: '2026-12-20' }),
    exit(5, county, { exitedOn: '2026-12-31' }),
    caseFile(200, county, { activatedOn: '2027-01-02' }),
    payment(6, county, {
      paymentId: '00000000-0000-7000-8aaa-000000000001',
      aidType: 'MEDICAL',
      amountFen: 120_000n,
      campaignId: null,
    }),
    ...otherWork(),
  ]);
}, 120_000);
afterAll(() => desk.system.stop());

interface Drafted {
  readonly problems: readonly { readonly code: string; readonly field: string | null; readonly message: string }[];
  readonly formVersion: {
    readonly id: string;
    readonly draftedBy: string;
    readonly draftedAt: string;
    readonly issuedBy: string | null;
  } | null;
}

/** When each draft was last loaded, as its issuer reads it. */
const draftedAt = new Map<string, string>();

async function draft(definition: string, actor = drafter): Promise<Drafted> {
  const { draftForm } = await desk.system.ask<{ draftForm: Drafted }>(
    actor,
    `mutation ($input: DraftFormInput!) { draftForm(input: $input) {
      problems { code field message } formVersion { id draftedBy draftedAt issuedBy } } }`,
    { input: { definition } },
  );
  if (draftForm.formVersion !== null) draftedAt.set(draftForm.formVersion.id, draftForm.formVersion.draftedAt);
  return draftForm;
}

async function issue(id: string, actor = issuer, read = draftedAt.get(id) ?? '2027-01-01T00:00:00Z'): Promise<Drafted> {
  const { issueForm } = await desk.system.ask<{ issueForm: Drafted }>(
    actor,
    `mutation ($input: IssueFormInput!) { issueForm(input: $input) {
      problems { code field message } formVersion { id draftedBy draftedAt issuedBy } } }`,
    { input: { id, draftedAt: read } },
  );
  return issueForm;
}

const codesOf = ({ problems }: Drafted) => problems.map((one) => one.code);

interface Table {
  readonly statutoryTable: {
    readonly from: string;
    readonly to: string;
    readonly campaignId: string | null;
    readonly exportUrl: string;
    readonly submission?: { readonly id: string } | null;
    readonly lines: readonly {
      readonly cells: readonly {
        readonly key: string;
        readonly type: string;
        readonly value: string;
        readonly records: number;
        readonly state: string;
      }[];
    }[];
  } | null;
}

const days = { from: '2026-01-01', to: '2026-12-31' };

async function tableOf(actor = statistics): Promise<Table['statutoryTable']> {
  const { statutoryTable } = await desk.system.ask<Table>(
    actor,
    `query ($from: LocalDate, $to: LocalDate) { statutoryTable(form: "${code}", from: $from, to: $to) {
      from to campaignId exportUrl submission { id } lines { cells { key type value records state } } } }`,
    days,
  );
  return statutoryTable;
}

const toIssue = async (actor = issuer): Promise<number> => {
  const { reportingWork } = await desk.system.ask<{ reportingWork: { formsToIssue: number } }>(
    actor,
    '{ reportingWork { formsToIssue } }',
  );
  return reportingWork.formsToIssue;
};

/** The value of a draft's first cell, tried on the present facts. */
async function tried(draftId: string, actor = drafter): Promise<string | undefined> {
  const { statutoryTable } = await desk.system.ask<Table>(
    actor,
    `query ($draftId: ID, $from: LocalDate, $to: LocalDate) {
      statutoryTable(form: "${code}", draftId: $draftId, from: $from, to: $to) { exportUrl lines { cells { key value } } } }`,
    { draftId, ...days },
  );
  if (statutoryTable !== null) expect((await desk.system.download(actor, statutoryTable.exportUrl)).status).toBe(200);
  return statutoryTable?.lines[0]?.cells[0]?.value;
}

async function valuesOf(actor = statistics): Promise<Readonly<Record<string, string>>> {
  const table = await tableOf(actor);
  return Object.fromEntries(
    (table?.lines ?? []).flatMap(({ cells }) => cells.map(({ key, value }) => [key, value] as const)),
  );
}

describe('a form loaded into the running system, without code for it', () => {
  test('is drafted by one person and issued by another, and gives no table before', async () => {
    const drafted = await draft(file);
    expect(drafted).toMatchObject({ problems: [], formVersion: { draftedBy: '陈管理', issuedBy: null } });
    const { id } = drafted.formVersion!;
    expect(await tableOf()).toBeNull();
    expect([await toIssue(issuer), await toIssue(drafter), await toIssue(statistics)]).toEqual([1, 0, 0]);
    expect(await tried(id)).toBe('30');
    expect(await tried(id, statistics)).toBeUndefined();
    expect(codesOf(await issue(id, drafter))).toEqual(['OWN_FORM']);
    expect(codesOf(await issue(id, ofCounty))).toEqual(['NOT_FOUND']);
    expect(codesOf(await issue(id, cityStatistics))).toEqual(['FORBIDDEN']);
    expect((await draft(file)).formVersion?.id).toBe(id);
    expect(await issue(id)).toMatchObject({ problems: [], formVersion: { issuedBy: '周主任' } });
    expect(codesOf(await issue(id))).toEqual(['FORM_VERSION_ISSUED']);
    expect(codesOf(await draft(file))).toEqual(['FORM_VERSION_ISSUED']);
    expect(codesOf(await draft(file, ofCounty))).toEqual(['FORM_CODE_TAKEN']);
    await expect(desk.system.asOwner(`update form_version set version = 2020`)).rejects.toThrow('issued_form_stays');
    const audited = await desk.system.asOwner(
      `select action, staff_name from audit_entry where action like 'form.%' order by id`,
    );
    expect(audited).toEqual([
      { action: 'form.draft', staff_name: '陈管理' },
      { action: 'form.draft', staff_name: '陈管理' },
      { action: 'form.issue', staff_name: '周主任' },
    ]);
  });

  test('counts facts, and states on the last day or on any day, and adds up', async () => {
    expect(await valuesOf()).toMatchObject({
      '1': '29',
      '1.any': '30',
      '2': '10',
      '3': '0.87',
      '4': '0.12',
      '5': '0.99',
      '6': '0',
    });
    expect(await valuesOf(cityStatistics)).toMatchObject({ '1': '30', '1.any': '31', '3': '0.9' });
    expect(await valuesOf(stranger)).toMatchObject({ '1': '1', '3': '0.03', '4': '0' });
  });

  test('opens each derived cell to its records, whose sum is its value', async () => {
    const table = await tableOf();
    for (const { key, records, type, value } of table?.lines.flatMap(({ cells }) => cells) ?? []) {
      const { cellRecords } = await desk.system.ask<{
        cellRecords: { total: number; sumAmount: string; sumCount: number; items: { recordId: string }[] };
      }>(
        statistics,
        `query ($from: LocalDate, $to: LocalDate) {
          cellRecords(form: "${code}", cell: "${key}", from: $from, to: $to, perPage: 200) {
            total sumAmount sumCount items { recordId } } }`,
        days,
      );
      expect([key, cellRecords.total, cellRecords.items.length]).toEqual([key, records, records]);
      if (records === 0) continue;
      const sum = type === 'MONEY' ? Number(cellRecords.sumAmount) / 10_000 : cellRecords.sumCount;
      expect([key, sum]).toEqual([key, Number(value)]);
    }
  });

  test('accepts a count, yes or no, a choice and text, and refuses other values', async () => {
    const enter = (cell: string, value: string) => desk.enter({ form: code, cell, value, ...days });
    expect((await enter('7', '一百')).problems).toEqual([{ code: 'FIGURE_NOT_A_NUMBER', field: 'value' }]);
    expect((await enter('8', '也许')).problems).toEqual([{ code: 'FIGURE_NOT_YES_OR_NO', field: 'value' }]);
    expect((await enter('9', '外包')).problems).toEqual([{ code: 'FIGURE_NO_CHOICE', field: 'value' }]);
    expect((await enter('10', '好'.repeat(501))).problems).toEqual([{ code: 'FIGURE_TOO_LONG', field: 'value' }]);
    for (const [cell, value] of [
      ['7', '120'],
      ['8', '是'],
      ['9', '与12351合用'],
      ['10', '重病职工当月到账'],
    ] as const) {
      expect(await enter(cell, value)).toMatchObject({ problems: [], figure: { value, state: 'ENTERED' } });
    }
  });

  test('is submitted with its texts, which stay unchanged, and is exported as a workbook', async () => {
    expect((await desk.submit(statistics, { form: code, ...days })).problems).toEqual([]);
    await desk.enter({ form: code, cell: '10', value: '另一句', ...days });
    expect(await valuesOf()).toMatchObject({ '7': '120', '8': '是', '9': '与12351合用', '10': '重病职工当月到账' });
    expect(await valuesOf(cityStatistics)).toMatchObject({ '7': '', '8': '', '9': '', '10': '' });
    await desk.accept({ submissionId: (await tableOf())?.submission?.id }, cityStatistics);
    expect(await valuesOf(cityStatistics)).toMatchObject({ '7': '120', '8': '', '9': '', '10': '' });
    const answer = await desk.system.download(statistics, (await tableOf())!.exportUrl);
    expect([answer.status, (await answer.arrayBuffer()).byteLength > 3000]).toEqual([200, true]);
  });

  test('is listed with the built-in forms, for its organisation and those below', async () => {
    const listed = async (actor = statistics) => {
      const { reportForms } = await desk.system.ask<{ reportForms: { code: string }[] }>(
        actor,
        '{ reportForms { code } }',
      );
      return reportForms.map((form) => form.code);
    };
    expect(await listed()).toEqual(['warmth-table', code]);
    expect(await listed(actorOf('51/', ['STATISTICS']))).toEqual(['warmth-table']);
  });

  test('without days covers the year, and costs the same statements every time', async () => {
    const cost = async () => {
      const before = desk.system.service.database.statements();
      const { statutoryTable } = await desk.system.ask<Table>(
        statistics,
        `{ statutoryTable(form: "${code}") { from to campaignId exportUrl lines { cells { key value } } } }`,
      );
      expect(statutoryTable).toMatchObject({ from: '2027-01-01', to: '2027-12-31', campaignId: null });
      return desk.system.service.database.statements() - before;
    };
    expect(await cost()).toBe(await cost());
  });
});

test('a version is refused for a year already filled under another version, and issued for a later year', async () => {
  const versionOf = async (year: number) => {
    const { formVersion } = await draft(file.replace(/"version": \d+/, `"version": ${year}`));
    return issue(formVersion!.id);
  };
  const seen = await draft(file.replace(/"version": \d+/, '"version": 2030'));
  const before = new Date(Date.parse(seen.formVersion!.draftedAt) - 1).toISOString();
  expect(codesOf(await issue(seen.formVersion!.id, issuer, before))).toEqual(['CHANGED_MEANWHILE']);
  expect(codesOf(await versionOf(2020))).toEqual(['FORM_YEAR_USED']);
  const next = { from: '2027-01-01', to: '2027-01-10' };
  expect(await desk.enter({ form: code, cell: '7', value: '5', ...next })).toMatchObject({ problems: [] });
  expect(codesOf(await versionOf(2027))).toEqual(['FORM_YEAR_USED']);
  expect(codesOf(await versionOf(2028))).toEqual([]);
});

test('a file that is not a form is refused, with each fault and its place', async () => {
  expect(codesOf(await draft('{'))).toEqual(['FORM_NOT_JSON']);
  expect(codesOf(await draft(' '.repeat(200_001)))).toEqual(['FORM_TOO_LONG']);
  expect(codesOf(await draft(file.replaceAll(code, 'warmth-table')))).toEqual(['FORM_CODE_TAKEN']);
  const messages = async (change: readonly [string, string]) =>
    (await draft(file.replaceAll(...change))).problems.map(({ code: which, message }) => `${which} ${message}`);
  expect(await messages(['"IN_PERIOD"', '"SOMETIMES"'])).toEqual(
    expect.arrayContaining([expect.stringMatching(/^FORM_FAULTY .*lines\.3\.cells\.0\.rule\.when 无效/)]),
  );
  expect(await messages(['"PAYMENT_MADE"', '"GIFT_MADE"'])).toEqual(
    expect.arrayContaining([expect.stringMatching(/^FORM_FAULTY .*3：没有记录 GIFT_MADE 的业务/)]),
  );
  expect(await messages(['"SUDDEN"', '"POOR"'])).toEqual([
    expect.stringMatching(/^FORM_FAULTY .*2：CASE_FILE_ACTIVATED 的 hardshipClass 没有 POOR 这一项/),
  ]);
  expect(await messages(['{2}', '{3}'])).toEqual([expect.stringMatching(/第 2 行印出的是 3，所含的格是 2/)]);
  expect((await draft(file, stranger)).problems.map((one) => one.code)).toEqual(['FORM_CODE_TAKEN']);
  expect(codesOf(await draft(file, statistics))).toEqual(['FORBIDDEN']);
});
