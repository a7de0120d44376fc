import { prismaSql } from '@nuangong/database';
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

interface PaperRow {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly fen: string;
}

/** The most papers that one number is answered with; a part of the organisation's name finds the rest. */
const most = 200;

/**
 * The papers of a number that the reader may see (row-level security), one statement. Batches of several books share a
 * number: the reader's own comes first.
 */
export async function findPapers(tx: Transaction, wanted: PaperNumber): Promise<readonly FoundPaper[]> {
  const { paper, month, number } = wanted;
  const further = paper === 'BATCH' ? (wanted.organizationName ?? '') : wanted.organizationCode;
  const rows = await prismaSql(tx)<PaperRow>(statements[paper], month, number, further, most);
  return rows.map(({ id, path, name, fen }) => ({
    id,
    paper,
    number: printed(wanted, path),
    organizationName: name,
    amount: BigInt(fen),
  }));
}

function printed(wanted: PaperNumber, path: string): string {
  const { month, number } = wanted;
  switch (wanted.paper) {
    case 'VOUCHER':
      return voucherNumber(wanted.organizationCode, month, number);
    case 'ALLOCATION':
      return allocationNumber(path, month, number);
    case 'BATCH':
      return batchNumber(month, number);
  }
}

const statements: Readonly<Record<PaperNumber['paper'], string>> = {
  VOUCHER: `
    select id::text as id, organization_path as path, organization_name as name, amount_fen::text as fen from voucher
    where month = $1::int and number = $2::int and organization_code = $3::text order by organization_path limit $4::int`,
  // The path of whoever sends ends with their code; the province's is its code alone.
  ALLOCATION: `
    select id::text as id, organization_path as path, to_organization_name as name, amount_fen::text as fen from allocation
    where month = $1::int and number = $2::int and right('/' || organization_path, length($3::text) + 2) = '/' || $3::text || '/'
    order by organization_path limit $4::int`,
  BATCH: `
    select id::text as id, organization_path as path, organization_name as name, total_fen::text as fen
    from disbursement_batch
    where month = $1::int and number = $2::int and strpos(organization_name, $3::text) > 0
    order by organization_path <> access.scope(), organization_path limit $4::int`,
};
