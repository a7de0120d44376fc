import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@nuangong/access';
import { unzipped } from '@nuangong/documents/testing';
import { valueOf } from '@nuangong/primitives';
import { openWorkbook, textOf } from '@nuangong/spreadsheet';
import { answerBatchFindings } from '../disbursement/answer-batch-findings.ts';
import { approveBatch } from '../disbursement/approve-batch.ts';
import { payBatch } from '../disbursement/pay-batch.ts';
import { prepareBatch } from '../disbursement/prepare-batch.ts';
import {
  campaignId,
  clerk,
  finance,
  financeLead,
  now,
  otherFinance,
  startFunds,
  type FundsService,
} from '../../testing/funds-service.ts';
import { correctPayee, fundWith } from '../../testing/money.ts';

let funds: FundsService;
let batchId = '';
const households = 12;

beforeAll(async () => {
  funds = await startFunds();
  await fundWith(funds, '97500.00');
  await funds.approve({
    payee: { name: '=HYPERLINK("http://x")', identityNumber: '51010119700101002X', bankAccount: '6222021234567890123' },
  });
  await funds.approve({ payee: { name: '李玉', identityNumber: '510101197001010023', bankAccount: null } });
  for (let household = 2; household < households; household += 1) await funds.approve({});
  batchId = valueOf(await prepareBatch(funds.commandOf(finance), { campaignId })).id;
});
afterAll(async () => {
  await funds.stop();
});

async function download(actor: Actor, path: string): Promise<Response> {
  const authorization = await funds.tokens.authorizationOf(actor);
  return funds.fetch(`/files/funds/${path}`, { headers: { authorization } });
}

const codesOf = async (response: Response) =>
  ((await response.json()) as { problems: { code: string }[] }).problems.map((problem) => problem.code);

