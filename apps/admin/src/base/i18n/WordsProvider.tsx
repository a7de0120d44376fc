import { useMemo, useState, type ReactElement, type ReactNode } from 'react';
import type { Messages, Words } from './define-messages.ts';
import { chooseLanguage, language } from './language.ts';
import { spoken, textAt } from './speech.ts';
import { SpeechContext, type Speech } from './use-words.ts';

/** Gives the pages below their words, in the language last chosen in this browser. */
export function WordsProvider(props: {
  readonly messages: Messages<Words>;
  readonly children: ReactNode;
}): ReactElement {
  const { messages, children } = props;
  const [chosen, setChosen] = useState(language);
  const speech = useMemo<Speech>(() => {
    const sayIfKnown = (key: string): string | undefined => textAt(messages[chosen], key);
    return {
      language: chosen,
      say: (key, places) => spoken(sayIfKnown(key) ?? key, places),
      sayIfKnown,
      choose: (next) => {
        chooseLanguage(next);
        setChosen(next);
      },
    };
  }, [messages, chosen]);
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}
