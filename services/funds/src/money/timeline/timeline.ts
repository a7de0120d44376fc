import { fen, formatYuanGrouped, type Bilingual } from '@nuangong/primitives';

/** What can happen to a household's aid in money. */
export type AidHappening =
  | 'GRANT_APPROVED'
  | 'GRANT_HELD'
  | 'GRANT_PAID_ON'
  | 'GRANT_RELEASED'
  | 'PAYMENT_MADE'
  | 'PAYMENT_RETURNED';

export type AidRecord = 'Grant' | 'Payment';

/** A timeline entry as stored. */
export interface AidRow {
  readonly householdId: string;
  readonly kind: AidHappening;
  readonly at: Date;
  readonly amountFen: bigint;
  readonly words: string;
  readonly actor: string | null;
  readonly organizationName: string;
  readonly organizationPath: string;
  readonly recordType: AidRecord;
  readonly recordId: string;
  /** Tells entries apart when one record has several of a kind. */
  readonly entryId?: string | null;
  /** The claim with the bank's reason, when a payment was returned. */
  readonly claimId?: string | null;
}

const titles: Readonly<Record<AidHappening, (amount: string) => Bilingual>> = {
  GRANT_APPROVED: (amount) => ({ zh: `核定救助 ${amount} 元`, en: `Grant of ${amount} yuan approved` }),
  GRANT_HELD: (amount) => ({ zh: `暂缓发放 ${amount} 元`, en: `${amount} yuan put on hold` }),
  GRANT_PAID_ON: (amount) => ({ zh: `继续发放 ${amount} 元`, en: `Payment of ${amount} yuan continued` }),
  GRANT_RELEASED: (amount) => ({ zh: `撤销救助 ${amount} 元`, en: `Grant of ${amount} yuan released` }),
  PAYMENT_MADE: (amount) => ({ zh: `发放 ${amount} 元`, en: `${amount} yuan paid` }),
  PAYMENT_RETURNED: (amount) => ({ zh: `退汇 ${amount} 元`, en: `${amount} yuan returned by the bank` }),
};

/** Why a grant is held, without the text about its household. */
const holdWords: Readonly<Record<string, Bilingual>> = {
  EXITED: { zh: '档案已退出', en: 'The file was exited' },
  SUSPENDED: { zh: '档案已暂停', en: 'The file is suspended' },
  RETURNED: { zh: '退汇，待更正或确认账号', en: 'Returned by the bank; correct or confirm the account' },
};

const wordsAsTheyAre = ({ words }: AidRow): Bilingual => ({ zh: words, en: words });

/** The timeline entry for a stored row. */
export function toTimelineEntry(row: AidRow) {
  const { kind, at, actor, organizationName, recordType, recordId } = row;
  const title = titles[kind](formatYuanGrouped(fen(row.amountFen)));
  return {
    id: `${kind}-${row.entryId ?? recordId}`,
    at,
    kind,
    title,
    detail: kind === 'GRANT_HELD' ? (holdWords[row.words] ?? wordsAsTheyAre(row)) : wordsAsTheyAre(row),
    actor,
    organizationName,
    recordType,
    recordId,
  };
}
