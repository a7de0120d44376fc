import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { reopenCaseFile, resumeCaseFile, suspendCaseFile } from './commands.ts';

const kinds = {
  SUSPEND: { words: 'suspend', carryOut: suspendCaseFile },
  RESUME: { words: 'resume', carryOut: resumeCaseFile },
  REOPEN: { words: 'reopen', carryOut: reopenCaseFile },
} as const;

interface StepProps {
  readonly caseFile: { readonly id: string; readonly nextSteps: readonly string[] };
  readonly name: string;
}

/** Suspends, resumes or reopens a file if the reader may, with a reason that is recorded with the step. */
export function StepCaseFile({ caseFile, name }: StepProps): ReactElement {
  return (
    <>
      {(Object.keys(kinds) as (keyof typeof kinds)[]).map((kind) =>
        caseFile.nextSteps.includes(kind) ? (
          <StepOfFile key={kind} kind={kind} caseFileId={caseFile.id} name={name} />
        ) : null,
      )}
    </>
  );
}

function StepOfFile(props: {
  readonly kind: keyof typeof kinds;
  readonly caseFileId: string;
  readonly name: string;
}): ReactElement {
  const { caseFileId, name } = props;
  const { words, carryOut } = kinds[props.kind];
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(carryOut);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say(`fileStep.${words}`)}</Button>
      {open ? (
        <FormDialog
          title={say(`fileStep.${words}`)}
          consequence={say(`fileStep.${words}Consequence`, { name })}
          draft={`${words}.${caseFileId}`}
          command={command}
          fields={[{ name: 'reason', label: say(`fileStep.${words}Reason`), kind: 'long' }]}
          onCancel={() => setOpen(false)}
          onSend={async ({ reason = '' }) => {
            if ((await command.run({ caseFileId, reason })) === undefined) return false;
            notify(say(`fileStep.${words}Done`, { name }), { type: 'success' });
            setOpen(false);
            return true;
          }}
        />
      ) : null}
    </>
  );
}
