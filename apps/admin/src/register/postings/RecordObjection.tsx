import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { recordObjection } from './commands.ts';
import type { PostingDetail } from './PostingRecord.tsx';

/** Records somebody's objection to a household that is posted here now. */
export function RecordObjection({ posting }: { readonly posting: PostingDetail }): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(recordObjection);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('posting.recordObjection')}</Button>
      {open ? (
        <FormDialog
          title={say('posting.recordObjection')}
          consequence={say('posting.recordConsequence')}
          draft={`objection.${posting.id}`}
          command={command}
          fields={[
            {
              name: 'caseFileId',
              label: say('posting.household'),
              kind: 'search',
              help: say('posting.householdHelp'),
              choices: posting.names
                .filter(({ leftFor }) => leftFor === null)
                .map((name) => ({
                  value: name.caseFileId,
                  word: `${name.name} · ${name.unitName} · ${name.maskedIdentityNumber}`,
                })),
            },
            { name: 'raisedBy', label: say('posting.raisedBy') },
            { name: 'text', label: say('posting.text'), kind: 'long' },
          ]}
          onCancel={() => setOpen(false)}
          onSend={async (typed) => {
            const result = await command.run({
              caseFileId: typed['caseFileId'] ?? '',
              raisedBy: typed['raisedBy'] ?? '',
              text: typed['text'] ?? '',
            });
            if (result === undefined) return false;
            notify(say('posting.recorded'), { type: 'success' });
            setOpen(false);
            return true;
          }}
        />
      ) : null}
    </>
  );
}
