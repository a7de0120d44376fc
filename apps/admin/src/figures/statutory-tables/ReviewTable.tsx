import Button from '@mui/material/Button';
import { useCallback, useState, useSyncExternalStore, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { ConfirmDialog } from '../../base/display/ConfirmDialog.tsx';
import { drafts } from '../../base/draft/drafts.ts';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { dropRemarks, typedRemarks } from './cell-draft.ts';
import { acceptTable, returnTable } from './commands.ts';
import type { Table } from './statutory-table.ts';

/** Accepts a submitted table of an organisation below, or returns it with the remarks typed at its cells. */
export function ReviewTable({ table }: { readonly table: Table }): ReactElement | null {
  const say = useWords();
  const notify = useNotify();
  const [asking, setAsking] = useState<'accept' | 'return'>();
  const accept = useCommand(acceptTable);
  const returning = useCommand(returnTable);
  const count = useRemarkCount(table);
  const { submission, organizationName: name } = table;
  if (submission === null || !submission.mayReturn) return null;
  const close = (): void => setAsking(undefined);
  const carriedOut = (words: string): void => {
    dropRemarks(table);
    notify(words, { type: 'success' });
    close();
  };
  return (
    <>
      <Button onClick={() => setAsking('return')}>
        {count === 0 ? say('statutoryTable.return') : say('statutoryTable.returnWith', { count })}
      </Button>
      {submission.mayAccept ? (
        <Button variant="contained" onClick={() => setAsking('accept')}>
          {say('statutoryTable.accept')}
        </Button>
      ) : null}
      <ConfirmDialog
        open={asking === 'accept'}
        title={say('statutoryTable.accept')}
        consequence={
          <>
            <p>{say('statutoryTable.acceptConsequence', { name })}</p>
            {count === 0 ? null : <p>{say('statutoryTable.acceptDropsRemarks', { count })}</p>}
          </>
        }
        pending={accept.pending}
        problems={accept.problems}
        onCancel={close}
        onConfirm={() =>
          void accept
            .run({ submissionId: submission.id })
            .then((done) => done && carriedOut(say('statutoryTable.accepted', { name })))
        }
      />
      {asking === 'return' ? (
        <FormDialog
          title={say('statutoryTable.return')}
          consequence={say('statutoryTable.returnConsequence', { name, count })}
          draft={`return-table-${submission.id}`}
          fields={[{ name: 'opinion', label: say('statutoryTable.opinion'), kind: 'long', optional: count > 0 }]}
          command={returning}
          onCancel={close}
          onSend={async ({ opinion = '' }) => {
            const done = await returning.run({
              submissionId: submission.id,
              opinion: opinion.trim() || null,
              remarks: typedRemarks(table),
            });
            if (done === undefined) return false;
            carriedOut(say('statutoryTable.returned', { name }));
            return true;
          }}
        />
      ) : null}
    </>
  );
}

function useRemarkCount(table: Table): number {
  const listen = useCallback((listener: () => void) => drafts.whenChanged(listener), []);
  return useSyncExternalStore(listen, () => typedRemarks(table).length);
}
