import { fen, formatYuanGrouped, type Bilingual } from '@nuangong/primitives';

/** What happened to a household's aid in money. */
type AidHappening = 'GRANT_APPROVED' | 'PAYMENT_MADE' | 'PAYMENT_RETURNED';

/** A happening as the records hold it. */
export interface AidRow {
  readonly householdId: string;
  readonly kind: AidHappening;
  readonly at: Date;
  readonly amountFen: bigint;
  readonly words: string;
  readonly actor: string | null;
  readonly organizationName: string;
  readonly recordType: string;
  readonly recordId: string;
}

const titles: Readonly<Record<AidHappening, (amount: string) => Bilingual>> = {
  GRANT_APPROVED: (amount) => ({ zh: `核定救助 ${amount} 元`, en: `Grant of ${amount} yuan approved` }),
  PAYMENT_MADE: (amount) => ({ zh: `发放 ${amount} 元`, en: `${amount} yuan paid` }),
  PAYMENT_RETURNED: (amount) => ({ zh: `退汇 ${amount} 元`, en: `${amount} yuan returned by the bank` }),
};

/** How an entry of the timeline reads. */
export function toTimelineEntry(row: AidRow) {
  const { kind, at, actor, organizationName, recordType, recordId } = row;
  const title = titles[kind](formatYuanGrouped(fen(row.amountFen)));
  return {
    id: `${kind}-${recordId}`,
    at,
    kind,
    title,
    detail: { zh: row.words, en: row.words },
    actor,
    organizationName,
    recordType,
    recordId,
  };
}
