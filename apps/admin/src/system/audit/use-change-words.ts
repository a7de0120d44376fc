import { useTranslate } from 'react-admin';
import { useWords } from '../../base/i18n/use-words.ts';
import type { ChangeWords } from './change-in-words.ts';
import { codeInWords } from './code-in-words.ts';

/** The words of changes in the language in use. */
export function useChangeWords(): ChangeWords {
  const say = useWords();
  const translate = useTranslate();
  const termAt = (path: string): string | undefined => {
    const found: unknown = translate(path, { _: '' });
    return typeof found === 'string' && found !== '' ? found : undefined;
  };
  return {
    fieldOf: (name) => termAt(`auditField.${name}`),
    codeOf: (recordType, code) => codeInWords(termAt, recordType, code),
    yes: say('yesNo.yes'),
    no: say('yesNo.no'),
    separator: say('display.separator'),
  };
}
