import type { ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { today } from '../../base/display/dates.ts';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import type { CommandResult } from '../../base/graph/command.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';

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
  const notify = useNotify();
  const command = useCommand(props.end);
  return (
    <FormDialog
      title={props.title}
      consequence={props.consequence}
      draft={props.draft}
      initial={{ to: today(new Date()) }}
      command={command}
      onCancel={props.onClose}
      fields={[{ name: 'to', label: say('organizations.lastDay'), kind: 'date' }]}
      onSend={async ({ to = '' }) => {
        if ((await command.run(props.inputOf(to))) === undefined) return false;
        notify(props.done, { type: 'success' });
        props.onClose();
        return true;
      }}
    />
  );
}
