import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import { useCan } from '../../base/auth/use-staff.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { putAwayRosterImport } from './commands.ts';

/** Whether an import is finished, so that it may leave the list. */
export function mayBePutAway({ status, isPutAway }: { readonly status: string; readonly isPutAway: boolean }): boolean {
  return !isPutAway && !['UPLOADED', 'READY', 'RUNNING'].includes(status);
}

/** Removes a finished import from the list. */
export function PutAway(props: {
  readonly roster: {
    readonly id: string;
    readonly fileName: string;
    readonly status: string;
    readonly isPutAway: boolean;
  };
  readonly onPutAway?: () => void;
}): ReactElement | null {
  const say = useWords();
  const can = useCan();
  const { roster } = props;
  const command = useCommand(putAwayRosterImport, { announce: true });
  if (!can('roster.import') || !mayBePutAway(roster)) return null;
  const putAway = async (): Promise<void> => {
    if ((await command.run({ importId: roster.id })) !== undefined) props.onPutAway?.();
  };
  return (
    <Button
      loading={command.pending}
      aria-label={say('roster.putAwayOne', { file: roster.fileName })}
      onClick={() => void putAway()}
    >
      {say('roster.putAway')}
    </Button>
  );
}
