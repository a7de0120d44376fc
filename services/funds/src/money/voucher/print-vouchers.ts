import { printInWorker } from '@nuangong/documents/pdf';
import { ok, problem, refuse, type Problem, type Result } from '@nuangong/primitives';
import type { PrintedVoucher } from './voucher-document.ts';

const printer = new URL('./voucher-printer.worker.ts', import.meta.url);

/**
 * Prints vouchers as one PDF with the Chinese fonts embedded, in a worker thread. Refuses with CHARACTER_NOT_PRINTABLE
 * when no font has a character: it would print as an empty box.
 */
export async function printVouchers(vouchers: readonly PrintedVoucher[]): Promise<Result<Buffer>> {
  const made = await printInWorker(printer, vouchers);
  return made.ok ? ok(Buffer.from(made.bytes.buffer)) : refuse(notPrintable(made.unprintable, vouchers));
}

function notPrintable(characters: readonly string[], vouchers: readonly PrintedVoucher[]): Problem {
  const numbers = vouchers
    .filter((voucher) => characters.some((character) => Object.values(voucher).join('').includes(character)))
    .map(({ number }) => number);
  const which = numbers.slice(0, 3).join('、');
  return problem('CHARACTER_NOT_PRINTABLE', {
    zh:
      `打印字体里没有“${characters.join('')}”字，凭证 ${which}${numbers.length > 3 ? ` 等 ${numbers.length} 张` : ''}打印不了。` +
      '核对这个字是否录错；确实是这个字的，先打印其他凭证，这几张手工填写，并告知管理员',
    en: `The fonts lack the character(s) “${characters.join('')}” used on ${numbers.length} voucher(s): ${which}. Check the characters; if they are right, print the other vouchers, fill these in by hand, and tell the administrator.`,
  });
}
