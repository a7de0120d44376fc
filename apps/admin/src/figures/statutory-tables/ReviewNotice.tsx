import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import { moment } from '../../base/display/dates.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import type { Table } from './statutory-table.ts';

/** Above a table: what the superior decided, by whom, when and with what opinion; each remark leads to its cell. */
export function ReviewNotice(props: {
  readonly table: Table;
  readonly onJump: (key: string) => void;
}): ReactElement | null {
  const say = useWords();
  const { submission } = props.table;
  if (submission === null || submission.status === 'SUBMITTED') return null;
  const isReturned = submission.status === 'RETURNED';
  const by = { who: submission.reviewedBy ?? '—', at: moment(submission.reviewedAt) };
  return (
    <Alert severity={isReturned ? 'warning' : 'success'} sx={{ mb: 1 }}>
      {isReturned ? say('statutoryTable.returnedLine', by) : say('statutoryTable.acceptedLine', by)}
      {submission.opinion === null ? null : <div>{submission.opinion}</div>}
      {submission.cellRemarks.map(({ cell }) => (
        <Button key={cell} size="small" color="inherit" onClick={() => props.onJump(cell)}>
          {say('statutoryTable.jump', { cell: cell.replace(/\..*/, '') })}
        </Button>
      ))}
    </Alert>
  );
}
