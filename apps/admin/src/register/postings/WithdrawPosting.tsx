import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { ReasonDialog } from '../../base/display/ReasonDialog.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { withdrawPosting } from './commands.ts';
import type { PostingDetail } from './PostingRecord.tsx';

/** Withdraws a posting whose place, days or list were wrong, with the reason; its households are posted again. */
export function WithdrawPosting({ posting }: { readonly posting: PostingDetail }): ReactElement | null {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(withdrawPosting, { announce: true });
  const [asking, setAsking] = useState(false);
  if (!posting.mayWithdraw) return null;
  const { place, from, to, postedCount: count } = posting;
  const withdraw = async (reason: string): Promise<void> => {
    if ((await command.run({ postingId: posting.id, reason })) === undefined) return;
    setAsking(false);
    notify(say('posting.withdrawnDone', { count }), { type: 'success' });
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{say('posting.withdraw')}</Button>
      {asking ? (
        <ReasonDialog
          open
          title={say('posting.withdraw')}
          subject={say('posting.subject', { place, from, to, count })}
          destructive
          consequence={say('posting.withdrawConsequence', { count })}
          reasons={[say('posting.reasonDates'), say('posting.reasonPlace'), say('posting.reasonList')]}
          help={say('posting.withdrawHelp')}
          pending={command.pending}
          onCancel={() => setAsking(false)}
          onDecide={(reason) => void withdraw(reason)}
        />
      ) : null}
    </>
  );
}
