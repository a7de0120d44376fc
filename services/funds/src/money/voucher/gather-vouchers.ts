import { permits } from '@nuangong/access';
import { readStoredDate, recordAudit } from '@nuangong/database';
import { fen, isUuid, ok, problem, refuse, type Problem, type Result } from '@nuangong/primitives';
import type { Keyring } from '@nuangong/sealing';
import { notFound } from '@nuangong/subgraph';
import type { FileRequest } from '../../file-request.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { openPayee } from '../payee/payee.ts';
import { openWords, wordsPlace } from '../written-words/written-words.ts';
import { entryNumber } from '../../ledger/ledger/journal-entry.ts';
import type { PrintedVoucher } from './voucher-form.ts';
import { voucherNumber } from './voucher.ts';

/** Which vouchers to print: a single one, or those of a batch by their order in it. */
export type VoucherChoice =
  | { readonly voucherId: string }
  | { readonly batchId: string; readonly from: number; readonly to: number };

/** More vouchers than this are printed as several files; each takes about 250 KB of memory while it is laid out. */
export const mostVouchersAFile = 1_000;

const tooMany = (): Problem =>
  problem('TOO_MANY_VOUCHERS', {
    zh: `一个文件最多 ${mostVouchersAFile} 张凭证，在地址后加 ?from=1&to=${mostVouchersAFile} 分次打印`,
    en: `A file holds at most ${mostVouchersAFile} vouchers; add ?from=1&to=${mostVouchersAFile} to print in parts.`,
  });

/** What of a voucher its form shows. */
export const ofForm = {
  organizationCode: true,
  organizationName: true,
  month: true,
  number: true,
  amountFen: true,
  fundAndSource: true,
  handler: true,
  checker: true,
  approver: true,
  issuedOn: true,
  grant: true,
  payment: {
    select: {
      payeeName: true,
      maskedIdentityNumber: true,
      batchNumber: true,
      entry: { select: { month: true, number: true } },
      returned: { select: { returnedOn: true } },
    },
  },
} as const;
type VoucherOnForm = Prisma.VoucherGetPayload<{ select: typeof ofForm }>;

const whole = { grant: true, payment: { include: { entry: true, returned: true, payeeNews: true } } } as const;
type WholeVoucher = Prisma.VoucherGetPayload<{ include: typeof whole }>;

/**
 * Reads vouchers to print. Identity numbers are complete for those who pay, with an audit entry for the reading, and
 * masked for everybody else.
 */
export async function gatherVouchers(
  request: FileRequest,
  choice: VoucherChoice,
  keyring: Keyring,
): Promise<Result<readonly PrintedVoucher[]>> {
  const { tx, actor } = request;
  const missing = refuse(notFound({ zh: '凭证', en: 'voucher' }));
  if (!isUuid('voucherId' in choice ? choice.voucherId : choice.batchId)) return missing;
  const where =
    'voucherId' in choice
      ? { id: choice.voucherId }
      : { batchId: choice.batchId, payment: { place: { gte: choice.from, lte: choice.to } } };
  const vouchers = await tx.voucher.findMany({
    where,
    include: whole,
    orderBy: { number: 'asc' },
    take: mostVouchersAFile + 1,
  });
  const [first] = vouchers;
  if (first === undefined) return missing;
  if (vouchers.length > mostVouchersAFile) return refuse(tooMany());
  const unmasked = permits(actor.roles, 'payment-file.download');
  await recordAudit(tx, { actor, requestId: request.requestId }, [
    {
      action: unmasked ? 'voucher.print-unmasked' : 'voucher.print',
      recordType: 'voucherId' in choice ? 'Voucher' : 'DisbursementBatch',
      recordId: 'voucherId' in choice ? choice.voucherId : choice.batchId,
      after: { vouchers: vouchers.length },
    },
  ]);
  const printed = vouchers.map((voucher) => toPrinted(voucher, keyring, unmasked));
  return ok(await Promise.all(printed));
}

async function toPrinted(voucher: WholeVoucher, keyring: Keyring, unmasked: boolean): Promise<PrintedVoucher> {
  const { grant, payment } = voucher;
  return ontoForm(voucher, {
    identityNumber: unmasked
      ? (await openPayee(keyring, { grant, payeeNews: payment.payeeNews })).identityNumber
      : payment.maskedIdentityNumber,
    reason: await openWords(keyring, grant.reason, wordsPlace('aid_grant', 'reason', grant)),
    clause: await openWords(keyring, grant.clause, wordsPlace('aid_grant', 'clause', grant)),
  });
}

/** What a voucher says: its rows, and the texts that not every reader may read. */
export function ontoForm(
  voucher: VoucherOnForm,
  words: Pick<PrintedVoucher, 'identityNumber' | 'reason' | 'clause'>,
): PrintedVoucher {
  const { grant, payment } = voucher;
  return {
    ...words,
    number: voucherNumber(voucher.organizationCode, voucher.month, voucher.number),
    issuer: voucher.organizationName,
    unitName: grant.unitName,
    householdHead: payment.payeeName,
    amount: fen(voucher.amountFen),
    purpose: grant.purpose,
    fundAndSource: voucher.fundAndSource,
    handler: voucher.handler,
    checker: voucher.checker,
    approver: voucher.approver,
    issuedOn: readStoredDate(voucher.issuedOn),
    entryNumber: payment.entry === null ? '' : entryNumber(payment.entry.month, payment.entry.number),
    batchNumber: payment.batchNumber,
    returnedOn: payment.returned === null ? null : readStoredDate(payment.returned.returnedOn),
  };
}
