import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useRef, useState, type FormEvent, type ReactElement, type ReactNode } from 'react';
import { moment } from '../display/dates.ts';
import { ProblemSummary } from '../display/ProblemSummary.tsx';
import type { Problem } from '../graph/command.ts';
import { useLanguage, useWords } from '../i18n/use-words.ts';
import { fieldsAsked, faultsIn, type Field, type Typed } from './field.ts';
import { FormFields } from './FormFields.tsx';
import { useDraft } from './use-draft.ts';
import { WorkDialog } from '../display/WorkDialog.tsx';

/** Keeps the buttons visible: the fields scroll between title and buttons. */
const form = { display: 'flex', flexDirection: 'column', minHeight: 0 } as const;

/** The part of a command that a form needs: why it was refused, whether it runs. */
interface CommandState {
  readonly problems: readonly Problem[];
  readonly pending: boolean;
}

/**
 * A form in a dialog: the consequences, its fields with their problems beside them and on top, its verb on the button.
 * The input is kept under `draft` until the command was carried out. Render it only while it is open.
 */
export function FormDialog(props: {
  /** Verb and object, also on the button: 登记收款. */
  readonly title: string;
  readonly consequence?: ReactNode;
  /** It ends something that cannot be continued. */
  readonly destructive?: boolean;
  readonly fields: readonly Field[];
  readonly initial?: Typed;
  readonly draft?: string;
  readonly command: CommandState;
  /** The server checks all fields together, empty ones too: for a form whose `children` are checked with its fields. */
  readonly judgedByServer?: boolean;
  readonly onCancel: () => void;
  /** Sends the command; true if it was carried out. */
  readonly onSend: (typed: Typed) => Promise<boolean>;
  /** Further fields, below the others; their values and problems are the caller's. */
  readonly children?: ReactNode;
  /** Of those, the ones that are asked for and still empty: told with the others before anything is sent. */
  readonly missing?: readonly Pick<Field, 'name' | 'label'>[];
}): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const titleId = useId();
  const secrets = props.fields.filter((field) => field.kind === 'secret').map((field) => field.name);
  const draft = useDraft(props.draft, props.initial ?? {}, secrets);
  const [faults, setFaults] = useState<readonly Problem[]>([]);
  const problems = faults.length > 0 ? faults : props.command.problems;
  const element = useRef<HTMLFormElement>(null);
  // The button disappears with the draft: focus moves to the first field, so that keys still reach the dialog.
  const discard = (): void => {
    draft.clear();
    element.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  };
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const found =
      props.judgedByServer === true
        ? []
        : faultsIn([...props.fields, ...(props.missing ?? [])], draft.typed, (fault, label) =>
            say(`form.${fault}`, { label }),
          );
    setFaults(found);
    if (found.length > 0) return;
    const asked = new Set(fieldsAsked(props.fields, draft.typed).map((field) => field.name));
    const sent = Object.fromEntries(Object.entries(draft.typed).filter(([name]) => asked.has(name)));
    if (await props.onSend(sent)) draft.clear();
  };
  return (
    <WorkDialog
      open
      onLeave={props.onCancel}
      hasTyped={draft.isTyped}
      isKept={draft.keptAt !== undefined}
      aria-labelledby={titleId}
    >
      <form ref={element} noValidate style={form} onSubmit={(event) => void send(event)}>
        <DialogTitle id={titleId}>{props.title}</DialogTitle>
        <DialogContent>
          {props.consequence === undefined ? null : <Box sx={{ mb: 1 }}>{props.consequence}</Box>}
          <ProblemSummary problems={problems} />
          <FormFields
            fields={props.fields}
            typed={draft.typed}
            problemOf={(name) =>
              (
                problems.find((problem) => problem.field === name) ??
                props.fields.find((field) => field.name === name)?.wrong
              )?.[language]
            }
            onType={draft.type}
          />
          {props.children}
        </DialogContent>
        <DialogActions>
          <Box aria-live="polite" sx={{ flex: 1, fontSize: 12, lineHeight: '18px', color: 'text.secondary' }}>
            {draft.keptAt === undefined ? null : say('form.kept', { time: moment(draft.keptAt).slice(11) })}
          </Box>
          {draft.keptAt === undefined ? null : <Button onClick={discard}>{say('form.discard')}</Button>}
          <Button onClick={props.onCancel}>{say('display.cancel')}</Button>
          <Button
            type="submit"
            variant="contained"
            color={props.destructive === true ? 'error' : 'primary'}
            loading={props.command.pending}
          >
            {props.title}
          </Button>
        </DialogActions>
      </form>
    </WorkDialog>
  );
}
