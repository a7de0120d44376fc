import { problem, refuse, ok, withoutSpaces, type Bilingual, type Result } from '@nuangong/primitives';

/** Reads a bank account of 8 to 32 digits. Refuses with BANK_ACCOUNT_FORMAT or BANK_ACCOUNT_PLACEHOLDER (00000000). */
export function readBankAccount(text: string, field: string): Result<string> {
  const account = withoutSpaces(text)
    .replace(/^['‘’`]/, '')
    .replaceAll('-', '');
  if (/^(\d)\1+$/.test(account)) return refuse(problem('BANK_ACCOUNT_PLACEHOLDER', placeholderAccount, field));
  if (/^\d{8,32}$/.test(account)) return ok(account);
  return refuse(
    problem(
      'BANK_ACCOUNT_FORMAT',
      {
        zh: '银行账号应为 8 至 32 位数字，核对存折或银行卡后重录',
        en: 'A bank account has 8 to 32 digits; check the card.',
      },
      field,
    ),
  );
}

/** The text for an account that repeats a single digit. */
export const placeholderAccount: Bilingual = {
  zh: '同一个数字重复的不是账号；照银行卡填写，没有的留空',
  en: 'A repeated digit is not a bank account. Enter it from the card, or leave it blank.',
};
