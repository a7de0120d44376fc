import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { valueOf } from '@nuangong/primitives';
import { openWorkbook, textOf } from '@nuangong/spreadsheet';
import { writeSheets } from '@nuangong/spreadsheet/testing';
import {
  clerk,
  identityNumber,
  startCaseRecords,
  type CaseRecordsService,
} from '../../testing/case-records-service.ts';
import { rosterDesk, type Row } from '../../testing/roster-desk.ts';
import { resumeRosters, runRosterImport } from './run-roster-import.ts';

let service: CaseRecordsService;
beforeAll(async () => {
  service = await startCaseRecords();
});
afterAll(() => service.stop());

const { upload, read, command, start, rowsOf, householdsOf } = rosterDesk(() => service);

describe('a workbook', () => {
  test('with a sheet for each township offers all, ticked; an unticked one is left out', async () => {
    const roster = await upload('a-sheet-for-each-township.xlsx');
    expect(roster).toMatchObject({ status: 'READY', rowsTotal: 7, expectedRejected: 0 });
    expect(roster.sheets.map(({ name, state, chosen, rowsShown }) => [name, state, chosen, rowsShown])).toEqual([
      ['城关镇', 'READ', true, 2],
      ['河口乡', 'READ', true, 3],
      ['云山乡', 'READ', true, 2],
    ]);
    expect(await command('chooseRosterSheets', { importId: roster.id, sheets: [1, 3], hiddenRows: false })).toEqual([]);
    expect(await read(roster.id)).toMatchObject({ rowsTotal: 4, expectedRejected: 0 });
    expect(await start(roster.id)).toEqual([]);
    expect((await householdsOf(roster.id)).map(({ name }) => name)).toEqual(['城户甲', '城户乙', '云户甲', '云户乙']);
    const again = await upload('a-sheet-for-each-township.xlsx');
    expect(await start(again.id)).toEqual([]);
    expect(await read(again.id)).toMatchObject({ status: 'DONE', accepted: 3, rejected: 0 });
  });

  test('with rows hidden by a filter reports them, and imports them only when the clerk chooses', async () => {
    const roster = await upload('rows-hidden-by-filter.xlsx');
    expect(roster).toMatchObject({ rowsTotal: 2, sheets: [{ rowsShown: 2, rowsHidden: 2 }] });
    expect(await start(roster.id)).toEqual([]);
    expect((await householdsOf(roster.id)).map(({ name }) => name)).toEqual(['可见甲', '可见丙']);
    const again = await upload('rows-hidden-by-filter.xlsx');
    await command('chooseRosterSheets', { importId: again.id, sheets: [1], hiddenRows: true });
    expect(await read(again.id)).toMatchObject({ rowsTotal: 4 });
    expect(await start(again.id)).toEqual([]);
    expect(await read(again.id)).toMatchObject({ status: 'DONE', accepted: 2 });
  });

  test('reports what is not read: hidden sheets, sheets without headings, empty ones', async () => {
    const path = join(tmpdir(), `sheets-${crypto.randomUUID()}.xlsx`);
    const headings = ['姓名', '身份证号码', '家庭人口', '家庭月人均收入', '致困原因'];
    await writeSheets(path, [
      { name: '填表说明', rows: [['按月填报']] },
      { name: '名册', rows: [headings, ['名册户', identityNumber(61), '2', '300', '残疾']] },
      { name: '空表', rows: [] },
      { name: '底稿', state: 'hidden', rows: [['姓名', '身份证号码']] },
      { name: '只有表头', rows: [headings] },
    ]);
    const roster = await upload('几张表.xlsx', await readFile(path));
    expect(roster.problems).toEqual([]);
    expect(roster.sheets.map(({ name, state, chosen }) => `${name} ${state} ${chosen}`)).toEqual([
      '填表说明 NO_HEADINGS false',
      '名册 READ true',
      '空表 NO_ROWS false',
      '只有表头 NO_ROWS false',
      '底稿 HIDDEN false',
    ]);
    expect(await start(roster.id)).toEqual([]);
    expect(await read(roster.id)).toMatchObject({ status: 'DONE', accepted: 1 });
  });
});

