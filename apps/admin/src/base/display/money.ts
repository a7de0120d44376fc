import { formatYuan, formatYuanGrouped, parseYuan, sumFen, valueOf, type Fen } from '@nuangong/primitives';

const fenOf = (yuan: string): Fen => valueOf(parseYuan(yuan, { min: -9_999_999_999_999n as Fen }));

/** An amount in a column whose head says the unit: "1,234.50"; a missing one is —. */
export function amount(yuan: string | null | undefined): string {
  return yuan === null || yuan === undefined ? '—' : formatYuanGrouped(fenOf(yuan)).replace('-', '−');
}

/** An amount with its currency sign: "¥1,234.50". */
export function money(yuan: string | null | undefined): string {
  if (yuan === null || yuan === undefined) return '—';
  const text = amount(yuan);
  return text.startsWith('−') ? `−¥${text.slice(1)}` : `¥${text}`;
}

/** The sum of amounts in yuan, as the graph writes it: "6900.00". */
export function sumOf(amounts: Iterable<string>): string {
  return formatYuan(sumFen(Array.from(amounts, fenOf)));
}

/** `whole` minus `part`, as the graph writes it. */
export function difference(whole: string, part: string): string {
  return formatYuan((fenOf(whole) - fenOf(part)) as Fen);
}

/** Whether `one` is more than `other`. */
export function exceeds(one: string, other: string): boolean {
  return fenOf(one) > fenOf(other);
}
