import { useSpeech } from '../../base/i18n/use-words.ts';
import type { ChangeWords } from './change-in-words.ts';
import { codeInWords } from './code-in-words.ts';

/** The words of changes in the language in use. */
export function useChangeWords(): ChangeWords {
  const { say, sayIfKnown } = useSpeech();
  return {
    fieldOf: (name) => sayIfKnown(`auditField.${name}`),
    codeOf: (recordType, code) => codeInWords(sayIfKnown, recordType, code),
    yes: say('yesNo.yes'),
    no: say('yesNo.no'),
    separator: say('display.separator'),
  };
}
