import { readStoredDate } from '@nuangong/database';
import type { Keyring } from '@nuangong/sealing';
import type { Transaction } from '../../builder.ts';
import { openNewsContent } from '../case-file/news.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { openPayee, type KeptPayee } from '../payee/payee.ts';
import { openWords, wordsPlace } from '../written-words/written-words.ts';
import {
  findInBatch,
  type Finding,
  type OpenedPayment,
  type ReturnedBefore,
  type SameAccountElsewhere,
  type ToldSince,
} from './batch-findings.ts';

const payeeOfPayment = {
  grant: { select: { id: true, organizationPath: true, sealedPayee: true } },
  payeeNews: { select: { id: true, organizationPath: true, sealedPayee: true } },
} as const satisfies Prisma.PaymentInclude;

/** Payments that still belong to a batch: not those withdrawn when it was sent back. */
const live = { in: ['PENDING', 'PAID', 'RETURNED'] };

/** The payments of a batch that have findings, and the findings. */
export interface BatchFindings {
  readonly findings: readonly Finding[];
  readonly payments: ReadonlyMap<string, OpenedPayment>;
}

/**
 * Computes the findings of a batch: opens its payees, compares them with one another, with returned attempts and with
 * others of the same campaign, and adds the news of its households since approval. Six statements for any size.
 */
export async function loadBatchFindings(tx: Transaction, keyring: Keyring, batchId: string): Promise<BatchFindings> {
  const stored = await tx.payment.findMany({
    where: { batchId, status: live },
    include: payeeOfPayment,
    orderBy: { place: 'asc' },
  });
  const payments = await Promise.all(
    stored.map(async (payment): Promise<OpenedPayment> => {
      const { identityNumber, bankAccount } = await openPayee(keyring, payment);
      const { id, householdId, payeeName, maskedBankAccount, amountFen } = payment;
      return { id, householdId, payeeName, maskedBankAccount, amountFen, identityNumber, bankAccount };
    }),
  );
  const findings = findInBatch({
    payments,
    told: await toldSince(tx, keyring, batchId),
    returned: await returnedBefore(tx, keyring, batchId),
    elsewhere: await accountsElsewhere(tx, keyring, batchId, payments),
  });
  return { findings, payments: new Map(payments.map((payment) => [payment.id, payment])) };
}

interface ToldRow {
  readonly id: string;
  readonly paymentId: string;
  readonly organizationPath: string;
  readonly kind: ToldSince['kind'];
  readonly sealedContent: string | null;
  readonly who: readonly string[];
  readonly on: string;
}

async function toldSince(tx: Transaction, keyring: Keyring, batchId: string): Promise<readonly ToldSince[]> {
  const rows = await tx.$queryRaw<readonly ToldRow[]>`
    select n.id::text as id, p.id::text as "paymentId", n.organization_path as "organizationPath", n.kind,
      n.sealed_content as "sealedContent", n.staff_names as who, n.happened_on::text as on
    from payment p join aid_grant g on g.id = p.grant_id join disbursement_batch b on b.id = p.batch_id
    join case_file_news n on n.case_file_id = g.case_file_id and n.told_at >= g.approved_at
      and n.kind in ('CHANGED', 'PAYEE_CORRECTED') and (b.paid_at is null or n.told_at <= b.paid_at)
    where p.batch_id = ${batchId}::uuid and p.status in ('PENDING', 'PAID', 'RETURNED')
    order by p.place, n.told_at`;
  return Promise.all(
    rows.map(async ({ sealedContent, organizationPath, ...row }) => ({
      ...row,
      ...(await openNewsContent(keyring, { id: row.id, organizationPath, sealedContent })),
    })),
  );
}

async function returnedBefore(tx: Transaction, keyring: Keyring, batchId: string) {
  const attempts = await tx.payment.findMany({
    where: { status: 'RETURNED', batchId: { not: batchId }, grant: { payments: { some: { batchId, status: live } } } },
    include: {
      ...payeeOfPayment,
      grant: {
        select: {
          ...payeeOfPayment.grant.select,
          payments: { where: { batchId, status: live }, select: { id: true } },
        },
      },
      returned: { include: { claim: true } },
    },
    orderBy: { id: 'asc' },
  });
  const opened = await Promise.all(
    attempts.map(async (attempt): Promise<ReturnedBefore | undefined> => {
      const [now] = attempt.grant.payments;
      const { returned } = attempt;
      if (now === undefined || returned === null) return undefined;
      const { claim } = returned;
      const { bankAccount } = await openPayee(keyring, attempt);
      const reason = await openWords(keyring, claim.reason, wordsPlace('return_claim', 'reason', claim));
      return { paymentId: now.id, bankAccount, reason, on: readStoredDate(returned.returnedOn) };
    }),
  );
  return opened.filter((attempt) => attempt !== undefined);
}

interface ElsewhereRow {
  readonly paymentId: string;
  readonly payeeName: string;
  readonly grantId: string;
  readonly grantPath: string;
  readonly sealedPayee: string;
  readonly newsId: string | null;
  readonly newsPath: string | null;
  readonly newsPayee: string | null;
}

/** Payments of the same campaign and book with the same last digits, opened to see whether the account is the same. */
async function accountsElsewhere(
  tx: Transaction,
  keyring: Keyring,
  batchId: string,
  payments: readonly OpenedPayment[],
): Promise<readonly SameAccountElsewhere[]> {
  const rows = await tx.$queryRaw<readonly ElsewhereRow[]>`
    select p.id::text as "paymentId", o.payee_name as "payeeName", o.id::text as "grantId",
      o.organization_path as "grantPath", o.sealed_payee as "sealedPayee", n.id::text as "newsId",
      n.organization_path as "newsPath", n.sealed_payee as "newsPayee"
    from payment p join aid_grant g on g.id = p.grant_id
    join aid_grant o on o.book_path = g.book_path and o.masked_bank_account = p.masked_bank_account
      and o.household_id <> g.household_id and o.campaign_id is not distinct from g.campaign_id
      and o.status <> 'RELEASED'
    left join case_file_news n on n.id = o.payee_news_id
    where p.batch_id = ${batchId}::uuid and p.status in ('PENDING', 'PAID', 'RETURNED') and p.masked_bank_account <> ''
      and not exists (select from payment same where same.grant_id = o.id and same.batch_id = p.batch_id
        and same.status <> 'WITHDRAWN')
    order by p.place, o.id`;
  const accounts = new Map(payments.map(({ id, bankAccount }) => [id, bankAccount]));
  const opened = await Promise.all(
    rows.map(async (row) => ({ row, account: (await openPayee(keyring, keptOf(row))).bankAccount })),
  );
  return opened.flatMap(({ row: { paymentId, payeeName }, account }) =>
    account === accounts.get(paymentId) ? [{ paymentId, payeeName }] : [],
  );
}

function keptOf(row: ElsewhereRow): KeptPayee {
  const { newsId, newsPath } = row;
  return {
    grant: { id: row.grantId, organizationPath: row.grantPath, sealedPayee: row.sealedPayee },
    payeeNews:
      newsId === null || newsPath === null
        ? null
        : { id: newsId, organizationPath: newsPath, sealedPayee: row.newsPayee },
  };
}