describe('the questions before the start', () => {
  test('include guesses until they are confirmed', async () => {
    const roster = await upload(
      '猜.csv',
      Buffer.from(`姓名,户主身份证号码,家庭人口,家庭月人均收入,致困原因\n猜甲,${identityNumber(62)},2,300,残疾\n`),
    );
    expect(roster.columns[1]).toMatchObject({ field: 'IDENTITY', guessed: true });
    expect(roster.expectedRejected).toBeNull();
    expect(await start(roster.id)).toEqual(['COLUMN_GUESSED IDENTITY']);
    expect(
      await command('mapRosterColumns', { importId: roster.id, columns: [{ index: 1, field: 'IDENTITY' }] }),
    ).toEqual([]);
    expect(await read(roster.id)).toMatchObject({ expectedRejected: 0 });
    expect(await start(roster.id)).toEqual([]);
    expect(await read(roster.id)).toMatchObject({ status: 'DONE', accepted: 1 });
  });

  test('include yearly income and the head, which are never guessed', async () => {
    const roster = await upload('annual-income-and-collector.csv');
    expect(await start(roster.id)).toEqual(['COLUMN_MISSING NAME', 'COLUMN_MISSING INCOME']);
    const columns = [
      { index: 1, field: 'NAME' },
      { index: 5, field: 'INCOME_YEARLY' },
    ];
    expect(await command('mapRosterColumns', { importId: roster.id, columns })).toEqual([]);
    expect(await start(roster.id)).toEqual([]);
    expect(await householdsOf(roster.id)).toEqual([
      { name: '真户主甲', income: '45000', size: 3 },
      { name: '真户主乙', income: '30000', size: 2 },
    ]);
    expect((await rowsOf(roster.id))[0]?.readings).toContain('年人均收入 5400.00 元除以 12，月人均收入 450.00 元');
  });

  test('include the unit of amounts given above the table', async () => {
    const table = (title: string, at: number) =>
      `县花名册,,,${title},\n姓名,身份证号码,家庭人口,家庭月人均收入,致困原因\n单位户,${identityNumber(at)},2,0.05,残疾\n`;
    for (const [at, title] of ['单位：万元', '（金额单位：千元）', '收入为年收入'].entries()) {
      const roster = await upload('万元.csv', Buffer.from(table(title, 700 + at)));
      expect(roster.columns[3]).toMatchObject({
        heading: `家庭月人均收入（${title.replaceAll(/[（）]/g, '')}）`,
        field: null,
      });
      expect(await start(roster.id)).toEqual(['COLUMN_MISSING INCOME']);
    }
    const plain = await upload('元.csv', Buffer.from(table('填报单位：万元店镇工会', 703)));
    expect(await start(plain.id)).toEqual([]);
  });

  test('no row of a member becomes a household; each is reported', async () => {
    const lines = ['户主', '妻', '长子'].map(
      (relation, at) => `家人${'甲乙丙'.charAt(at)},${relation},${identityNumber(710 + at)},3,300,残疾`,
    );
    const roster = await upload(
      '全家.csv',
      Buffer.from(['姓名,与户主关系,身份证号码,家庭人口,家庭月人均收入,致困原因', ...lines].join('\n')),
    );
    expect(roster).toMatchObject({ expectedRejected: 2 });
    expect(await start(roster.id)).toEqual([]);
    expect((await householdsOf(roster.id)).map(({ name }) => name)).toEqual(['家人甲']);
    expect((await rowsOf(roster.id)).map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
      [],
      ['MEMBER_ROW'],
      ['MEMBER_ROW'],
    ]);
  });

  test('include the size of households when no column has it; the given one applies to all rows and is reported', async () => {
    const roster = await upload('no-column-for-household-size.csv');
    expect(await start(roster.id)).toEqual(['COLUMN_MISSING HOUSEHOLD_SIZE']);
    expect(await command('mapRosterColumns', { importId: roster.id, columns: [], householdSize: 31 })).toEqual([
      'HOUSEHOLD_SIZE householdSize',
    ]);
    expect(await command('mapRosterColumns', { importId: roster.id, columns: [], householdSize: 2 })).toEqual([]);
    expect(await start(roster.id)).toEqual([]);
    expect((await householdsOf(roster.id)).map(({ size }) => size)).toEqual([2, 2]);
    expect((await rowsOf(roster.id))[0]?.readings).toContain('名册没有家庭人口，按导入时所填 2 人');
  });

  test('include which of two telephones, remembered by heading, position and count', async () => {
    const first = await upload('two-columns-headed-phone.csv');
    expect(await start(first.id)).toEqual(['COLUMN_TWICE PHONE']);
    const phones = first.columns
      .filter(({ heading }) => heading === '联系电话')
      .map(({ index }, at) => ({ index, field: at === 1 ? 'PHONE' : null }));
    expect(await command('mapRosterColumns', { importId: first.id, columns: phones })).toEqual([]);
    const second = await upload('two-columns-headed-phone.csv');
    expect(second.columns.flatMap(({ index, field }) => (field === 'PHONE' ? [index] : []))).toEqual([
      phones[1]?.index,
    ]);
    expect(await start(second.id)).toEqual([]);
  });

  test('include which of two incomes; an ordinary file afterwards maps as before', async () => {
    const two = await upload('two-income-columns.csv');
    expect(await start(two.id)).toEqual(['COLUMN_MISSING INCOME', 'COLUMN_TWICE INCOME']);
    const columns = [
      { index: 3, field: null },
      { index: 4, field: 'INCOME' },
    ];
    expect(await command('mapRosterColumns', { importId: two.id, columns })).toEqual([]);
    expect(await start(two.id)).toEqual([]);
    expect(await householdsOf(two.id)).toMatchObject([{ income: '90000' }]);
    const plain = await upload('plain-after-two-income-columns.csv');
    expect(await start(plain.id)).toEqual([]);
    expect(await householdsOf(plain.id)).toMatchObject([{ name: '吕一', income: '30000' }]);
  });
});

