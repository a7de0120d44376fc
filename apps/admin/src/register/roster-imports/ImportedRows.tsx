import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import { Pager } from '../../base/display/Pager.tsx';
import { PlainTable, type PlainColumn } from '../../base/display/PlainTable.tsx';
import type { RosterRowsQuery } from '../../base/graph/generated/operation-types.ts';
import { rosterRowsQuery } from '../../base/graph/generated/roster-imports.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useLanguage, useWords, type Say } from '../../base/i18n/use-words.ts';
import { CorrectRow } from './CorrectRow.tsx';
import { isRosterField, rosterFields, type RosterField } from './roster-field.ts';

type Import = NonNullable<RosterRowsQuery['rosterImport']>;
export type ImportedRow = Import['rows']['items'][number];
export type ImportedColumn = Import['sheets'][number]['columns'][number];
export type Outcome = 'REJECTED' | 'DIFFERENT' | 'ACCEPTED' | 'CHANGED' | 'ALREADY_PRESENT';

/**
 * The rows of one outcome, or one row that is looked for; rejected ones with their reasons and, for those who import
 * rosters, a form to correct them in place.
 */
export function ImportedRows(
  props: { readonly importId: string } & (
    | { readonly outcome: Outcome; readonly rowId?: undefined }
    | { readonly rowId: string; readonly outcome?: undefined }
  ),
): ReactElement {
  const say = useWords();
  const can = useCan();
  const language = useLanguage();
  const [page, setPage] = useState(1);
  const [correcting, setCorrecting] = useState<ImportedRow>();
  const { data, error, isPending, refetch } = useAnswer(rosterRowsQuery, {
    id: props.importId,
    outcome: props.outcome ?? null,
    rowId: props.rowId ?? null,
    page,
    perPage: 50,
  });
  if (error !== null) return <FaultNotice fault={error} onRetry={() => void refetch()} />;
  const found = data?.rosterImport;
  if (isPending || found === null || found === undefined) return <Skeleton variant="rectangular" height={240} />;
  const { items, total } = found.rows;
  if (items.length === 0)
    return <EmptyState title={props.outcome === 'REJECTED' ? say('roster.noRejected') : say('display.notMatched')} />;
  const columnsOf = (row: ImportedRow): readonly ImportedColumn[] =>
    found.sheets.find(({ number }) => number === row.sheet)?.columns ?? [];
  return (
    <>
      <PlainTable
        caption={say(props.rowId === undefined ? 'roster.stepResult' : 'roster.soughtRow')}
        rows={items}
        keyOf={(row) => row.id}
        columns={[
          ...placeColumns(found, say),
          outcomeColumn(props.outcome ?? 'ACCEPTED', say, language),
          ...(props.outcome === 'REJECTED' && can('roster.import')
            ? [
                {
                  head: say('roster.correct'),
                  cell: (row: ImportedRow) => (
                    <Button onClick={() => setCorrecting(row)}>{say('roster.correct')}</Button>
                  ),
                },
              ]
            : []),
          ...valueColumns(found, columnsOf, say),
        ]}
      />
      {props.rowId === undefined ? <Pager page={page} perPage={50} total={total} onPage={setPage} /> : null}
      {correcting === undefined ? null : (
        <CorrectRow
          importId={props.importId}
          row={correcting}
          columns={columnsOf(correcting)}
          onClose={() => setCorrecting(undefined)}
        />
      )}
    </>
  );
}

type RowColumns = readonly PlainColumn<ImportedRow>[];

function placeColumns(found: Import, say: Say): RowColumns {
  const manySheets = found.sheets.filter(({ chosen }) => chosen).length > 1;
  return [
    { head: say('roster.row'), right: true, cell: (row) => row.row },
    ...(manySheets ? [{ head: say('roster.sheet'), cell: (row: ImportedRow) => row.sheetName }] : []),
    {
      head: say('household.head'),
      cell: (row) => (
        <Box sx={{ minWidth: 64 }}>
          {row.householdId === null ? row.name : <Link to={`/households/${row.householdId}`}>{row.name}</Link>}
        </Box>
      ),
    },
  ];
}

function outcomeColumn(outcome: Outcome, say: Say, language: 'zh' | 'en'): PlainColumn<ImportedRow> {
  if (outcome === 'REJECTED') {
    return {
      head: say('roster.reasons'),
      cell: (row) => (
        <Box sx={{ minWidth: 240, color: 'var(--stop)' }}>
          {row.reasons.map((reason) => (
            <div key={`${reason.code}/${reason.field ?? ''}`}>{reason[language]}</div>
          ))}
        </Box>
      ),
    };
  }
  return {
    head: say('roster.readings'),
    cell: (row) => <Box sx={{ minWidth: 160 }}>{[...row.readings, ...decision(row, say)].join('；') || '—'}</Box>,
  };
}

/** Who decided about a row that differed from the register, and why. */
function decision({ decidedBy, decidedWhy }: ImportedRow, say: Say): readonly string[] {
  return decidedWhy === null ? [] : [say('roster.decidedBy', { name: decidedBy ?? '', why: decidedWhy })];
}

/** The values of the rows, by field, since sheets may order columns differently. Corrected values are marked. */
function valueColumns(found: Import, columnsOf: (row: ImportedRow) => readonly ImportedColumn[], say: Say): RowColumns {
  const held = new Set(found.sheets.flatMap(({ columns }) => columns.map(({ field }) => field)));
  const fields = rosterFields.filter((field) => field !== 'NAME' && held.has(field));
  return fields.map((field: RosterField) => ({
    head: say(`rosterField.${field}`),
    cell: (row: ImportedRow) => {
      const index = columnsOf(row).find((column) => isRosterField(column.field) && column.field === field)?.index;
      const sent = row.cells[index ?? -1] ?? '';
      const corrected = row.correction?.[index ?? -1] ?? sent;
      return corrected === sent ? sent : say('roster.correctedValue', { corrected, sent });
    },
  }));
}
