/** An entry as the graph gives it; amounts in yuan. */
interface Entry {
  readonly reverses: string | null;
  readonly lines: readonly {
    readonly accountCode: string;
    readonly accountName: string;
    readonly debit: string;
    readonly credit: string;
  }[];
}

/** One line as printed: its side, and its figure there (below zero in a reversal). */
interface PaperLine {
  readonly accountCode: string;
  readonly accountName: string;
  readonly side: 'debit' | 'credit';
  readonly figure: string;
}

/**
 * The lines of an entry as printed. A reversal is stored with its sides exchanged and printed as a 红字凭证: on the sides
 * of the entry that it reverses, below zero.
 */
export function linesOnPaper(entry: Entry): readonly PaperLine[] {
  return entry.lines.map(({ accountCode, accountName, debit, credit }) => {
    const onDebit = Number(debit) !== 0;
    const figure = onDebit ? debit : credit;
    if (entry.reverses === null) return { accountCode, accountName, side: onDebit ? 'debit' : 'credit', figure };
    return { accountCode, accountName, side: onDebit ? 'credit' : 'debit', figure: `-${figure}` };
  });
}

/** The last months in the city's time, this one first: "2026-11". */
export function monthsBack(now: Date, count: number): readonly string[] {
  const [year = 0, month = 1] = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: '2-digit',
  })
    .format(now)
    .split('-')
    .map(Number);
  return Array.from({ length: count }, (_, back) => {
    const at = year * 12 + month - 1 - back;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}

/** The address of the list of entries with these filters. */
export function entriesAt(filter: {
  readonly month?: string;
  readonly accountCode?: string;
  readonly fundId?: string;
}): string {
  return `/journal-entries?filter=${encodeURIComponent(JSON.stringify(filter))}`;
}

/** The month in an entry's number: "记-202612-0001" → "2026-12". */
export function monthOfEntry(number: string): string {
  const digits = /\d{6}/.exec(number)?.[0] ?? '';
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}