describe('an unreadable file', () => {
  test.each([
    ['headings-only.csv', undefined, 'NO_ROWS'],
    ['通知.txt', '关于做好送温暖工作的通知\n各县总工会：\n现将有关事项通知如下。\n', 'NOT_A_SPREADSHEET'],
    ['物资.csv', '品名,数量\n棉被,3\n', 'HEADINGS_NOT_FOUND'],
  ])('%s gives the reason, and can be removed from the list', async (name, content, code) => {
    const roster = await upload(name, content === undefined ? undefined : Buffer.from(content));
    expect(roster).toMatchObject({ status: 'REFUSED', problems: [{ code }] });
    expect(await command('putAwayRosterImport', { importId: roster.id })).toEqual([]);
    const query =
      '{ rosterImports(perPage: 200) { items { id } } away: rosterImports(perPage: 200, filter: { place: PUT_AWAY }) { items { id } } }';
    const { rosterImports, away } = await service.ask<Record<'rosterImports' | 'away', { items: { id: string }[] }>>(
      clerk,
      query,
    );
    expect([rosterImports, away].map(({ items }) => items.some(({ id }) => id === roster.id))).toEqual([false, true]);
  });
});

describe('before and after an import', () => {
  test('the preview counts the rows that will be refused, with reasons, duplicates too', async () => {
    const roster = await upload('longer-rows-than-headings.csv');
    expect(roster).toMatchObject({ rowsTotal: 4, expectedRejected: 3 });
    expect(roster.refusedRows.map(({ row }) => row)).toEqual([2, 4, 5]);
    expect(roster.refusedRows[0]?.reasons[0]?.message).toContain('比表头多出单元格');
    expect(await start(roster.id)).toEqual([]);
    expect(await householdsOf(roster.id)).toEqual([{ name: '何二', income: '125050', size: 3 }]);
    const number = identityNumber(63);
    const oneAccount = `姓名,身份证号码,家庭人口,家庭月人均收入,致困原因,银行卡号\n甲,${number},2,1,残疾,6222020000000000101\n甲,${number},2,1,残疾,6222020000000000101\n`;
    expect((await upload('同一户.csv', Buffer.from(oneAccount))).notices.map(({ kind }) => kind)).not.toContain(
      'ACCOUNT_SHARED',
    );
    const double = await upload(
      '重.csv',
      Buffer.from(`姓名,身份证号码,家庭人口,家庭月人均收入,致困原因\n甲,${number},2,1,残疾\n乙,${number},2,1,残疾\n`),
    );
    expect(double).toMatchObject({ expectedRejected: 1, refusedRows: [{ row: 3, reasons: [] }] });
  });

  test('suspicious accounts are listed, and not refused', async () => {
    const roster = await upload('one-account-for-three-households.csv');
    expect(roster.notices.map(({ kind, rows }) => [kind, rows.map(({ row }) => row)])).toEqual([
      ['ACCOUNT_SHARED', [2, 3, 4]],
      ['ACCOUNTS_CONSECUTIVE', [5, 6, 7]],
      ['ACCOUNT_CHECK_DIGIT', [2, 3, 4, 5, 6]],
    ]);
    expect(roster.notices[0]?.account).toBe('****0777');
    expect(await start(roster.id)).toEqual([]);
    expect(await read(roster.id)).toMatchObject({
      status: 'DONE',
      accepted: 6,
      notices: [{ count: 3 }, { count: 3 }, { count: 5 }],
    });
  });

  test('a correction that is refused leaves the row as sent; an accepted one is kept beside it', async () => {
    const roster = await upload(
      '改.csv',
      Buffer.from(`姓名,身份证号码,家庭人口,家庭月人均收入,致困原因\n改甲,${identityNumber(64)},2,面议,残疾\n`),
    );
    await start(roster.id);
    const correct = (value: string) =>
      service.command<{ rosterRow: Row }>(
        clerk,
        'correctRosterRow',
        { importId: roster.id, row: 2, values: [{ field: 'INCOME', value }] },
        'rosterRow { outcome reasons { code } }',
      );
    expect((await correct('很少')).rosterRow).toMatchObject({
      outcome: 'REJECTED',
      reasons: [{ code: 'INCOME_NOT_A_NUMBER' }],
    });
    const sent = ['改甲', identityNumber(64), '2', '面议', '残疾'];
    expect(await rowsOf(roster.id)).toMatchObject([
      { outcome: 'REJECTED', cells: sent, correction: null, reasons: [{ code: 'INCOME_NOT_A_NUMBER' }] },
    ]);
    expect((await correct('300')).rosterRow).toMatchObject({ outcome: 'ACCEPTED' });
    expect(await rowsOf(roster.id)).toMatchObject([
      { outcome: 'ACCEPTED', cells: sent, correction: [...sent.slice(0, 3), '300', '残疾'] },
    ]);
    expect(await read(roster.id)).toMatchObject({ accepted: 1, rejected: 0 });
  });

  test('the marked copy has its own name, and marks in each sheet', async () => {
    const path = join(tmpdir(), `marked-${crypto.randomUUID()}.xlsx`);
    const headings = ['姓名', '身份证号码', '家庭人口', '家庭月人均收入', '致困原因'];
    await writeSheets(
      path,
      ['甲乡', '乙乡'].map((name) => ({ name, rows: [headings, [`${name}户`, '1', '2', '300', '残疾']] })),
    );
    const roster = await upload('两乡.xlsx', await readFile(path));
    await start(roster.id);
    const { markedFileName, markedFileUrl } = await read(roster.id);
    expect(markedFileName).toBe('两乡-标注.xlsx');
    const answer = await service.download(clerk, markedFileUrl ?? '');
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain('两乡-标注.xlsx');
    await writeFile(path, Buffer.from(await answer.arrayBuffer()));
    const workbook = valueOf(await openWorkbook(path));
    const marks: string[] = [];
    for (const sheet of workbook.sheets) for await (const { cells } of sheet.rows()) marks.push(textOf(cells[5]));
    await workbook.close();
    expect(marks).toEqual([
      '未导入原因',
      expect.stringContaining('身份证号应为 18 位'),
      '未导入原因',
      expect.stringContaining('身份证号应为 18 位'),
    ]);
  });
});

