import type { ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import type { Field, Typed } from '../../base/form/field.ts';
import type { CommandResult } from '../../base/graph/command.ts';
import { useCommand } from '../../base/graph/use-command.ts';

/** Asks for what belongs to an organisation, or for its last day, and keeps it; says so once it is kept. */
export function KeepDialog<Input, Result extends CommandResult>(props: {
  /** Verb and object, also on the button. */
  readonly title: string;
  readonly consequence?: string | undefined;
  readonly draft: string;
  readonly initial: Typed;
  readonly fields: readonly Field[];
  readonly keep: (input: Input) => Promise<Result>;
  readonly inputOf: (typed: Typed) => Input;
  readonly done: (typed: Typed) => string;
  readonly onClose: () => void;
}): ReactElement {
  const notify = useNotify();
  const command = useCommand(props.keep);
  return (
    <FormDialog
      title={props.title}
      {...(props.consequence !== undefined && { consequence: props.consequence })}
      draft={props.draft}
      initial={props.initial}
      command={command}
      onCancel={props.onClose}
      fields={props.fields}
      onSend={async (typed) => {
        if ((await command.run(props.inputOf(typed))) === undefined) return false;
        notify(props.done(typed), { type: 'success' });
        props.onClose();
        return true;
      }}
    />
  );
}
