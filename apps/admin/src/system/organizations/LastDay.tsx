import type { ReactElement } from 'react';
import { today } from '../../base/display/dates.ts';
import type { CommandResult } from '../../base/graph/command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { KeepDialog } from './KeepDialog.tsx';

/** Asks for the last day of something that ends, and ends it. */
export function LastDay<Input, Result extends CommandResult>(props: {
  /** Verb and object, also on the button. */
  readonly title: string;
  readonly consequence: string;
  readonly draft: string;
  readonly end: (input: Input) => Promise<Result>;
  readonly inputOf: (to: string) => Input;
  readonly done: string;
  readonly onClose: () => void;
}): ReactElement {
  const say = useWords();
  return (
    <KeepDialog
      title={props.title}
      consequence={props.consequence}
      draft={props.draft}
      initial={{ to: today(new Date()) }}
      fields={[{ name: 'to', label: say('organizations.lastDay'), kind: 'date' }]}
      keep={props.end}
      inputOf={({ to = '' }) => props.inputOf(to)}
      done={() => props.done}
      onClose={props.onClose}
    />
  );
}
