import type { Result } from '@nuangong/primitives';
import type { CaseRecordsContext } from '../../builder.ts';
import { unmaskNumber, type UnmaskInput } from './unmask-number.ts';

/** Shows a person's whole identity number for a stated reason; audited. */
export function unmaskIdentity(context: CaseRecordsContext, input: UnmaskInput): Promise<Result<string>> {
  return unmaskNumber(context, input, {
    number: 'IDENTITY',
    action: 'identity.unmask',
    refused: 'identity.unmask-refused',
    column: 'sealed_identity',
    sealed: (person) => person.sealedIdentity,
    name: { zh: '身份证号', en: 'identity number' },
  });
}
