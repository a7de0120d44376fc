import { printInWorker } from '@nuangong/documents/pdf';
import { ok, problem, refuse, type Problem, type Result } from '@nuangong/primitives';
import type { PrintedVoucher } from './voucher-form.ts';

const printer = new URL('./voucher-printer.worker.ts', import.meta.url);

/**
 * Prints vouchers as one PDF with the Chinese fonts embedded, in a worker thread. Refuses with CHARACTER_NOT_PRINTABLE
 * when no font has a character: it would print as an empty box.
 */
export async function printVouchers(vouchers: readonly PrintedVoucher[]): Promise<Result<Buffer>> {
  const made = await printInWorker(printer, vouchers);
  return made.ok ? ok(Buffer.from(made.bytes.buffer)) : refuse(notPrintable(made.unprintable, vouchers));
}

/** Vouchers printed as far as the fonts allow, and those that must be filled in by hand. */
export interface PartlyPrinted {
  /** Undefined if not one voucher can be printed. */
  readonly pdf: Buffer | undefined;
  readonly byHand: readonly PrintedVoucher[];
  /** The characters that no font has. */
  readonly unprintable: readonly string[];
}

/** Prints the vouchers whose characters the fonts have, as `printVouchers` does, and leaves out the others. */
export async function printThoseThatCan(vouchers: readonly PrintedVoucher[]): Promise<PartlyPrinted> {
  const made = await printInWorker(printer, vouchers);
  if (made.ok) return { pdf: Buffer.from(made.bytes.buffer), byHand: [], unprintable: [] };
  const { unprintable } = made;
  const byHand = vouchers.filter((voucher) => charactersOn(voucher, unprintable).length > 0);
  const others = vouchers.filter((voucher) => !byHand.includes(voucher));
  const again = others.length > 0 && byHand.length > 0 ? await printInWorker(printer, others) : made;
  return again.ok
    ? { pdf: Buffer.from(again.bytes.buffer), byHand, unprintable }
    : { pdf: undefined, byHand: vouchers, unprintable };
}

/** Which of the characters a voucher has. */
export function charactersOn(voucher: PrintedVoucher, characters: readonly string[]): readonly string[] {
  const words = Object.values(voucher).join('');
  return characters.filter((character) => words.includes(character));
}

function notPrintable(characters: readonly string[], vouchers: readonly PrintedVoucher[]): Problem {
  const numbers = vouchers
    .filter((voucher) => charactersOn(voucher, characters).length > 0)
    .map(({ number }) => number);
  const which = numbers.slice(0, 3).join('、');
  return problem('CHARACTER_NOT_PRINTABLE', {
    zh:
      `打印字体里没有“${characters.join('')}”字，凭证 ${which}${numbers.length > 3 ? ` 等 ${numbers.length} 张` : ''}打印不了。` +
      '核对这个字是否录错；确实是这个字的，先打印其他凭证，这几张手工填写，并告知管理员',
    en: `The fonts lack the character(s) “${characters.join('')}” used on ${numbers.length} voucher(s): ${which}. Check the characters; if they are right, print the other vouchers, fill these in by hand, and tell the administrator.`,
  });
}
