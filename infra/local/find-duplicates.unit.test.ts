import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import type { DuplicatePair } from '@nuangong/duplicates';
import { Explained } from './explained.ts';
import { findDuplicates } from './find-duplicates.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const header = 'id,county,name,birthDate,sex,identityNumber,phone,account,region,unit';
const first =
  'a1,青禾县,张建国,1968-05-17,男,522729196805170619,13885412376,6217007100012345678,青禾县城关镇,青禾县化肥厂';
const again = 'b1,白水县,張建國,1968/5/17,男,522729196805170691,138 8541 2376,,青禾县城关镇,化肥厂';
const other = 'c1,白水县,李秀英,1971-01-09,女,,15186590021,,白水县坪上镇,';
const rows = [header, first, again, other];

interface Ran {
  readonly code: number;
  readonly pairs: readonly DuplicatePair[];
  readonly told: string;
}

function gather(): { readonly stream: Writable; text(): string } {
  const pieces: string[] = [];
  const stream = new Writable({
    write: (piece: Buffer, _encoding, done) => {
      pieces.push(piece.toString());
      done();
    },
  });
  return { stream, text: () => pieces.join('') };
}

function run(content: string | Uint8Array): Promise<Ran> {
  return inTemporaryFolder('duplicates', async (folder) => {
    const file = join(folder, 'people.csv');
    writeFileSync(file, content);
    const [output, errors] = [gather(), gather()];
    const code = await findDuplicates([file], output.stream, errors.stream);
    return { code, pairs: JSON.parse(output.text()) as DuplicatePair[], told: errors.text() };
  });
}

/** Text in GB18030, whose characters of two bytes are found by decoding them all. */
function inGb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const bytesOf = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) bytesOf.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
    }
  }
  return new Uint8Array([...text].flatMap((sign) => bytesOf.get(sign) ?? [sign.charCodeAt(0)]));
}

describe('a table of people is read as it comes', () => {
  const chinese = ['姓名,手机号码,编号,身份证号,出生日期,性别,工作单位,乡镇,银行卡号,区县'];
  for (const row of rows.slice(1)) {
    const [id, county, name, birth, sex, number, phone, account, region, unit] = row.split(',');
    chinese.push([name, phone, id, number, birth, sex, unit, region, account, county].join(','));
  }
  test.each<[string, string | Uint8Array]>([
    ['in UTF-8', rows.join('\n')],
    ['with a byte order mark and CRLF', `\uFEFF${rows.join('\r\n')}\r\n`],
    ['in GB18030', inGb18030(rows.join('\r\n'))],
    [
      'with quotes and line breaks within cells',
      rows
        .map((row) =>
          row
            .split(',')
            .map((cell) => `"${cell}${cell === '青禾县化肥厂' ? '\n（已改制）' : ''}"`)
            .join(','),
        )
        .join('\n'),
    ],
    ['with Chinese headings in another order', chinese.join('\n')],
    ['with semicolons', rows.join('\n').replaceAll(',', ';')],
    ['under a title, with blank rows', ['职工登记表', '', header, first, '', again, other, ''].join('\n')],
  ])('%s', async (_, content) => {
    const { code, pairs } = await run(content);
    expect(code).toBe(0);
    expect(pairs).toMatchObject([{ a: 'a1', b: 'b1', strength: 'strong' }]);
    expect(pairs[0]?.because.length).toBeGreaterThan(3);
  });

  test('with columns lacking, and with headings alone', async () => {
    const { pairs } = await run('编号,姓名,身份证号\n1,张建国,522729196805170619\n2,张建国,522729680517061\n');
    expect(pairs).toMatchObject([{ a: '1', b: '2' }]);
    expect(await run(`${header}\n`)).toMatchObject({ code: 0, pairs: [] });
  });

  test('with a row number beside the id, or in place of it', async () => {
    const beside = '序号,编号,姓名,身份证号\n1,x,张建国,522729196805170619\n2,y,张建国,522729196805170619\n';
    expect((await run(beside)).pairs).toMatchObject([{ a: 'x', b: 'y' }]);
    expect((await run(beside.replace('编号', '备注'))).pairs).toMatchObject([{ a: '1', b: '2' }]);
  });

  test('with damaged bytes in a cell', async () => {
    const damaged = Buffer.concat([
      Buffer.from(rows.join('\n')),
      Buffer.from('\nd1,青禾县,'),
      Buffer.from([0xff, 0xfe, 0x80]),
      Buffer.from(',,,,,,,\n'),
    ]);
    const { code, pairs, told } = await run(damaged);
    expect(code).toBe(0);
    expect(pairs).toMatchObject([{ a: 'a1', b: 'b1' }]);
    expect(told).toContain('第 5 行：姓名读不出');
  });

  test('with 100,000 rows', { timeout: 120_000 }, async () => {
    const many = Array.from(
      { length: 100_000 },
      (_, at) =>
        `m${at},,${'赵钱孙李周吴郑王'[at % 8]}${String.fromCodePoint(0x4e00 + (at % 9_973))},,,,1${String(3_000_000_000 + at * 7_919)},,,`,
    );
    const { code, pairs } = await run([...rows, ...many].join('\n'));
    expect(code).toBe(0);
    expect(pairs).toContainEqual(expect.objectContaining({ a: 'a1', b: 'b1', strength: 'strong' }));
  });
});

describe('what is wrong with a file is told in Chinese and English', () => {
  test('row by row; rows that cannot be named are left out', async () => {
    const { code, pairs, told } = await run(
      [...rows, ',青禾县,王五,,,,,,,', 'a1,青禾县,赵六,,,,,,,', 'e1,青禾县,钱七,昨天,不详,12,电话,,,'].join('\n'),
    );
    expect(code).toBe(2);
    expect(pairs).toMatchObject([{ a: 'a1', b: 'b1' }]);
    expect(told).toContain('第 5 行：没有编号，未参加比对；补上编号 · row 5: no id, not compared; give it one');
    expect(told).toContain('row 6: id a1 is that of row 2, not compared');
    expect(told).toContain('第 7 行：出生日期、性别、身份证号、电话读不出，按空白比对');
  });

  test.each<[string, string | Uint8Array, string]>([
    ['an empty file', '', '文件是空的'],
    ['a file without headings', `${first}\n${again}\n`, '没有找到表头'],
    ['no column id', '姓名,身份证号\n张建国,522729196805170619\n', '没有“id”'],
    ['two columns for one field', '编号,姓名,手机,电话\n1,张建国,13885412376,\n', '两列都是电话'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]), '不是表格'],
    ['a quotation mark that is never closed', `${header}\n"a1,青禾县\n${'x,y\n'.repeat(10)}`, '引号'],
  ])('%s', async (_, content, words) => {
    const refused = await run(content).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Explained);
    expect((refused as Explained).text).toContain(words);
    expect((refused as Explained).en).not.toBe('');
  });

  test('no file, two files, a file that does not exist', async () => {
    for (const files of [[], ['one.csv', 'two.csv'], ['/no/such/people.csv']]) {
      await expect(findDuplicates(files)).rejects.toBeInstanceOf(Explained);
    }
  });
});
