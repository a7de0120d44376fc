import type { Result } from '@nuangong/primitives';
import type { CaseRecordsContext } from '../../builder.ts';
import { unmaskNumber, type UnmaskInput } from './unmask-number.ts';

/** Shows a person's whole bank account for a stated reason; audited. */
export function unmaskBankAccount(context: CaseRecordsContext, input: UnmaskInput): Promise<Result<string>> {
  return unmaskNumber(context, input, {
    number: 'BANK_ACCOUNT',
    action: 'bank-account.unmask',
    refused: 'bank-account.unmask-refused',
    column: 'sealed_bank_account',
    sealed: (person) => person.sealedBankAccount,
    name: { zh: '银行账号', en: 'bank account' },
  });
}
