import { permits } from '@nuangong/access';
import { recordAudit } from '@nuangong/database';
import {
  fen,
  formatLocalDateChinese,
  localDateAt,
  ok,
  refuse,
  sumFen,
  type Fen,
  type Result,
} from '@nuangong/primitives';
import type { Keyring } from '@nuangong/sealing';
import type { OfficialList, TableValue } from '@nuangong/spreadsheet';
import { notFound } from '@nuangong/subgraph';
import type { FileRequest } from '../../file-request.ts';
import { openPayee } from '../payee/payee.ts';
import { batchNumber } from './batch.ts';

/** A batch as its roster names it. */
export interface RosterHead {
  readonly batchId: string;
  readonly number: string;
  readonly organizationName: string;
  readonly preparedBy: string;
  readonly checkedBy: string;
  /** Identity numbers are complete for those who pay, masked for everybody else. */
  readonly unmasked: boolean;
}

/** How many payments are read at a time. */
const pageSize = 1_000;

/** Finds the batch of a roster within the actor's scope, and records that it is printed. */
export async function findRosterHead({ tx, actor, requestId }: FileRequest, id: string): Promise<Result<RosterHead>> {
  const batch = await tx.disbursementBatch.findUnique({ where: { id } });
  if (batch === null) return refuse(notFound({ zh: '发放批次', en: 'batch' }));
  const unmasked = permits(actor.roles, 'payment-file.download');
  await recordAudit(tx, { actor, requestId }, [
    {
      action: unmasked ? 'batch.print-unmasked' : 'batch.print',
      recordType: 'DisbursementBatch',
      recordId: id,
      after: {},
    },
  ]);
  return ok({
    batchId: id,
    number: batchNumber(batch.month, batch.number),
    organizationName: batch.organizationName,
    preparedBy: batch.preparedByName,
    checkedBy: batch.approvedByName ?? '',
    unmasked,
  });
}

/**
 * The real-name roster (实名制名册) of a batch: everybody paid from it, one row for each household; returned payments are
 * left out.
 *
 * @param within reads a page in a separate transaction.
 */
export function batchRoster(
  head: RosterHead,
  at: Date,
  keyring: Keyring,
  within: <T>(work: (request: FileRequest) => Promise<T>) => Promise<T>,
): OfficialList {
  let sum: Fen = fen(0n);
  let households = 0;
  async function* rows(): AsyncGenerator<readonly TableValue[]> {
    for (let last = 0; ;) {
      const page = await within((request) => readPage(request, head, last, keyring));
      for (const { place, values, amount } of page) {
        last = place;
        households += 1;
        sum = sumFen([sum, amount]);
        yield [households, ...values, amount, null];
      }
      if (page.length < pageSize) return;
    }
  }
  return {
    title: '困难职工救助实名制名册',
    sheetName: '实名制名册',
    orientation: 'landscape',
    headLine: [`填报单位：${head.organizationName}　批次：${head.number}`, '单位：元'],
    columns: [
      { heading: '序号', format: 'integer', width: 6 },
      { heading: '户主', format: 'text', width: 14 },
      { heading: '身份证号', format: 'text', width: 22 },
      { heading: '工作单位', format: 'text', width: 34 },
      { heading: '补助项目', format: 'text', width: 16 },
      { heading: '金额', format: 'yuan', width: 14 },
      { heading: '签名', format: 'text', width: 16 },
    ],
    rows: rows(),
    total: () => [null, '合计', `${households} 户`, null, null, sum, null],
    footLine: [
      `填表人：${head.preparedBy}`,
      `审核人：${head.checkedBy}`,
      `填表日期：${formatLocalDateChinese(localDateAt(at))}`,
    ],
  };
}

interface RosterRow {
  readonly place: number;
  readonly values: readonly string[];
  readonly amount: Fen;
}

async function readPage(
  { tx }: FileRequest,
  { batchId, unmasked }: RosterHead,
  last: number,
  keyring: Keyring,
): Promise<readonly RosterRow[]> {
  const payments = await tx.payment.findMany({
    where: { batchId, place: { gt: last }, status: { in: ['PENDING', 'PAID'] } },
    include: { grant: true, payeeNews: true },
    orderBy: { place: 'asc' },
    take: pageSize,
  });
  return Promise.all(
    payments.map(async (payment) => ({
      place: payment.place,
      amount: fen(payment.amountFen),
      values: [
        payment.payeeName,
        unmasked ? (await openPayee(keyring, payment)).identityNumber : payment.maskedIdentityNumber,
        payment.grant.unitName,
        payment.grant.purpose,
      ],
    })),
  );
}
