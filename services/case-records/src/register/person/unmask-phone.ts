import type { Result } from '@nuangong/primitives';
import type { CaseRecordsContext } from '../../builder.ts';
import { unmaskNumber, type UnmaskInput } from './unmask-number.ts';

/** Shows a person's whole telephone number for a stated reason; audited. */
export function unmaskPhone(context: CaseRecordsContext, input: UnmaskInput): Promise<Result<string>> {
  return unmaskNumber(context, input, {
    number: 'PHONE',
    action: 'phone.unmask',
    refused: 'phone.unmask-refused',
    column: 'sealed_phone',
    sealed: (person) => person.sealedPhone,
    name: { zh: '联系电话', en: 'telephone number' },
  });
}
