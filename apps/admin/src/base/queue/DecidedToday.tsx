import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { moment } from '../display/dates.ts';
import { Pager } from '../display/Pager.tsx';
import { PlainTable, type PlainColumn } from '../display/PlainTable.tsx';
import { WorkDialog } from '../display/WorkDialog.tsx';
import type { RowResult } from '../graph/command.ts';
import { useLanguage, useWords } from '../i18n/use-words.ts';
import type { RowsAnswer } from './use-queue.ts';

/** One decision of today: on which record, what it was, and why it cannot be undone, if it cannot. */
export interface TodaysDecision {
  readonly id: string;
  readonly recordId: string;
  readonly name: string;
  readonly detail: string;
  readonly decision: ReactNode;
  readonly at: string;
  readonly refusal: RowResult['problems'][number] | null;
}

interface DecidedTodayProps {
  /** One page of what the reader decided today, latest first. */
  readonly useDecisions: (page: number) => {
    readonly rows: readonly TodaysDecision[] | undefined;
    readonly total: number;
  };
  readonly undo: (ids: readonly string[]) => Promise<RowsAnswer | undefined>;
}

/** What the reader decided in this queue today (今天经我手的), with undo while nothing was built on it. */
export function DecidedToday(props: DecidedTodayProps): ReactElement {
  const say = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('queue.decidedToday')}</Button>
      {open ? <TodaysList {...props} onLeave={() => setOpen(false)} /> : null}
    </>
  );
}

function TodaysList({
  useDecisions,
  undo,
  onLeave,
}: DecidedTodayProps & { readonly onLeave: () => void }): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const titleId = useId();
  const [page, setPage] = useState(1);
  const [told, setTold] = useState('');
  const { rows, total } = useDecisions(page);
  const takeBack = async ({ recordId, name }: TodaysDecision): Promise<void> => {
    const row = (await undo([recordId]))?.rows[0];
    if (row === undefined) return;
    const reason = row.problems[0]?.[language] ?? '';
    setTold(row.ok ? say('queue.undone', { name }) : `${name} ${say('queue.rowRefused', { reason })}`);
  };
  const columns: readonly PlainColumn<TodaysDecision>[] = [
    { head: say('queue.household'), cell: (row) => <strong>{row.name}</strong> },
    { head: say('queue.record'), cell: (row) => row.detail },
    { head: say('queue.decision'), cell: (row) => row.decision },
    { head: say('queue.at'), cell: (row) => moment(row.at) },
    {
      head: say('queue.undo'),
      cell: (row) =>
        row.refusal === null ? (
          <Button size="small" aria-label={say('queue.undoOf', { name: row.name })} onClick={() => void takeBack(row)}>
            {say('queue.undo')}
          </Button>
        ) : (
          row.refusal[language]
        ),
    },
  ];
  return (
    <WorkDialog open maxWidth="md" onLeave={onLeave} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{say('queue.decidedToday')}</DialogTitle>
      <DialogContent>
        <Box aria-live="polite" sx={{ minHeight: 22, color: 'text.secondary' }}>
          {told}
        </Box>
        {rows === undefined ? null : rows.length === 0 ? (
          <p>{say('queue.decidedNone')}</p>
        ) : (
          <PlainTable caption={say('queue.decidedToday')} columns={columns} rows={rows} keyOf={(row) => row.id} />
        )}
        <Pager page={page} perPage={perPage} total={total} onPage={setPage} />
      </DialogContent>
      <DialogActions>
        <Button autoFocus onClick={onLeave}>
          {say('display.leave')}
        </Button>
      </DialogActions>
    </WorkDialog>
  );
}

/** How many decisions a page of the list shows. */
export const perPage = 50;
