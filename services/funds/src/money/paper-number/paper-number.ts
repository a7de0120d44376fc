/** A number as it is printed on a paper, taken apart. */
export type PaperNumber =
  | { readonly paper: 'VOUCHER'; readonly organizationCode: string; readonly month: number; readonly number: number }
  | { readonly paper: 'ALLOCATION'; readonly organizationCode: string; readonly month: number; readonly number: number }
  | {
      readonly paper: 'BATCH';
      readonly month: number;
      readonly number: number;
      /** A part of the organisation's name, typed after the number: every book has a batch of that number. */
      readonly organizationName?: string;
    };

const shape = /^(?:(FF)|(BK-)?(\d{2,18}))-(\d{4}(?:0[1-9]|1[0-2]))-(\d{1,9})(?:\s+(\S.*))?$/;

/**
 * Reads the whole number of a voucher, an allocation or a batch as it is printed (`voucherNumber`, `allocationNumber`,
 * `batchNumber`), typed with an input method's wide signs or without leading zeros too; undefined if it is none. A
 * batch's may be followed by a part of its organisation's name.
 */
export function readPaperNumber(typed: string): PaperNumber | undefined {
  const parts = shape.exec(typed.normalize('NFKC').trim().toUpperCase());
  if (parts === null) return undefined;
  const [, batch, allocation, organizationCode = '', , , organizationName] = parts;
  const printed = { month: Number(parts[4]), number: Number(parts[5]) };
  if (batch !== undefined)
    return { paper: 'BATCH', ...printed, ...(organizationName !== undefined && { organizationName }) };
  if (organizationName !== undefined) return undefined;
  return { paper: allocation === undefined ? 'VOUCHER' : 'ALLOCATION', organizationCode, ...printed };
}
