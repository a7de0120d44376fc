import {
  handWords,
  formatYuanGrouped,
  fen,
  ok,
  problem,
  readRequiredText,
  refuse,
  type Problem,
  type Result,
} from '@nuangong/primitives';

/** What waits for the head of finance: money received, or money to be allocated. */
export const pendingEntryKinds = ['RECEIPT', 'ALLOCATION'] as const;
export type PendingEntryKind = (typeof pendingEntryKinds)[number];

/** Above this, in fen, an entry waits for the head of finance; the database has the same limit (`entry_limit`). */
export const entryLimit = fen(50_000_000n);

/** Whether an amount needs the head of finance, and a document that justifies it. */
export function mustWait(amountFen: bigint): boolean {
  return amountFen > entryLimit;
}

/** Reads the number of the document that justifies a large entry, such as an appropriation or an agreement. */
export function readDocument(given: string | null | undefined): Result<string> {
  if ((given ?? '').trim() === '') return refuse(documentMissing());
  return readRequiredText(given ?? '', 'document', 200);
}

/** Whether somebody may decide on a waiting entry. */
export function mayDecide(
  entry: {
    readonly carriedOut: boolean | null;
    readonly proposedBy: string;
    readonly decidedByName: string | null;
    readonly decidedAt: Date | null;
  },
  actor: { readonly staffId: string },
): Result<true> {
  if (entry.carriedOut !== null) return refuse(alreadyDecided(entry));
  if (entry.proposedBy === actor.staffId) return refuse(ownEntry());
  return ok(true);
}

const limitInWords = formatYuanGrouped(entryLimit);

const documentMissing = (): Problem =>
  problem(
    'DOCUMENT_MISSING',
    {
      zh: `超过 ${limitInWords} 元的收款和下拨由财务负责人复核，写明文号或凭据号`,
      en: `Above ${limitInWords} yuan the head of finance checks the entry: enter the number of the supporting document.`,
    },
    'document',
  );

function alreadyDecided({ decidedByName: by, decidedAt: at }: Parameters<typeof mayDecide>[0]): Problem {
  const hand = by === null || at === null ? undefined : handWords({ by, at });
  return problem('ALREADY_DECIDED', {
    zh: `${hand?.zh ?? ''}已办理这一笔，刷新后查看结果`,
    en: `This entry is already decided${hand === undefined ? '' : ` (${hand.en})`}. Refresh to see the result.`,
  });
}

/** The person who submitted an entry does not check it. */
export const ownEntry = (): Problem =>
  problem('OWN_ENTRY', {
    zh: '本人录入的，由另一位财务负责人复核',
    en: 'You entered this; another head of finance must check it.',
  });
