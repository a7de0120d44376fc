import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { valueOf } from '@nuangong/primitives';
import { openWorkbook, textOf } from '@nuangong/spreadsheet';
import {
  clerk,
  identityNumber,
  otherClerk,
  reviewer,
  startCaseRecords,
  winterRoster,
  type CaseRecordsService,
} from '../../testing/case-records-service.ts';
import { resumeRosters, runRosterImport } from './run-roster-import.ts';

const roster = `id fileName status sheetName headerRow rowsTotal rowsDone accepted rejected alreadyPresent markedFileUrl
  columns { index heading field } preview { row cells } skipped { row why text } problems { code }`;

interface Roster {
  readonly id: string;
  readonly status: string;
  readonly headerRow: number;
  readonly rowsTotal: number;
  readonly rowsDone: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly alreadyPresent: number;
  readonly markedFileUrl: string | null;
  readonly columns: readonly { index: number; heading: string; field: string | null }[];
  readonly preview: readonly { row: number; cells: string[] }[];
  readonly skipped: readonly { row: number; why: string; text: string }[];
  readonly problems: readonly { code: string }[];
}

interface Row {
  readonly row: number;
  readonly outcome: string;
  readonly name: string;
  readonly cells: readonly string[];
  readonly reasons: readonly { code: string; message: string }[];
  readonly readings: readonly string[];
  readonly householdId: string | null;
}

