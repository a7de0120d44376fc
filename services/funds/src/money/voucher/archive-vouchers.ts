import { Readable } from 'node:stream';
import { readStoredDate } from '@nuangong/database';
import type { ArchiveEntry } from '@nuangong/documents/archive';
import { ok, refuse, type Result } from '@nuangong/primitives';
import { notFound } from '@nuangong/subgraph';
import type { Transaction } from '../../builder.ts';
import { charactersOn, printThoseThatCan, type PartlyPrinted } from './print-vouchers.ts';
import type { PrintedVoucher } from './voucher-form.ts';

/** How many vouchers one PDF of an archive holds: 100 pages. */
export const vouchersAFile = 200;

/** The vouchers of a batch: its number, the last place in it, and the day of the payment. */
export interface VouchersOfBatch {
  readonly number: string;
  readonly lastPlace: number;
  readonly issuedOn: Date;
}

/** Finds the vouchers of a batch within the actor's scope; NOT_FOUND if there are none. */
export async function findVouchersOfBatch(tx: Transaction, batchId: string): Promise<Result<VouchersOfBatch>> {
  const last = await tx.voucher.findFirst({
    where: { batchId },
    orderBy: { payment: { place: 'desc' } },
    select: { issuedOn: true, payment: { select: { place: true, batchNumber: true } } },
  });
  if (last === null) return refuse(notFound({ zh: '凭证', en: 'voucher' }));
  const { place, batchNumber } = last.payment;
  return ok({ number: batchNumber, lastPlace: place, issuedOn: last.issuedOn });
}

/**
 * The vouchers of a batch as PDFs of `vouchersAFile` each, read and printed one after the other when their turn comes.
 * Vouchers that cannot be printed are all named in a text file beside the PDF of the others.
 */
export async function* archiveVouchers(
  { lastPlace, issuedOn }: VouchersOfBatch,
  gather: (from: number, to: number) => Promise<Result<readonly PrintedVoucher[]>>,
): AsyncGenerator<ArchiveEntry> {
  const writtenAt = new Date(`${readStoredDate(issuedOn)}T12:00:00+08:00`);
  for (let from = 1; from <= lastPlace; from += vouchersAFile) {
    const vouchers = await gather(from, from + vouchersAFile - 1);
    // None of these places has a voucher: their payments were not made.
    if (!vouchers.ok) continue;
    const { pdf, ...rest } = await printThoseThatCan(vouchers.value);
    const [first, last] = [vouchers.value[0]?.number ?? '', vouchers.value.at(-1)?.number ?? ''];
    const name = `困难补助资金发放凭证-${first}至${last}`;
    const entryOf = (named: string, content: Buffer): ArchiveEntry => ({
      name: named,
      writtenAt,
      open: () => Promise.resolve(Readable.from([content])),
    });
    if (pdf !== undefined) yield entryOf(`${name}.pdf`, pdf);
    if (rest.byHand.length > 0) yield entryOf(`未打印-${name}.txt`, Buffer.from(wordsOn(rest)));
  }
}

/** What is to be done about vouchers that cannot be printed, and one line for each of them. */
function wordsOn({ byHand, unprintable }: Omit<PartlyPrinted, 'pdf'>): string {
  return [
    `打印字体里没有“${unprintable.join('')}”字，下列 ${byHand.length} 张凭证没有打印。` +
      '核对这些字是否录错；确实是这些字的，凭证手工填写，并告知管理员',
    ...byHand.map((voucher) =>
      [voucher.number, voucher.householdHead, charactersOn(voucher, unprintable).join('')].join('　').trim(),
    ),
  ].join('\r\n');
}
