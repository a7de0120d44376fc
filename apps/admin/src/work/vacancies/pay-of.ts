import { amount } from '../../base/display/money.ts';

/** The monthly pay of a vacancy: one amount, or from one to another. */
export function payOf(vacancy: { readonly monthlyPayFrom: string; readonly monthlyPayTo: string | null }): string {
  const from = amount(vacancy.monthlyPayFrom);
  return vacancy.monthlyPayTo === null ? from : `${from}–${amount(vacancy.monthlyPayTo)}`;
}
