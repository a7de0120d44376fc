import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { ArchiveEntry } from '@nuangong/documents/archive';
import { fen, localDate, ok, problem, refuse, valueOf } from '@nuangong/primitives';
import { archiveVouchers } from './archive-vouchers.ts';
import { printVouchers } from './print-vouchers.ts';
import type { PrintedVoucher } from './voucher-form.ts';

const voucher = (overrides: Partial<PrintedVoucher> = {}): PrintedVoucher => ({
  number: '510101-202612-000001',
  issuer: '青禾县总工会',
  unitName: '县农机厂工会',
  householdHead: '曾霞',
  identityNumber: '510101196501010018',
  reason: '本人患大病，家庭人均月收入 440.00 元',
  clause: '3.2 低保户和低保边缘户；3.3 本人或家人患大病',
  amount: fen(30_000n),
  purpose: '送温暖',
  fundAndSource: '县财政送温暖资金（地方财政，150.00元）；本级工会经费（工会经费，150.00元）',
  handler: '陈晓梅',
  checker: '刘国华',
  approver: '张志强',
  issuedOn: localDate('2026-12-12'),
  entryNumber: '记-202612-0003',
  batchNumber: 'FF-202612-001',
  returnedOn: null,
  ...overrides,
});

const pagesOf = (bytes: Buffer): number => bytes.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
const long = (characters: number) => '长'.repeat(characters);

describe('vouchers as PDF', () => {
  it.each<[string, Partial<PrintedVoucher>]>([
    ['a unit of 100 characters', { unitName: long(100) }],
    ['a unit of 100 letters and digits', { unitName: 'Wm9 '.repeat(25) }],
    ['an issuer of 100 characters', { issuer: long(100) }],
    ['a head of 60 characters', { householdHead: long(60) }],
    ['a name as long as a Uygur one', { householdHead: '古丽巴哈尔·阿不都热依木·买买提' }],
    ['a reason of 2,000 characters', { reason: long(2_000) }],
    ['a clause of 2,000 characters', { clause: long(2_000) }],
    ['a purpose of 100 characters', { purpose: long(100) }],
    ['ten funds', { fundAndSource: long(400) }],
    ['staff of 60 characters', { handler: long(60), checker: long(60), approver: long(60) }],
    ['a returned payment', { returnedOn: localDate('2026-12-15') }],
    [
      'all of it at once',
      {
        unitName: long(100),
        issuer: long(100),
        householdHead: long(60),
        reason: long(2_000),
        clause: long(2_000),
        purpose: long(100),
        fundAndSource: long(400),
        handler: long(60),
        checker: long(60),
        approver: long(60),
        returnedOn: localDate('2026-12-15'),
      },
    ],
  ])('ten of them with %s take five pages', async (_what, overrides) => {
    const vouchers = Array.from({ length: 10 }, () => voucher(overrides));
    expect(pagesOf(valueOf(await printVouchers(vouchers)))).toBe(5);
  });

  it('print rare characters in their own font', async () => {
    const pdf = valueOf(await printVouchers([voucher({ householdHead: '李𠮷' })])).toString('latin1');
    expect(pdf).toContain('NuangongHanExtensionB');
  });

  it('are refused when no font has a character, which is named with its vouchers', async () => {
    const refused = await printVouchers([
      voucher(),
      voucher({ number: '510101-202612-000002', householdHead: '李\u{30000}' }),
    ]);
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'CHARACTER_NOT_PRINTABLE' }] });
    const words = refused.ok ? '' : (refused.problems[0]?.message.zh ?? '');
    expect(words).toContain('“\u{30000}”');
    expect(words).toContain('凭证 510101-202612-000002打印不了');
  });
});

describe('the vouchers of a large batch', () => {
  it('are printed in parts; those that cannot be printed are listed in a text file beside the others', async () => {
    const asked: number[] = [];
    const parts = archiveVouchers({ number: 'FF', lastPlace: 500, issuedOn: new Date('2026-12-12') }, (from, to) => {
      asked.push(from, to);
      const householdHead = from === 401 ? '李\u{30000}' : '曾霞';
      return Promise.resolve(
        from === 201
          ? refuse(problem('NOT_FOUND', { zh: '无', en: 'none' }))
          : ok([voucher({ number: String(from), householdHead })]),
      );
    });
    const first = await parts.next();
    expect([asked, first.value]).toMatchObject([[1, 200], { name: '困难补助资金发放凭证-1至1.pdf' }]);
    const second = await parts.next();
    expect([asked.slice(2), second.value]).toMatchObject([
      [201, 400, 401, 600],
      { name: '未打印-困难补助资金发放凭证-401至401.txt' },
    ]);
    expect((await parts.next()).done).toBe(true);
  });

  it('leave out those with an unprintable character, each of which the text file lists', async () => {
    const vouchers = Array.from({ length: 12 }, (_, at) =>
      voucher({ number: `N-${at + 1}`, householdHead: at % 2 === 0 && at < 10 ? '李\u{30000}' : '曾霞' }),
    );
    const batch = { number: 'FF', lastPlace: 12, issuedOn: new Date('2026-12-12') };
    const entries: ArchiveEntry[] = [];
    for await (const entry of archiveVouchers(batch, () => Promise.resolve(ok(vouchers)))) entries.push(entry);
    expect(entries.map(({ name }) => name)).toEqual([
      '困难补助资金发放凭证-N-1至N-12.pdf',
      '未打印-困难补助资金发放凭证-N-1至N-12.txt',
    ]);
    const [pdf, text] = await Promise.all(entries.map(async ({ open }) => buffer(await open())));
    expect(pagesOf(pdf!)).toBe(4);
    const [words, ...named] = text!.toString().split('\r\n');
    expect(words).toContain('“\u{30000}”字，下列 5 张凭证没有打印');
    expect(named).toEqual([1, 3, 5, 7, 9].map((place) => `N-${place}　李\u{30000}　\u{30000}`));
  });
});
