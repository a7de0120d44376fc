import {
  combineFields,
  fen,
  mapResult,
  parseId,
  parseYuan,
  problem,
  readHappenedDay,
  readOptionalText,
  readRequiredText,
  type Fen,
  type LocalDate,
  type Problem,
  type Result,
} from '@nuangong/primitives';

/** Money that has come into a fund, to be recorded. */
export interface NewReceipt {
  readonly fundId: string;
  readonly amount: Fen;
  readonly payer: string;
  readonly receivedOn: LocalDate;
  /** Why a day before last year is right. */
  readonly dateReason: string | null;
  readonly memo: string | null;
  /** Idempotency key: the same key with the same content is the same receipt. */
  readonly idempotencyKey: string;
}

export interface RecordReceiptInput {
  readonly fundId: string;
  readonly amount: string;
  readonly payer: string;
  readonly receivedOn: string;
  readonly dateReason?: string | null | undefined;
  readonly memo?: string | null | undefined;
  readonly idempotencyKey: string;
  /** The number of the document that justifies it; required above the limit. */
  readonly document?: string | null | undefined;
}

/** The least amount that can be received, sent or paid: one fen. */
export const leastAmount = fen(1n);

/** Reads a receipt; `today` is the latest day on which money can have come in. */
export function readNewReceipt(input: RecordReceiptInput, today: LocalDate): Result<NewReceipt> {
  const read = combineFields({
    fundId: parseId(input.fundId),
    amount: parseYuan(input.amount, { min: leastAmount }),
    payer: readRequiredText(input.payer, 'payer', 200),
    received: readHappenedDay(input.receivedOn, {
      field: 'receivedOn',
      what: { zh: '收款日期', en: 'the day of the receipt' },
      today,
      reason: { text: input.dateReason, field: 'dateReason' },
    }),
    memo: readOptionalText(input.memo, 'memo', 500),
    idempotencyKey: readRequiredText(input.idempotencyKey, 'idempotencyKey', 100),
  });
  return mapResult(read, ({ received, ...receipt }) => ({
    ...receipt,
    receivedOn: received.on,
    dateReason: received.reason,
  }));
}

/** Whether a repeated receipt equals the one recorded under its key. */
export function isSameReceipt(
  one: Pick<NewReceipt, 'fundId' | 'payer' | 'receivedOn' | 'memo'> & { readonly amount: bigint },
  other: NewReceipt,
): boolean {
  return (
    one.fundId === other.fundId &&
    one.amount === other.amount &&
    one.payer === other.payer &&
    one.receivedOn === other.receivedOn &&
    one.memo === other.memo
  );
}

/** The key was used for a different receipt. */
export function idempotencyConflict(): Problem {
  return problem(
    'IDEMPOTENCY_CONFLICT',
    {
      zh: '这个提交编号已用于另一笔内容不同的业务；刷新后核对是否已经入账，再重新提交',
      en: 'This submission key was already used for different content. Refresh, check whether it was posted, and submit again.',
    },
    'idempotencyKey',
  );
}