describe('a county imports its winter roster', () => {
  let service: CaseRecordsService;
  let directory: string;
  let first: Roster;

  beforeAll(async () => {
    service = await startCaseRecords();
    directory = await mkdtemp(join(tmpdir(), 'roster-'));
    first = await importRoster();
  });
  afterAll(async () => {
    await rm(directory, { recursive: true, force: true });
    await service.stop();
  });

  async function upload(name: string, content: Uint8Array): Promise<string> {
    const answer = await service.upload(clerk, '/files/case-records/rosters', { name, content });
    expect(answer.status).toBe(201);
    const { importId } = (await answer.json()) as { importId: string };
    await service.parts.background.idle();
    return importId;
  }

  async function read(id: string): Promise<Roster> {
    const { rosterImport } = await service.ask<{ rosterImport: Roster }>(
      clerk,
      `query($id: ID!) { rosterImport(id: $id) { ${roster} } }`,
      { id },
    );
    return rosterImport;
  }

  async function importRoster(): Promise<Roster> {
    const importId = await upload('花名册.xlsx', await winterRoster());
    const { problems } = await service.command(clerk, 'startRosterImport', { importId }, 'rosterImport { status }');
    expect(problems).toEqual([]);
    await service.parts.background.idle();
    return read(importId);
  }

  async function rowsOf(id: string, outcome: string): Promise<readonly Row[]> {
    const query = `query($id: ID!, $outcome: RosterRowOutcome) { rosterImport(id: $id) {
      rows(outcome: $outcome, perPage: 200) { total
      items { row outcome name cells reasons { code message } readings householdId } } } }`;
    const { rosterImport } = await service.ask<{ rosterImport: { rows: { items: Row[] } } }>(clerk, query, {
      id,
      outcome,
    });
    return rosterImport.rows.items;
  }

  test('347 rows read, 325 accepted, 22 rejected with the reasons expected', async () => {
    expect(first).toMatchObject({
      status: 'DONE',
      headerRow: 3,
      rowsTotal: 347,
      rowsDone: 347,
      accepted: 325,
      rejected: 22,
      alreadyPresent: 0,
    });
    const expected = JSON.parse(
      await readFile(new URL('./__fixtures__/roster-county-winter.expected.json', import.meta.url), 'utf8'),
    ) as {
      expect: { row: number; outcome: string; reason: string; name: string }[];
    };
    const rejected = await rowsOf(first.id, 'REJECTED');
    expect(
      rejected.map(({ row, name, reasons }) => ({ row, name, reasons: reasons.map((each) => each.code) })),
    ).toEqual(
      expected.expect
        .filter((row) => row.outcome === 'reject')
        .map(({ row, name, reason }) => ({ row, name, reasons: [reason] })),
    );
  });

  test('reports which rows were skipped and how values were read', async () => {
    expect(first.skipped.map(({ row, why }) => [row, why])).toEqual([
      [1, '表头之上的标题'],
      [2, '表头之上的标题'],
      [61, '空行'],
      [195, '空行'],
      [353, '合计行'],
      [354, '签字行'],
    ]);
    expect(first.skipped[0]?.text).toContain('送温暖困难职工花名册');
    expect(first.preview[0]).toMatchObject({ row: 4, cells: expect.arrayContaining(['周艳明', '522729198301259528']) });
    const accepted = await rowsOf(first.id, 'ACCEPTED');
    expect(accepted.find((row) => row.row === 11)?.readings).toEqual(['姓名“曾  霞”读作“曾霞”']);
  });

  test('each accepted row is a household with a draft file, a gapless number and a link to its row', async () => {
    const [sums] = await service.inspect<Record<string, number>>(
      `select count(*)::int as files, min(sequence) as first, max(sequence) as last,
         count(distinct household_id)::int as households,
         (select count(*)::int from household_version) as versions from case_file where status = 'DRAFT'`,
    );
    expect(sums).toEqual({ files: 325, first: 1, last: 325, households: 325, versions: 325 });
    const query = `{ households(filter: { identityNumber: "522727198503045656" }) { total items {
      unitName dibaoStatus modelWorkerHonour
      monthlyIncomePerCapita hardshipClass head { name maskedIdentityNumber maskedPhone }
      rosterRow { row fileName importId } } } }`;
    const { households } = await service.ask<{ households: object }>(reviewer, query);
    expect(households).toEqual({
      total: 1,
      items: [
        {
          unitName: '县建筑公司',
          dibaoStatus: 'MARGINAL',
          modelWorkerHonour: 'PROVINCIAL',
          monthlyIncomePerCapita: '440.00',
          hardshipClass: 'BELOW_LINE',
          head: { name: '谭红敏', maskedIdentityNumber: '5**************6', maskedPhone: '185****5768' },
          rosterRow: { row: 5, fileName: '花名册.xlsx', importId: first.id },
        },
      ],
    });
  });

  test('no text of a clerk is in the database in plain', async () => {
    const [found] = await service.inspect<{ people: number; rows: number }>(
      `select (select count(*)::int from person p where p::text like '%522727198503045656%'
           or p::text like '%18513375768%') as people,
         (select count(*)::int from roster_row r where r::text like '%522727198503045656%') as rows`,
    );
    expect(found).toEqual({ people: 0, rows: 0 });
  });

  test('sent again, nothing is duplicated', async () => {
    const again = await importRoster();
    expect(again).toMatchObject({ status: 'DONE', accepted: 0, rejected: 22, alreadyPresent: 325 });
    const [sums] = await service.inspect<{ files: number; people: number }>(
      'select (select count(*)::int from case_file) as files, (select count(*)::int from person) as people',
    );
    expect(sums).toEqual({ files: 325, people: 325 });
  });

  test('when another county sends the same people, each is refused as registered elsewhere', async () => {
    const answer = await service.upload(otherClerk, '/files/case-records/rosters', {
      name: 'x.xlsx',
      content: await winterRoster(),
    });
    const { importId } = (await answer.json()) as { importId: string };
    await service.parts.background.idle();
    await service.command(otherClerk, 'startRosterImport', { importId }, 'rosterImport { id }');
    await service.parts.background.idle();
    const query = `query($id: ID!) { rosterImport(id: $id) { accepted alreadyPresent rejected
      rows(perPage: 1) { items { reasons { code } } } } }`;
    const { rosterImport } = await service.ask<{ rosterImport: object }>(otherClerk, query, { id: importId });
    expect(rosterImport).toEqual({
      accepted: 0,
      alreadyPresent: 0,
      rejected: 347,
      rows: { items: [{ reasons: [{ code: 'REGISTERED_ELSEWHERE' }] }] },
    });
  });

  test('a rejected row is corrected in place and imported; after a wrong correction it has the new reason', async () => {
    const fields = 'rosterRow { outcome reasons { code } householdId }';
    const wrong = await service.command<{ rosterRow: Row }>(
      clerk,
      'correctRosterRow',
      { importId: first.id, row: 311, values: [{ field: 'INCOME', value: '很少' }] },
      fields,
    );
    expect(wrong.rosterRow).toMatchObject({ outcome: 'REJECTED', reasons: [{ code: 'INCOME_NOT_A_NUMBER' }] });
    const right = await service.command<{ rosterRow: Row }>(
      clerk,
      'correctRosterRow',
      { importId: first.id, row: 311, values: [{ field: 'INCOME', value: '120元' }] },
      fields,
    );
    expect(right.rosterRow).toMatchObject({ outcome: 'ACCEPTED', reasons: [], householdId: expect.any(String) });
    expect(await read(first.id)).toMatchObject({ accepted: 326, rejected: 21 });
  });

  test('the same workbook comes back with the rejected rows marked', async () => {
    const answer = await service.download(clerk, first.markedFileUrl ?? '');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-type')).toContain('spreadsheetml');
    const path = join(directory, 'marked.xlsx');
    await writeFile(path, Buffer.from(await answer.arrayBuffer()));
    const workbook = valueOf(await openWorkbook(path));
    const marked: number[] = [];
    for await (const row of workbook.sheets[0]?.rows() ?? []) {
      if (row.number > 3 && textOf(row.cells[14]) !== '') marked.push(row.number);
    }
    await workbook.close();
    const rejected = await rowsOf(first.id, 'REJECTED');
    expect(marked).toEqual(rejected.map((row) => row.row));
    expect((await service.download(otherClerk, first.markedFileUrl ?? '')).status).toBe(404);
  });

  test('a text file named .html is returned as .csv, and its formulas compute nothing', async () => {
    const csv = '姓名,身份证号,家庭人口\n=HYPERLINK("http://x"),1,2\n+1+1,@SUM(1),-2\n';
    const id = await upload('名单.html', Buffer.from(csv));
    const { markedFileUrl } = await read(id);
    const answer = await service.download(clerk, markedFileUrl ?? `/files/case-records/rosters/${id}/marked`);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; .*\.csv$/);
    expect(await answer.text()).not.toMatch(/(^|,)"?(?:[=+@]|-(?!\d))/m);
  });

  test('a clerk’s mapping is remembered for the next file with the same headings', async () => {
    const csv = Buffer.from('困难户,证件,每人每月,原因,口数\n陈小明,510101199003071232,100,残疾,2\n');
    const importId = await upload('a.csv', Buffer.concat([csv]));
    const refused = await read(importId);
    expect(refused.status).toBe('REFUSED');
    expect(refused.problems.map((each) => each.code)).toEqual(['HEADINGS_NOT_FOUND']);
    const known = Buffer.from('姓名,证件,每人每月,致困原因,家庭人口\n陈小明,510101199003071232,100,残疾,2\n');
    const id = await upload('b.csv', known);
    const columns = [
      { index: 1, field: 'IDENTITY' },
      { index: 2, field: 'INCOME' },
    ];
    const early = await service.command(clerk, 'startRosterImport', { importId: id }, 'rosterImport { id }');
    expect(early.problems.map((each) => each.code)).toEqual(['COLUMN_MISSING', 'COLUMN_MISSING']);
    expect(
      (await service.command(clerk, 'mapRosterColumns', { importId: id, columns }, 'rosterImport { id }')).problems,
    ).toEqual([]);
    const next = await read(await upload('c.csv', known));
    expect(next.columns.map((column) => column.field)).toEqual([
      'NAME',
      'IDENTITY',
      'INCOME',
      'CAUSES',
      'HOUSEHOLD_SIZE',
    ]);
  });

  test('a file that is not a spreadsheet is refused with a message', async () => {
    const answer = await service.upload(clerk, '/files/case-records/rosters', {
      name: 'x.xlsx',
      content: Buffer.from('%PDF-1.7 …'),
    });
    expect(answer.status).toBe(415);
    expect(await answer.json()).toMatchObject({ problems: [{ code: 'NOT_A_SPREADSHEET', zh: expect.any(String) }] });
    const reviewing = await service.upload(reviewer, '/files/case-records/rosters', {
      name: 'x.xlsx',
      content: Buffer.from('x'),
    });
    expect(reviewing.status).toBe(403);
  });
});

