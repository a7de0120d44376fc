import { textOfPdf } from '@nuangong/documents/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  clerk,
  householdInput,
  identityNumber,
  otherClerk,
  startCaseRecords,
  type CaseRecordsService,
} from '../../testing/case-records-service.ts';

let service: CaseRecordsService;
let householdId: string;
const longName = `阿卜杜勒·热合曼·买买提·伊敏江·艾力·库尔班·托合提`;

beforeAll(async () => {
  service = await startCaseRecords();
  const members = ['妻', '长子', '次子', '三子', '长女', '次女', '父', '母'].map((relation, place) => ({
    name: place === 0 ? '𠮷田丽' : `周家${relation}`,
    relation,
    identityNumber: identityNumber(place + 100),
    monthlyIncome: `${place * 100}.50`,
    schooling: place === 1 ? '锦官大学计算机学院本科二年级，学费尚欠 4,600 元' : null,
    health: place === 0 ? '尿毒症，每周透析三次' : null,
  }));
  const { household } = await service.command<{ household: { id: string } }>(
    clerk,
    'registerHousehold',
    householdInput(1, { headName: longName, declaredSize: 9, members, remark: '房屋漏雨，药费自付较多' }),
    'household { id }',
  );
  householdId = household.id;
});
afterAll(() => service?.stop());

async function print(actor: typeof clerk, form: string): Promise<{ readonly text: string; readonly name: string }> {
  const answer = await service.download(actor, `/files/case-records/households/${householdId}/${form}.pdf`);
  expect(answer.status).toBe(200);
  const name = decodeURIComponent(answer.headers.get('content-disposition') ?? '');
  return { text: await textOfPdf(new Uint8Array(await answer.arrayBuffer())), name };
}

test('the registration form holds the household on A4: nine people, a long name, a rare character', async () => {
  const { text, name } = await print(clerk, 'registration-form');
  expect(name).toContain('困难职工登记表-510101-');
  for (const words of ['困难职工登记表', longName, '𠮷田丽', '周家母', '尿毒症，每周透析三次', '房屋漏雨', '300.00'])
    expect(text).toContain(words);
  expect(text).toMatch(/学费尚欠\s?4,600 元/u);
  expect(text).not.toContain(identityNumber(1));
  expect(text).not.toContain('undefined');
});

test('the case file form holds what happened, by whom', async () => {
  const { text } = await print(clerk, 'case-file-form');
  for (const words of ['困难职工档案表', '办理经过', '草稿', clerk.name, '帮扶救助', '走访慰问'])
    expect(text).toContain(words);
});

test('health, remark and words are printed only for those who read them; another county is told that it is not there', async () => {
  const { text } = await print(
    { ...clerk, staffId: crypto.randomUUID(), name: '刘会计', roles: ['FINANCE'] },
    'registration-form',
  );
  expect(text).toContain(longName);
  for (const words of ['尿毒症', '房屋漏雨', '疾病诊断证明']) expect(text).not.toContain(words);
  const path = `/files/case-records/households/${householdId}/registration-form.pdf`;
  expect((await service.download(otherClerk, path)).status).toBe(404);
  expect(
    (await service.download({ ...clerk, staffId: crypto.randomUUID(), roles: ['ADMINISTRATOR'] }, path)).status,
  ).toBe(403);
});

test('each printing is in the audit log', async () => {
  const entries = await service.inspect<{ name: string }>(
    `select staff_name as name from audit_entry where action = 'household.print' and record_id = $1 order by id`,
    [householdId],
  );
  expect(entries.map(({ name }) => name)).toEqual([clerk.name, clerk.name, '刘会计']);
});