describe('the payment file', () => {
  it('waits for the approval of the batch', async () => {
    const response = await download(finance, `batches/${batchId}/payment-file.xlsx`);
    expect([response.status, await codesOf(response)]).toEqual([409, ['NOT_APPROVED']]);
    valueOf(await approveBatch(funds.commandOf(financeLead), { batchId }));
  });

  it('lists every payment in .csv with a byte order mark, whole numbers and the total', async () => {
    const response = await download(finance, `batches/${batchId}/payment-file.csv`);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString('utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(households + 2);
    expect(lines[1]).toContain(',6222021234567890123,51010119700101002X,300.00,送温暖,FF-202612-001-0001,');
    expect(lines[1]).toContain("'=HYPERLINK");
    expect(lines[2]).toContain('现金签领');
    expect(lines.at(-1)).toBe('合计,12 户,,,3600.00,,,');
  });

  it('is read back from .xlsx as text cells with the total', async () => {
    const response = await download(financeLead, `batches/${batchId}/payment-file.xlsx`);
    const directory = await mkdtemp(join(tmpdir(), 'nuangong-test-'));
    try {
      const path = join(directory, 'payments.xlsx');
      await writeFile(path, Buffer.from(await response.arrayBuffer()));
      const workbook = valueOf(await openWorkbook(path));
      const rows = [];
      for await (const row of workbook.sheets[0]?.rows() ?? []) rows.push(JSON.stringify(row));
      await workbook.close();
      expect(rows).toHaveLength(households + 2);
      expect(rows[1]).toContain('6222021234567890123');
      expect(rows.at(-1)).toContain('3600');
    } finally {
      await rm(directory, { recursive: true });
    }
  });

  it('is refused to other roles and other counties, and each download is audited', async () => {
    expect((await download(clerk, `batches/${batchId}/payment-file.csv`)).status).toBe(403);
    expect((await download(otherFinance, `batches/${batchId}/payment-file.csv`)).status).toBe(404);
    expect((await download(finance, 'batches/1/payment-file.csv')).status).toBe(404);
    expect(await codesOf(await download(finance, `batches/${batchId}/payment-file.csv?bank=toString`))).toEqual([
      'BANK_UNKNOWN',
    ]);
    expect((await funds.fetch(`/files/funds/batches/${batchId}/payment-file.csv`)).status).toBe(401);
    const entries = await funds.inspect<{ staff_id: string }>(
      "select staff_id from audit_entry where action = 'payment-file.download' order by id",
    );
    expect(entries.map((entry) => entry.staff_id)).toEqual([finance.staffId, financeLead.staffId]);
  });
});

describe('a payment file that is checked', () => {
  const check = async (actor: Actor, bytes: Buffer) => {
    const authorization = await funds.tokens.authorizationOf(actor);
    const headers = { authorization, 'content-type': 'application/octet-stream' };
    return funds.fetch(`/files/funds/batches/${batchId}/payment-file-check`, {
      method: 'POST',
      headers,
      body: Uint8Array.from(bytes),
    });
  };

  it('is recognised with its maker and time; one with a changed digit is not', async () => {
    const made = Buffer.from(await (await download(finance, `batches/${batchId}/payment-file.csv`)).arrayBuffer());
    const changed = Buffer.from(made.toString('utf8').replace('300.00', '900.00'));
    expect(await (await check(financeLead, made)).json()).toEqual({
      made: { format: 'csv', madeBy: finance.name, madeAt: now.toISOString() },
    });
    expect(await (await check(financeLead, changed)).json()).toEqual({ made: null });
    expect((await check(otherFinance, made)).status).toBe(404);
    expect((await check(clerk, made)).status).toBe(403);
  });

  it('is recorded by its digest each time, with whether its content differs from the one before', async () => {
    const files = async () =>
      (
        await funds.ask<{ batch: { paymentFiles: { digest: string; contentChanged: boolean; madeBy: string }[] } }>(
          finance,
          `{ batch(id: "${batchId}") { paymentFiles { digest contentChanged madeBy } } }`,
        )
      ).batch.paymentFiles;
    const before = await files();
    expect(before.length).toBeGreaterThanOrEqual(3);
    expect(before.filter(({ contentChanged }) => contentChanged)).toEqual([]);
    const [grant] = await funds.inspect<{ id: string }>(
      'select grant_id as id from payment where batch_id = $1 and place = 2',
      [batchId],
    );
    const news = await correctPayee(funds, grant!.id, {
      name: '李玉',
      identityNumber: '510101197001010023',
      bankAccount: '8801000000001234',
    });
    const refused = await download(finance, `batches/${batchId}/payment-file.csv`);
    expect([refused.status, await codesOf(refused)]).toEqual([409, ['FINDINGS_UNANSWERED']]);
    const answers = [{ finding: `NEWS:${news}` }];
    valueOf(await answerBatchFindings(funds.commandOf(financeLead), { batchId, answers }));
    const again = Buffer.from(await (await download(finance, `batches/${batchId}/payment-file.csv`)).arrayBuffer());
    expect(again.toString('utf8')).toContain('8801000000001234');
    const [last] = await files();
    expect(last).toMatchObject({ contentChanged: true, digest: createHash('sha256').update(again).digest('hex') });
  });
});

describe('vouchers as PDF', () => {
  it('come as one file for a batch and one by one, with full identity numbers only for finance', async () => {
    valueOf(await payBatch(funds.commandOf(finance), { batchId }));
    const all = await download(finance, `batches/${batchId}/vouchers.pdf`);
    expect([all.status, all.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const pdf = Buffer.from(await all.arrayBuffer()).toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(households / 2);
    expect(pdf).toContain('NotoSansSC');
    const [voucher] = await funds.inspect<{ id: string }>('select id from voucher order by number limit 1');
    expect((await download(clerk, `vouchers/${voucher?.id}.pdf`)).status).toBe(200);
    expect((await download(otherFinance, `vouchers/${voucher?.id}.pdf`)).status).toBe(404);
    const actions = await funds.inspect<{ action: string }>(
      "select action from audit_entry where action like 'voucher.print%' order by id",
    );
    expect(actions.map((entry) => entry.action)).toEqual(['voucher.print-unmasked', 'voucher.print']);
  });
});

describe('all vouchers of a batch', () => {
  it('come as one archive of PDFs, for roles that read them, with each part audited', async () => {
    const entries = async () =>
      (await funds.inspect("select from audit_entry where action like 'voucher.print%'")).length;
    const before = await entries();
    const answer = await download(finance, `batches/${batchId}/vouchers.zip`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
    const files = Object.entries(await unzipped(Buffer.from(await answer.arrayBuffer())));
    expect(files.map(([name]) => name)).toEqual([
      '困难补助资金发放凭证-510101-202612-000001至510101-202612-000012.pdf',
    ]);
    expect(files[0]?.[1].match(/\/Type \/Page\b/g)).toHaveLength(households / 2);
    expect((await entries()) - before).toBe(1);
    expect((await download(otherFinance, `batches/${batchId}/vouchers.zip`)).status).toBe(404);
    expect((await download(finance, 'batches/1/vouchers.zip')).status).toBe(404);
    expect((await funds.fetch(`/files/funds/batches/${batchId}/vouchers.zip`)).status).toBe(401);
  });
});

describe('the real-name roster of a batch', () => {
  const rowsFor = async (actor: Actor) => {
    const response = await download(actor, `batches/${batchId}/roster.xlsx`);
    expect(response.status).toBe(200);
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain('实名制名册-FF-202612-001');
    const directory = await mkdtemp(join(tmpdir(), 'nuangong-test-'));
    try {
      const path = join(directory, 'roster.xlsx');
      await writeFile(path, Buffer.from(await response.arrayBuffer()));
      const workbook = valueOf(await openWorkbook(path));
      const rows: string[][] = [];
      for await (const { cells } of workbook.sheets[0]?.rows() ?? []) rows.push(cells.map((cell) => textOf(cell)));
      await workbook.close();
      return rows;
    } finally {
      await rm(directory, { recursive: true });
    }
  };

  it('lists everybody paid in official layout, with full numbers only for finance, and is audited', async () => {
    const rows = await rowsFor(finance);
    expect(rows).toHaveLength(3 + households + 2);
    expect(rows[0]?.[0]).toBe('困难职工救助实名制名册');
    expect(rows[1]?.join('')).toBe('填报单位：青禾县总工会　批次：FF-202612-001单位：元');
    expect(rows[2]).toEqual(['序号', '户主', '身份证号', '工作单位', '补助项目', '金额', '签名']);
    expect(rows[4]?.slice(0, 3)).toEqual(['2', '李玉', '510101197001010023']);
    expect(rows.at(-2)?.slice(1, 3)).toEqual(['合计', '12 户']);
    expect(rows.at(-2)).toContain('3600');
    expect(rows.at(-1)?.join('')).toContain('审核人：刘国华');
    expect((await rowsFor(clerk))[4]?.[2]).toMatch(/^5\*+3$/);
    const actions = await funds.inspect<{ action: string }>(
      "select action from audit_entry where action like 'batch.print%' order by id",
    );
    expect(actions.map(({ action }) => action)).toEqual(['batch.print-unmasked', 'batch.print']);
    expect((await download(otherFinance, `batches/${batchId}/roster.xlsx`)).status).toBe(404);
    expect((await funds.fetch(`/files/funds/batches/${batchId}/roster.xlsx`)).status).toBe(401);
  });
});