describe('an interrupted import', () => {
  let service: CaseRecordsService;

  beforeAll(async () => {
    service = await startCaseRecords();
  });
  afterAll(() => service.stop());

  test('continues where it stopped, does nothing twice when resumed twice, and waits when cancelled', async () => {
    const lines = Array.from(
      { length: 2500 },
      (_, place) => `人${'甲乙丙丁'.charAt(place % 4)}${place},${place},100,残疾,2`,
    );
    const content = [
      '姓名,身份证号,月人均收入,致困原因,家庭人口',
      ...lines.map((line, place) => line.replace(`,${place},`, `,${identityNumber(place)},`)),
    ];
    const answer = await service.upload(clerk, '/files/case-records/rosters', {
      name: 'big.csv',
      content: Buffer.from(content.join('\n')),
    });
    const { importId } = (await answer.json()) as { importId: string };
    await service.parts.background.idle();
    await service.inspect(
      `update roster_import set status = 'RUNNING', started_by = uploaded_by, started_by_name = uploaded_by_name`,
    );
    let batches = 0;
    await runRosterImport(service.parts, importId, clerk.scope, () => ++batches > 1);
    const done = () =>
      service.inspect<{ rows_done: number; status: string }>('select rows_done, status from roster_import');
    expect(await done()).toEqual([{ rows_done: 2000, status: 'RUNNING' }]);
    await service.command(clerk, 'cancelRosterImport', { importId }, 'rosterImport { status }');
    await runRosterImport(service.parts, importId, clerk.scope);
    expect(await done()).toEqual([{ rows_done: 2000, status: 'CANCELLED' }]);
    await service.command(clerk, 'startRosterImport', { importId }, 'rosterImport { status }');
    await Promise.all([runRosterImport(service.parts, importId, clerk.scope), service.parts.background.idle()]);
    expect(await done()).toEqual([{ rows_done: 2500, status: 'DONE' }]);
    const [sums] = await service.inspect<{ files: number; last: number }>(
      'select count(*)::int as files, max(sequence) as last from case_file',
    );
    expect(sums).toEqual({ files: 2500, last: 2500 });
  });

  test('a service that stopped while reading or importing continues both when it starts', async () => {
    const content = Buffer.from(
      [
        '姓名,身份证号,月人均收入,致困原因,家庭人口',
        ...[90_001, 90_002].map((n) => `王某,${identityNumber(n)},100,残疾,2`),
      ].join('\n'),
    );
    const upload = async (): Promise<string> => {
      const answer = await service.upload(clerk, '/files/case-records/rosters', { name: 'small.csv', content });
      const { importId } = (await answer.json()) as { importId: string };
      await service.parts.background.idle();
      return importId;
    };
    const [running, unread] = [await upload(), await upload()];
    await service.inspect(`update roster_import set status = 'RUNNING' where id = $1`, [running]);
    await service.inspect(`update roster_import set status = 'UPLOADED', rows_total = 0 where id = $1`, [unread]);
    await service.inspect(`delete from roster_row where import_id = $1 and row_number > 2`, [unread]);
    await resumeRosters(service.parts);
    await service.parts.background.idle();
    const read =
      'select status, rows_total, rows_done, (select count(*)::int from roster_row r where r.import_id = i.id) as rows';
    expect(await service.inspect(`${read} from roster_import i where id = $1`, [running])).toEqual([
      { status: 'DONE', rows_total: 2, rows_done: 2, rows: 2 },
    ]);
    expect(await service.inspect(`${read} from roster_import i where id = $1`, [unread])).toEqual([
      { status: 'READY', rows_total: 2, rows_done: 0, rows: 2 },
    ]);
  });
});