describe('faults', () => {
  test('a character that the database refuses is removed and reported; the other rows are imported, and the import ends', async () => {
    const roster = await upload('null-character-in-unit.xlsx');
    expect(await start(roster.id)).toEqual([]);
    expect(await read(roster.id)).toMatchObject({ status: 'DONE', accepted: 2, rejected: 0 });
    const rows = await rowsOf(roster.id);
    expect(rows[1]?.readings).toContain('E3 去掉看不见的控制字符后读取');
    const [row] = await service.inspect<{ id: string }>('select id from roster_row where import_id = $1', [roster.id]);
    const query = 'query($id: ID!, $rowId: ID!) { rosterImport(id: $id) { rows(rowId: $rowId) { total } } }';
    const found = await service.ask(clerk, query, { id: roster.id, rowId: row?.id });
    expect(found).toEqual({ rosterImport: { rows: { total: 1 } } });
  });

  test('such characters in headings, titles, sheet names and file names stop nothing', async () => {
    const odd = '\u0000\uD842';
    const text = `困难职工${odd}名册\n姓名,身份证号码,家庭人口,家庭月人均收入,致困原因,备${odd}注\n好户,${identityNumber(65)},2,300,残疾,x\n坏户,${identityNumber(66)},2,300,残${odd}疾,y\n`;
    const roster = await upload(
      `名${odd}册.csv`,
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
    );
    expect(await start(roster.id)).toEqual([]);
    expect(await read(roster.id)).toMatchObject({ status: 'DONE', accepted: 1, rejected: 1 });
    expect((await rowsOf(roster.id))[1]?.reasons).toMatchObject([
      { code: 'TEXT_DAMAGED', message: 'E4 的文字已损坏，有字读不出；照原件重录' },
    ]);
  });

  test('a row that the database refuses gets a reason, and all others of its batch are imported', async () => {
    await service.inspect(`create function refuse_one() returns trigger language plpgsql as $$ begin
      if new.head_name = '坏户' then raise exception 'no' using errcode = '22021'; end if; return new; end $$`);
    await service.inspect(
      'create trigger refuse_one before insert on household for each row execute function refuse_one()',
    );
    const lines = Array.from(
      { length: 300 },
      (_, at) => `${at === 123 || at === 200 ? '坏户' : '好户'},${identityNumber(70_000 + at)},2,300,残疾`,
    );
    const roster = await upload(
      '一批.csv',
      Buffer.from(['姓名,身份证号码,家庭人口,家庭月人均收入,致困原因', ...lines].join('\n')),
    );
    expect(await start(roster.id)).toEqual([]);
    await service.inspect('drop trigger refuse_one on household');
    expect(await read(roster.id)).toMatchObject({ status: 'DONE', accepted: 298, rejected: 2 });
    const refused = await service.inspect<{ row_number: number; reasons: { code: string }[] }>(
      `select row_number, reasons from roster_row where import_id = $1 and outcome = 'REJECTED' order by 1`,
      [roster.id],
    );
    expect(refused).toMatchObject([{ row_number: 125, reasons: [{ code: 'ROW_NOT_SETTLED' }] }, { row_number: 202 }]);
  });

  test('when a worker fails, the import ends with a reason, and continues when it is restarted', async () => {
    const roster = await upload(
      '断.csv',
      Buffer.from(`姓名,身份证号码,家庭人口,家庭月人均收入,致困原因\n断甲,${identityNumber(67)},2,300,残疾\n`),
    );
    await service.inspect(`create function out_of_room() returns trigger language plpgsql as $$ begin
      raise exception 'no room' using errcode = '53100'; end $$`);
    await service.inspect(
      'create trigger out_of_room before insert on household for each row execute function out_of_room()',
    );
    expect(await start(roster.id)).toEqual([]);
    expect(await read(roster.id)).toMatchObject({
      status: 'FAILED',
      accepted: 0,
      problems: [{ code: 'IMPORT_BROKE', zh: expect.stringContaining('可继续导入') }],
    });
    await service.inspect('drop trigger out_of_room on household');
    expect(await start(roster.id)).toEqual([]);
    expect(await read(roster.id)).toMatchObject({ status: 'DONE', accepted: 1, problems: [] });
  });

  test('a preview interrupted by a stop is made at the next start', async () => {
    const roster = await upload('longer-rows-than-headings.csv');
    await service.inspect(`update roster_import set expected_rejected = null, refused_rows = '[]' where id = $1`, [
      roster.id,
    ]);
    await resumeRosters(service.parts);
    await service.parts.background.idle();
    expect(await read(roster.id)).toMatchObject({ status: 'READY', expectedRejected: 3 });
  });

  test('when the file is gone, reading ends with a reason', async () => {
    const answer = await service.upload(clerk, '/files/case-records/rosters', {
      name: '丢.csv',
      content: Buffer.from(`姓名,身份证号码\n丢,${identityNumber(68)}\n`),
    });
    const { importId } = (await answer.json()) as { importId: string };
    await service.parts.background.idle();
    await service.inspect(`update roster_import set status = 'UPLOADED', file_sha256 = 'gone' where id = $1`, [
      importId,
    ]);
    const { runInBackground } = await import('./end-import.ts');
    const { stageRoster } = await import('./stage-roster.ts');
    runInBackground(service.parts, importId, clerk.scope, (stopping) =>
      stageRoster(service.parts, importId, clerk.scope, stopping),
    );
    await service.parts.background.idle();
    expect(await read(importId)).toMatchObject({ status: 'REFUSED', problems: [{ code: 'READING_BROKE' }] });
    await runRosterImport(service.parts, importId, clerk.scope);
    expect(await read(importId)).toMatchObject({ status: 'REFUSED' });
  });
});
