import type { Transaction } from '../../builder.ts';

/** The kind of an account (会计要素). */
export type AccountKind = 'ASSET' | 'LIABILITY' | 'NET_ASSETS' | 'INCOME' | 'EXPENSE';

/** An account with its balance on its normal side: debit for assets and expenses, credit for the others. In fen. */
export interface AccountBalance {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: AccountKind;
  readonly balance: bigint;
}

/** The accounts of one book as known at a moment: the sum of all lines recorded until then. */
export function accountBalances(tx: Transaction, book: string, asOf: Date): Promise<AccountBalance[]> {
  return tx.$queryRaw<AccountBalance[]>`
    select a.code, a.name, a.name_en as "nameEn", a.kind,
      coalesce(sum(case when a.kind in ('ASSET', 'EXPENSE') then l.debit_fen - l.credit_fen
        else l.credit_fen - l.debit_fen end), 0)::bigint
        as balance
    from account a
    left join (select l.account_code, l.debit_fen, l.credit_fen from journal_line l
               join journal_entry e on e.id = l.entry_id and e.recorded_at <= ${asOf}::timestamptz
               where l.organization_path = ${book}) l on l.account_code = a.code
    group by a.code order by a.code collate "C"`;
}
