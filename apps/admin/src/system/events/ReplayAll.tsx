import type { ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { ConfirmDialog } from '../../base/display/ConfirmDialog.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { replayEvents } from './commands.ts';

/** Makes the facts of the statistics again from all events, after explaining what that means. */
export function ReplayAll({ onClose }: { readonly onClose: () => void }): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(replayEvents);
  const decide = async (): Promise<void> => {
    const result = await command.run(undefined);
    if (result?.replay === undefined || result.replay === null) return;
    const { events, factsBefore, factsAfter } = result.replay;
    notify(say('events.replayed', { events, before: factsBefore, after: factsAfter }), {
      type: factsBefore === factsAfter ? 'success' : 'warning',
      autoHideDuration: 10_000,
    });
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={say('events.replay')}
      consequence={say('events.replayConsequence')}
      problems={command.problems}
      pending={command.pending}
      onCancel={onClose}
      onConfirm={() => void decide()}
    />
  );
}
