import { describe, expect, it } from 'vitest';
import { fen, localDate } from '@nuangong/primitives';
import { voucherDocument } from './voucher-document.ts';
import { voucherForm, type PrintedVoucher } from './voucher-form.ts';

const voucher: PrintedVoucher = {
  number: '510101-202612-000001',
  issuer: '青禾县总工会',
  unitName: '县农机厂工会',
  householdHead: '曾霞',
  identityNumber: '510101196501010018',
  reason: '本人患大病',
  clause: '低保户和低保边缘户的困难职工（《县级冬春救助工作方案》第一篇第三条第2项）',
  amount: fen(30_000n),
  purpose: '送温暖',
  fundAndSource: '县财政送温暖资金（地方财政，300.00元）',
  handler: '陈晓梅',
  checker: '刘国华',
  approver: '张志强',
  issuedOn: localDate('2026-12-12'),
  entryNumber: '记-202612-0003',
  batchNumber: 'FF-202612-001',
  returnedOn: null,
};

describe('the voucher on paper', () => {
  it('carries everything a finance office looks for', () => {
    const printed = JSON.stringify(voucherDocument([voucher]));
    for (const words of [
      '困难补助资金发放凭证',
      '510101-202612-000001',
      '县农机厂工会',
      '曾霞',
      '510101196501010018',
      '本人患大病',
      '低保边缘户',
      '叁佰元整',
      '¥300.00',
      '地方财政',
      '申请人签名',
      '领款人签名',
      '陈晓梅',
      '刘国华',
      '张志强',
      '2026年12月12日',
    ]) {
      expect(printed).toContain(words);
    }
  });

  it('holds every word of the form that the console shows', () => {
    const returned = { ...voucher, returnedOn: localDate('2026-12-15') };
    const printed = JSON.stringify(voucherDocument([returned]));
    const { title, stamp, head, rows, signers, seal, foot } = voucherForm(returned);
    const cells = [...head, ...rows.flat(), ...signers];
    const words = [title, stamp, seal, foot, ...cells.flatMap(({ label, lead, text }) => [label, lead, text])];
    const missing = words.flatMap((each) =>
      each == null || each.zh === '填发日期' || printed.includes(each.zh) ? [] : each.zh,
    );
    expect(missing).toEqual([]);
  });

  it('marks a returned payment across the form', () => {
    const printed = JSON.stringify(voucherDocument([{ ...voucher, returnedOn: localDate('2026-12-15') }]));
    expect(printed).toContain('退汇　2026年12月15日');
    expect(JSON.stringify(voucherDocument([voucher]))).not.toContain('退汇');
  });

  it.each([
    [1, 1],
    [2, 1],
    [3, 2],
    [325, 163],
  ])('of %i households takes %i pages', (households, pages) => {
    const { content } = voucherDocument(Array.from({ length: households }, () => voucher)) as { content: unknown[] };
    expect(content).toHaveLength(pages);
  });
});
