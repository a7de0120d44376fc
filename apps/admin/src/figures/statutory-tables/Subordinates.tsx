import Card from '@mui/material/Card';
import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { moment } from '../../base/display/dates.ts';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import type { SubordinateTablesQuery } from '../../base/graph/generated/operation-types.ts';
import { subordinateTablesQuery } from '../../base/graph/generated/statutory-tables.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useSpoken, useWords } from '../../base/i18n/use-words.ts';
import { submissionTones } from './figure-tones.ts';
import { figuresOf, readable, type Table } from './statutory-table.ts';

/** The main figures of table 1; for other forms, the first derived ones are used. */
const chiefCells = new Set(['3A', '4C', '5A', '6A']);

/** The counties side by side: who has submitted, and their main figures. */
export function Subordinates({ table }: { readonly table: Table }): ReactElement | null {
  const say = useWords();
  const spoken = useSpoken();
  const term = useTerm();
  const { campaignId } = table;
  const { code } = table.form;
  const rows = useSubordinates(table);
  if (rows.length === 0) return null;
  const derived = figuresOf(table).filter((figure) => figure.kind === 'DERIVED');
  const chief = derived.filter((figure) => chiefCells.has(figure.key));
  const cells = chief.length > 0 ? chief : derived.slice(0, 4);
  const link = (id: string): string =>
    `/reports/warmth-table?${new URLSearchParams({ form: code, organizationId: id, campaignId: campaignId ?? '' })}`;
  return (
    <Card component="section" sx={{ mt: 2 }}>
      <Box sx={{ p: 2, display: 'flex', gap: 2 }}>
        <h2 style={{ fontSize: 16, lineHeight: '24px' }}>{say('statutoryTable.subordinates')}</h2>
        {say('statutoryTable.submittedCount', countsOf(rows))}
      </Box>
      <PlainTable
        caption={say('statutoryTable.subordinates')}
        rows={rows}
        keyOf={(row) => row.organizationId}
        columns={[
          {
            head: say('statutoryTable.county'),
            cell: (row) => <Link to={link(row.organizationId)}>{row.organizationName}</Link>,
          },
          {
            head: say('statutoryTable.submittedAt'),
            cell: (row) => (row.submittedAt === null ? '—' : moment(row.submittedAt)),
          },
          {
            head: say('statutoryTable.status'),
            cell: (row) =>
              row.status === null ? (
                <StatusTag tone="still" word={say('statutoryTable.notSubmitted')} />
              ) : (
                <StatusTag tone={submissionTones[row.status]} word={say(`submissionStatus.${row.status}`)} />
              ),
          },
          ...cells.map((cell) => ({
            head: `${cell.key} ${spoken(cell.label, cell.labelEn)}（${term('unit', cell.unit)}）`,
            right: true,
            cell: (row: (typeof rows)[number]) =>
              readable(row.figures.find((figure) => figure.key === cell.key)?.value ?? ''),
          })),
        ]}
      />
    </Card>
  );
}

/** At the head of a superior's table: how many tables its entered figures include, and how many wait to be accepted. */
export function AcceptedLine({ table }: { readonly table: Table }): ReactElement | null {
  const say = useWords();
  const rows = useSubordinates(table);
  if (rows.length === 0) return null;
  return <Box sx={{ mb: 1, color: 'text.secondary' }}>{say('statutoryTable.includes', countsOf(rows))}</Box>;
}

type Row = SubordinateTablesQuery['tableForSubordinates'][number];

function useSubordinates(table: Table): readonly Row[] {
  const { form, organizationId, campaignId } = table;
  const asked = { form: form.code, organizationId, campaignId };
  return useAnswer(subordinateTablesQuery, asked).data?.tableForSubordinates ?? [];
}

function countsOf(rows: readonly Row[]) {
  const count = (status: Row['status']): number => rows.filter((row) => row.status === status).length;
  return {
    accepted: count('ACCEPTED'),
    submitted: count('SUBMITTED'),
    returned: count('RETURNED'),
    total: rows.length,
  };
}
