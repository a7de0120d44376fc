import type { Transaction } from '../../builder.ts';
import { allocationNumber } from '../allocation/allocation.ts';
import { batchNumber } from '../disbursement/batch.ts';
import { voucherNumber } from '../voucher/voucher.ts';
import type { PaperNumber } from './paper-number.ts';

/** A numbered paper that was found: its page's record, and what tells it from another. */
export interface FoundPaper {
  readonly id: string;
  readonly paper: PaperNumber['paper'];
  readonly number: string;
  readonly organizationName: string;
  /** In fen. */
  readonly amount: bigint;
}

/** The most papers that one number can mean to a reader: batches are numbered by book. */
const most = 20;

/** The papers of a number that the reader may see (row-level security); batches of several books share a number. */
export async function findPapers(tx: Transaction, wanted: PaperNumber): Promise<readonly FoundPaper[]> {
  const { month, number } = wanted;
  switch (wanted.paper) {
    case 'VOUCHER': {
      const { organizationCode } = wanted;
      const found = await tx.voucher.findMany({ where: { organizationCode, month, number }, take: most });
      return found.map(({ id, organizationName, amountFen }) => ({
        id,
        paper: 'VOUCHER',
        number: voucherNumber(organizationCode, month, number),
        organizationName,
        amount: amountFen,
      }));
    }
    case 'ALLOCATION': {
      const ofSender = { organizationPath: { endsWith: `/${wanted.organizationCode}/` } };
      const found = await tx.allocation.findMany({ where: { month, number, ...ofSender }, take: most });
      return found.map((each) => ({
        id: each.id,
        paper: 'ALLOCATION',
        number: allocationNumber(each.organizationPath, month, number),
        organizationName: each.toOrganizationName,
        amount: each.amountFen,
      }));
    }
    case 'BATCH': {
      const found = await tx.disbursementBatch.findMany({
        where: { month, number },
        orderBy: { organizationPath: 'asc' },
        take: most,
      });
      return found.map((each) => ({
        id: each.id,
        paper: 'BATCH',
        number: batchNumber(month, number),
        organizationName: each.organizationName,
        amount: each.totalFen,
      }));
    }
  }
}
