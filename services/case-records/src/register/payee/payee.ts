import { maskBankAccount, maskPhone, problem, type Problem } from '@nuangong/primitives';

/** The payee's name and numbers, unmasked. Never to be logged. */
export interface Payee {
  readonly name: string;
  readonly phone: string | null;
  readonly bankAccount: string | null;
}

/** A payee with both numbers masked, as kept with a correction. */
export interface MaskedPayee {
  readonly name: string | null;
  readonly maskedPhone: string | null;
  readonly maskedBankAccount: string | null;
}

/** A payee as typed; null leaves a part unchanged. */
export interface TypedPayee {
  readonly name: string | null;
  readonly phone: string | null;
  readonly bankAccount: string | null;
}

/** The payee with the typed parts replaced. */
export function correctedPayee(payee: Payee, typed: TypedPayee): Payee {
  return {
    name: typed.name ?? payee.name,
    phone: typed.phone ?? payee.phone,
    bankAccount: typed.bankAccount ?? payee.bankAccount,
  };
}

/** Masks both numbers of a payee. */
export function maskPayee({ name, phone, bankAccount }: Payee): MaskedPayee {
  return {
    name,
    maskedPhone: phone === null ? null : maskPhone(phone),
    maskedBankAccount: bankAccount === null ? null : maskBankAccount(bankAccount),
  };
}

/** Whether two payees differ. */
export function isChanged(one: Payee, other: Payee): boolean {
  return one.name !== other.name || one.phone !== other.phone || one.bankAccount !== other.bankAccount;
}

export const nothingCorrected = (): Problem =>
  problem('NOTHING_CORRECTED', {
    zh: '所填与登记的相同；账户无误需确认的，选“账户无误”',
    en: 'This is already registered. If the account is right, confirm it as unchanged.',
  });

export const unchangedOrCorrected = (): Problem =>
  problem(
    'UNCHANGED_OR_CORRECTED',
    {
      zh: '选了“账户无误”，又填了更正内容；只留一项',
      en: 'Either correct the payee or confirm it as unchanged, not both.',
    },
    'unchanged',
  );

export const correctionWaiting = (): Problem =>
  problem('CORRECTION_WAITING', {
    zh: '已有一项更正待他人确认；确认或不同意后再更正',
    en: 'A correction awaits confirmation. Have another person decide it first.',
  });
