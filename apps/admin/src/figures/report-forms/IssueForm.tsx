import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { useCan } from '../../base/auth/use-staff.ts';
import { ConfirmDialog } from '../../base/display/ConfirmDialog.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { useSpoken, useWords } from '../../base/i18n/use-words.ts';
import { issueForm } from './commands.ts';
import type { FormVersion } from './report-form.ts';

/** Issues a form that somebody else loaded, after explaining what can no longer change. */
export function IssueForm({ version }: { readonly version: FormVersion }): ReactElement | null {
  const say = useWords();
  const spoken = useSpoken();
  const can = useCan();
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const command = useCommand(issueForm);
  const title = spoken(version.form.title, version.form.titleEn);
  if (!can('form.issue')) return null;
  return (
    <>
      <Button variant="contained" onClick={() => setAsking(true)}>
        {say('reportForms.issue')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={say('reportForms.issue')}
        consequence={say('reportForms.issueConsequence', { title })}
        pending={command.pending}
        problems={command.problems}
        onCancel={() => {
          command.forget();
          setAsking(false);
        }}
        onConfirm={() =>
          void command.run({ id: version.id, draftedAt: version.draftedAt }).then((result) => {
            if (result === undefined) return;
            setAsking(false);
            notify(say('reportForms.done', { title }), { type: 'success' });
          })
        }
      />
    </>
  );
}
