/** The number of an entry (记账凭证字号): `记-202612-0001`. */
export function entryNumber(month: number, number: number): string {
  return `记-${month}-${String(number).padStart(4, '0')}`;
}
