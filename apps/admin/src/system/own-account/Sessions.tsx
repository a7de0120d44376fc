import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { ConfirmDialog } from '../../base/display/ConfirmDialog.tsx';
import { moment } from '../../base/display/dates.ts';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import type { OwnAccountQuery } from '../../base/graph/generated/operation-types.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { endOtherSessions, endSession } from './commands.ts';

type Session = OwnAccountQuery['mySessions'][number];

/** The person's sessions; a button ends one, or all but this. */
export function Sessions({ sessions }: { readonly sessions: readonly Session[] }): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const end = useCommand(endSession, { announce: true });
  const [endingOthers, setEndingOthers] = useState(false);
  const nameOf = (session: Session): string =>
    session.device === '' ? say('ownAccount.unknownDevice') : session.device;
  return (
    <>
      <PlainTable
        caption={say('ownAccount.sessions')}
        rows={sessions}
        keyOf={({ id }) => id}
        columns={[
          { head: say('ownAccount.device'), cell: nameOf },
          {
            head: say('ownAccount.address'),
            cell: ({ maskedAddress }) => (maskedAddress === '' ? '—' : maskedAddress),
          },
          { head: say('ownAccount.startedAt'), cell: ({ startedAt }) => moment(startedAt) },
          { head: say('ownAccount.lastUsedAt'), cell: ({ lastUsedAt }) => moment(lastUsedAt) },
          {
            head: say('ownAccount.action'),
            cell: (session) =>
              session.current ? (
                <StatusTag tone="done" word={say('ownAccount.thisDevice')} />
              ) : (
                <Button
                  size="small"
                  aria-label={say('ownAccount.endSessionOf', { device: nameOf(session) })}
                  disabled={end.pending}
                  onClick={() =>
                    void end.run({ sessionId: session.id }).then((ended) => {
                      if (ended !== undefined) notify(say('ownAccount.sessionEnded'), { type: 'success' });
                    })
                  }
                >
                  {say('ownAccount.endSession')}
                </Button>
              ),
          },
        ]}
      />
      {sessions.length > 1 ? (
        <Button variant="outlined" sx={{ mt: 1 }} onClick={() => setEndingOthers(true)}>
          {say('ownAccount.endOthers')}
        </Button>
      ) : null}
      {endingOthers ? <EndOthers onClose={() => setEndingOthers(false)} /> : null}
    </>
  );
}

function EndOthers({ onClose }: { readonly onClose: () => void }): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(endOtherSessions);
  const confirm = async (): Promise<void> => {
    const ended = await command.run(null);
    if (ended === undefined) return;
    notify(say('ownAccount.othersEnded', { count: ended.ended ?? 0 }), { type: 'success' });
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={say('ownAccount.endOthers')}
      destructive
      consequence={say('ownAccount.endOthersConsequence')}
      problems={command.problems}
      pending={command.pending}
      onCancel={onClose}
      onConfirm={() => void confirm()}
    />
  );
}
