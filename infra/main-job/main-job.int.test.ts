import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort, quietProgress, startSystem, type RunningSystem } from '@nuangong/local';
import { campaignId, doMainJob, readCells, type MainJobOutcome } from './main-job.ts';
import { signIn, type Session } from './session.ts';

let system: RunningSystem;
let folder: string;
let done: MainJobOutcome;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuangong-main-job-'));
  system = await startSystem({ data: folder, port: await freePort(), kafka: false, progress: quietProgress });
  done = await doMainJob(system.url);
}, 240_000);

afterAll(async () => {
  await system?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the 325 households of §000-1 at 300 yuan', () => {
  test('347 rows are read, 325 accepted, and 22 refused with their reasons', async () => {
    const clerk = await signIn(system.url, 'qinghe-clerk');
    const { rosterImport } = await clerk.ask<{
      rosterImport: {
        accepted: number;
        rejected: number;
        rows: { total: number; items: { row: number; reasons: { code: string; message: string }[] }[] };
      };
    }>(
      `query ($id: ID!) { rosterImport(id: $id) { accepted rejected
        rows(outcome: REJECTED, perPage: 50) { total items { row reasons { code message } } } } }`,
      { id: done.importId },
    );
    expect(rosterImport).toMatchObject({ accepted: 325, rejected: 22, rows: { total: 22 } });
    for (const { reasons } of rosterImport.rows.items) expect(reasons.length).toBeGreaterThan(0);
  });

  test('the same file again adds nothing', async () => {
    const clerk = await signIn(system.url, 'qinghe-clerk');
    const count = async () =>
      (await clerk.ask<{ households: { total: number } }>('{ households { total } }')).households.total;
    const before = await count();
    const { importRoster } = await import('./main-job.ts');
    const again = await importRoster(clerk);
    const { rosterImport } = await clerk.ask<{ rosterImport: object }>(
      `query ($id: ID!) { rosterImport(id: $id) { accepted alreadyPresent rejected } }`,
      { id: again },
    );
    expect(rosterImport).toEqual({ accepted: 0, alreadyPresent: 325, rejected: 22 });
    expect(await count()).toBe(before);
  });

  test('table 1 shows 325 households and 9.75 万元, from two sources', async () => {
    const cells = await readCells(await signIn(system.url, 'qinghe-statistics'));
    expect(Object.fromEntries(cells)).toMatchObject({
      '3A': '325',
      '4C': '325',
      '5A': '9.75',
      '5B': '4.875',
      '5C': '4.875',
      '6A': '9.75',
      '7D': '325',
    });
    const sum = ['3B', '3C', '3D'].reduce((total, line) => total + Number(cells.get(line)), 0);
    expect(sum).toBe(325);
  });

  test('the cell opens to 325 records; one links to its voucher, approval, decision sheet and roster row', async () => {
    const finance = await signIn(system.url, 'qinghe-finance');
    const recordsAs = async (session: Session) => {
      const { cellRecords } = await session.ask<{
        cellRecords: {
          total: number;
          sumAmount: string;
          items: { householdId: string | null; links: { recordType: string; recordId: string }[] }[];
        };
      }>(
        `query ($campaignId: ID) { cellRecords(form: "warmth-table", cell: "6A", campaignId: $campaignId, perPage: 5) {
          total sumAmount items { householdId links { recordType recordId } } } }`,
        { campaignId },
      );
      expect(cellRecords).toMatchObject({ total: 325, sumAmount: '97500.00' });
      return cellRecords;
    };
    const { items: withoutPeople } = await recordsAs(await signIn(system.url, 'qinghe-statistics'));
    expect(withoutPeople).toEqual(withoutPeople.map(() => ({ householdId: null, links: [] })));
    const cellRecords = await recordsAs(finance);
    const [record] = cellRecords.items;
    const link = (type: string) => record?.links.find(({ recordType }) => recordType === type)?.recordId;
    const { voucher } = await finance.ask<{ voucher: { amountInCapitals: string; applicationId: string } }>(
      `query ($id: ID!) { voucher(id: $id) { amountInCapitals applicationId number pdfUrl } }`,
      { id: link('VOUCHER') },
    );
    expect(voucher).toMatchObject({ amountInCapitals: '叁佰元整', applicationId: link('APPLICATION') });
    const reviewer = await signIn(system.url, 'qinghe-reviewer');
    const { application } = await reviewer.ask<{ application: object }>(
      `query ($id: ID!) { application(id: $id) { status amount approvedBy decision { outcome lines { criterion met } }
        household { rosterRow { row outcome fileName } caseFile { status } } } }`,
      { id: voucher.applicationId },
    );
    expect(application).toMatchObject({
      status: 'PAID',
      amount: '300.00',
      approvedBy: '张志强',
      decision: { outcome: 'ELIGIBLE' },
      household: {
        rosterRow: { outcome: 'ACCEPTED', fileName: 'roster-county-winter.xlsx' },
        caseFile: { status: 'ACTIVE' },
      },
    });
  });

  test('the payment file sums to 97,500.00 and 325 vouchers print', async () => {
    const finance = await signIn(system.url, 'qinghe-finance');
    const { batch } = await finance.ask<{
      batch: {
        total: string;
        paymentCount: number;
        paymentFileCsvUrl: string;
        vouchersUrl: string;
        parts: { source: string; amount: string }[];
      };
    }>(
      `query ($id: ID!) { batch(id: $id) { total paymentCount paymentFileCsvUrl vouchersUrl parts { source amount } } }`,
      { id: done.batchId },
    );
    expect(batch).toMatchObject({ total: '97500.00', paymentCount: 325 });
    expect(new Set(batch.parts.map(({ source, amount }) => `${source} ${amount}`))).toEqual(
      new Set(['UNION 48750.00', 'LOCAL_FISCAL 48750.00']),
    );
    const file = await (await finance.download(batch.paymentFileCsvUrl)).text();
    expect(file.split('\n').filter((line) => line.includes('300.00')).length).toBe(325);
    expect(file).toContain('97500.00');
    const vouchers = await finance.download(batch.vouchersUrl);
    expect(vouchers.headers.get('content-type')).toContain('application/pdf');
    expect((await vouchers.arrayBuffer()).byteLength).toBeGreaterThan(100_000);
  });

  test('replaying every event gives the same figures', async () => {
    const statistics = await signIn(system.url, 'qinghe-statistics');
    const administrator = await signIn(system.url, 'city-admin');
    const before = await readCells(statistics);
    await administrator.ask('mutation { replayEvents { problems { code } } }');
    expect(await readCells(statistics)).toEqual(before);
  });

  test('one federated query shows a household’s aid beside its case', async () => {
    const reviewer = await signIn(system.url, 'qinghe-reviewer');
    const { households } = await reviewer.ask<{
      households: { items: { caseTimeline: unknown[]; aidTimeline: unknown[]; workTimeline: unknown[] }[] };
    }>(
      `{ households(perPage: 3) { items { id caseTimeline { kind } aidTimeline { kind at title } workTimeline { kind } } } }`,
    );
    for (const household of households.items) {
      expect(household.caseTimeline.length).toBeGreaterThan(3);
      expect(household.aidTimeline.length).toBeGreaterThan(0);
    }
  });
});
