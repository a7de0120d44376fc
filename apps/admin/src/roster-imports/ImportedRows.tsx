import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { EmptyState } from '../display/EmptyState.tsx';
import { FaultNotice } from '../display/FaultNotice.tsx';
import { Pager } from '../display/Pager.tsx';
import { PlainTable, type PlainColumn } from '../display/PlainTable.tsx';
import type { RosterRowsQuery } from '../graph/generated/operation-types.ts';
import { rosterRowsQuery } from '../graph/generated/roster-imports.ts';
import { useAnswer } from '../graph/use-answer.ts';
import { useLanguage, useWords } from '../i18n/use-words.ts';
import { CorrectRow } from './CorrectRow.tsx';
import { isRosterField } from './roster-field.ts';

type Import = NonNullable<RosterRowsQuery['rosterImport']>;
export type ImportedRow = Import['rows']['items'][number];
export type ImportedColumn = Import['columns'][number];

/** The rows of one outcome: the rejected with their reasons and a way to correct them in place. */
export function ImportedRows(props: {
  readonly importId: string;
  readonly outcome: 'REJECTED' | 'ACCEPTED' | 'ALREADY_PRESENT';
}): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const [page, setPage] = useState(1);
  const [correcting, setCorrecting] = useState<ImportedRow>();
  const { data, error, isPending, refetch } = useAnswer(rosterRowsQuery, {
    id: props.importId,
    outcome: props.outcome,
    page,
    perPage: 50,
  });
  if (error !== null) return <FaultNotice fault={error} onRetry={() => void refetch()} />;
  const found = data?.rosterImport;
  if (isPending || found === null || found === undefined) return <Skeleton variant="rectangular" height={240} />;
  const { items, total } = found.rows;
  if (items.length === 0)
    return <EmptyState title={props.outcome === 'REJECTED' ? say('roster.noRejected') : say('display.notMatched')} />;
  const rejected = props.outcome === 'REJECTED';
  const columns: readonly PlainColumn<ImportedRow>[] = [
    { head: say('roster.row'), right: true, cell: (row) => row.row },
    {
      head: say('household.head'),
      cell: (row) => (
        <Box sx={{ minWidth: 64 }}>
          {row.householdId === null ? row.name : <Link to={`/households/${row.householdId}`}>{row.name}</Link>}
        </Box>
      ),
    },
    rejected
      ? {
          head: say('roster.reasons'),
          cell: (row) => (
            <Box sx={{ minWidth: 240, color: 'var(--stop)' }}>
              {row.reasons.map((reason) => (
                <div key={`${reason.code}/${reason.field ?? ''}`}>{reason[language]}</div>
              ))}
            </Box>
          ),
        }
      : {
          head: say('roster.readings'),
          cell: (row) => <Box sx={{ minWidth: 160 }}>{row.readings.join('；') || '—'}</Box>,
        },
    ...(rejected
      ? [
          {
            head: say('roster.correct'),
            cell: (row: ImportedRow) => <Button onClick={() => setCorrecting(row)}>{say('roster.correct')}</Button>,
          },
        ]
      : []),
    ...found.columns
      .filter((column) => isRosterField(column.field) && column.field !== 'NAME')
      .map((column) => ({ head: column.heading, cell: (row: ImportedRow) => row.cells[column.index] ?? '' })),
  ];
  return (
    <>
      <PlainTable caption={say('roster.stepResult')} rows={items} keyOf={(row) => row.id} columns={columns} />
      <Pager page={page} perPage={50} total={total} onPage={setPage} />
      {correcting === undefined ? null : (
        <CorrectRow
          importId={props.importId}
          row={correcting}
          columns={found.columns}
          onClose={() => setCorrecting(undefined)}
        />
      )}
    </>
  );
}
