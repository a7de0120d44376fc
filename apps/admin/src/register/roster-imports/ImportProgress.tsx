import { useState, type ReactElement } from 'react';
import { useCan } from '../../base/auth/use-staff.ts';
import { ConfirmDialog } from '../../base/display/ConfirmDialog.tsx';
import { LongJob } from '../../base/display/LongJob.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { cancelRosterImport } from './commands.ts';
import type { RosterImport } from './RosterImportRecord.tsx';

/** A running import: its progress, a note that the page may be left, and a button to cancel it. */
export function ImportProgress({ roster }: { readonly roster: RosterImport }): ReactElement {
  const say = useWords();
  const can = useCan();
  const command = useCommand(cancelRosterImport, { announce: true });
  const [asking, setAsking] = useState(false);
  return (
    <>
      <LongJob
        title={say('roster.running')}
        done={roster.rowsDone}
        total={roster.rowsTotal}
        {...(can('roster.import') && { cancel: { words: say('roster.cancel'), onCancel: () => setAsking(true) } })}
      />
      <ConfirmDialog
        open={asking}
        title={say('roster.cancel')}
        destructive
        subject={roster.fileName}
        consequence={say('roster.cancelConsequence')}
        pending={command.pending}
        onCancel={() => setAsking(false)}
        onConfirm={() => void command.run({ importId: roster.id }).then(() => setAsking(false))}
      />
    </>
  );
}
