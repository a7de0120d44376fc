import { findAccountSigns, maskBankAccount, type LocalDate, type NamedAccount } from '@nuangong/primitives';
import type { RosterCell } from './roster-cell.ts';
import { readRosterRow } from './roster-row.ts';
import type { RowAt, SheetInHand } from './roster-sheet.ts';

/** A reason to check the accounts of a roster. */
export type NoticeKind = 'ACCOUNT_SHARED' | 'ACCOUNTS_CONSECUTIVE' | 'ACCOUNT_CHECK_DIGIT';

/** Rows whose accounts should be checked; only the first are listed, with the total count. */
export type RosterNotice = {
  readonly kind: NoticeKind;
  readonly rows: readonly RowAt[];
  readonly count: number;
  /** Masked; only for an account that several households share. */
  readonly account: string | null;
};

/** The expected result of importing a roster, before anything is entered. */
export type Outlook = {
  readonly expectedRejected: number;
  /** The first rows that would be refused. */
  readonly refusedRows: readonly RowAt[];
  readonly notices: readonly RosterNotice[];
};

/** Rows that belong to another row's household and share its account. */
const ofAnotherRow = ['MEMBER_ROW', 'MERGED_PERSON'];
const rowsNamed = 50;
const noticesNamed = 100;

/** Reads rows without entering them, to find those that would be refused and accounts to check. */
export class RosterOutlook {
  private readonly today: LocalDate;
  private readonly householdSize: number | null;
  private readonly identities = new Set<string>();
  private readonly accounts: NamedAccount<RowAt>[] = [];
  private readonly refusedRows: RowAt[] = [];
  private refused = 0;

  constructor(today: LocalDate, householdSize: number | null) {
    this.today = today;
    this.householdSize = householdSize;
  }

  add(sheet: SheetInHand, row: number, cells: readonly RosterCell[]): void {
    const { width } = sheet;
    const place = { row, width, householdSize: this.householdSize };
    const { identity, bankAccount, reasons } = readRosterRow(cells, sheet.mapping, this.today, place);
    const at = { sheet: sheet.number, row };
    const isDouble = identity !== undefined && this.identities.has(identity.number);
    if (identity !== undefined) this.identities.add(identity.number);
    const isHousehold = !isDouble && !reasons.some(({ code }) => ofAnotherRow.includes(code));
    if (bankAccount !== undefined && isHousehold) this.accounts.push({ key: at, account: bankAccount });
    if (reasons.length === 0 && !isDouble) return;
    this.refused += 1;
    if (this.refusedRows.length < rowsNamed) this.refusedRows.push(at);
  }

  result(): Outlook {
    return { expectedRejected: this.refused, refusedRows: this.refusedRows, notices: this.notices() };
  }

  private notices(): readonly RosterNotice[] {
    const { shared, consecutive, wrongCheckDigit } = findAccountSigns(this.accounts);
    const accountAt = new Map(this.accounts.map(({ key, account }) => [key, account]));
    const notice = (kind: NoticeKind, rows: readonly RowAt[], account: string | null = null): RosterNotice => ({
      kind,
      rows: rows.slice(0, rowsNamed),
      count: rows.length,
      account,
    });
    return [
      ...shared.map((rows) => notice('ACCOUNT_SHARED', rows, maskBankAccount(accountAt.get(rows[0]!) ?? ''))),
      ...consecutive.map((rows) => notice('ACCOUNTS_CONSECUTIVE', rows)),
      ...(wrongCheckDigit.length === 0 ? [] : [notice('ACCOUNT_CHECK_DIGIT', wrongCheckDigit)]),
    ].slice(0, noticesNamed);
  }
}
