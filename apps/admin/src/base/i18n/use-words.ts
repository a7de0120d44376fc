import { createContext, useContext } from 'react';
import type { Language } from './language.ts';
import type { MessageKey } from './message-key.ts';

/** Values put into the words' %{places}; `smart_count` chooses between forms (`one |||| many`). */
export type Places = Readonly<Record<string, string | number>>;

/** Gives the words of a key in the language in use. */
export type Say = (key: MessageKey, places?: Places) => string;

/** The words of the pages below, and the language in use. */
export interface Speech {
  readonly language: Language;
  readonly say: Say;
  /** The words of a key that is put together at run time, or undefined if there are none. */
  readonly sayIfKnown: (key: string) => string | undefined;
  readonly choose: (language: Language) => void;
}

/** Provided by `WordsProvider`. */
export const SpeechContext = createContext<Speech | undefined>(undefined);

/** The language in use, its words, and how to choose the other. */
export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (speech === undefined) throw new Error('there is no WordsProvider above');
  return speech;
}

/** The console's words in the language in use; a key that doesn't exist is a compile error. */
export function useWords(): Say {
  return useSpeech().say;
}

/** The language in use. */
export function useLanguage(): Language {
  return useSpeech().language;
}

/** Chooses between two texts that a record carries in both languages. */
export function useSpoken(): (zh: string, en: string | null | undefined) => string {
  const chosen = useLanguage();
  return (zh, en) => (chosen === 'en' && en !== null && en !== undefined && en !== '' ? en : zh);
}
