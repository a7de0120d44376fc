import { useLocale, useTranslate } from 'react-admin';
import type { Language } from './language.ts';
import type { MessageKey } from './message-key.ts';

/** Values put into the words' %{places}. */
export type Places = Readonly<Record<string, string | number>>;

/** Gives the words of a key in the language in use. */
export type Say = (key: MessageKey, places?: Places) => string;

/** The console's words in the language in use; a key that doesn't exist is a compile error. */
export function useWords(): Say {
  return useTranslate() as Say;
}

/** The language in use. */
export function useLanguage(): Language {
  return useLocale() === 'en' ? 'en' : 'zh';
}

/** Chooses between two texts that a record carries in both languages. */
export function useSpoken(): (zh: string, en: string | null | undefined) => string {
  const chosen = useLanguage();
  return (zh, en) => (chosen === 'en' && en !== null && en !== undefined && en !== '' ? en : zh);
}
