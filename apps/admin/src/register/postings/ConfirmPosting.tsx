import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { ConfirmDialog } from '../../base/display/ConfirmDialog.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { confirmPosting } from './commands.ts';
import type { PostingDetail } from './PostingRecord.tsx';

/** A second person's confirmation that a list entered afterwards was posted, once its photograph is uploaded. */
export function ConfirmPosting({ posting }: { readonly posting: PostingDetail }): ReactElement | null {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(confirmPosting, { announce: true });
  const [asking, setAsking] = useState(false);
  if (!posting.mayConfirm) return null;
  const confirm = async (): Promise<void> => {
    const result = await command.run({ postingId: posting.id });
    setAsking(false);
    if (result !== undefined) notify(say('posting.confirmed'), { type: 'success' });
  };
  return (
    <>
      <Button variant="contained" disabled={posting.photos.length === 0} onClick={() => setAsking(true)}>
        {say('posting.confirm')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={say('posting.confirm')}
        consequence={say('posting.confirmConsequence', { place: posting.place, from: posting.from })}
        pending={command.pending}
        onCancel={() => setAsking(false)}
        onConfirm={() => void confirm()}
      />
    </>
  );
}
