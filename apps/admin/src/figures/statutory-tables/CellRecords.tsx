import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { useState, type ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { day } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import { amount } from '../../base/display/money.ts';
import { cellRecordsQuery } from '../../base/graph/generated/statutory-tables.ts';
import type { CellRecordsQuery } from '../../base/graph/generated/operation-types.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useSpoken, useWords } from '../../base/i18n/use-words.ts';
import { recordAddress } from '../../base/record/record-address.ts';
import { RecordTable } from './RecordTable.tsx';
import type { Figure, Table } from './statutory-table.ts';

type CellRecord = CellRecordsQuery['cellRecords']['items'][number];

/** How many records stand beside the table; all of them are a table of their own. */
const perPage = 10;

/** The first records behind a cell, with the sum of all; each links to its papers and to its household. */
export function CellRecords({ table, figure }: { readonly table: Table; readonly figure: Figure }): ReactElement {
  const say = useWords();
  const [search] = useSearchParams();
  const [opened, setOpened] = useState(false);
  const { organizationId, campaignId } = table;
  const { data, error, refetch } = useAnswer(cellRecordsQuery, {
    form: table.form.code,
    cell: figure.key,
    organizationId,
    campaignId,
    draftId: search.get('draftId'),
    perPage,
  });
  if (error) return <FaultNotice fault={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton variant="rectangular" height={200} />;
  const { items, total, sumAmount, sumCount, countedInSeveral } = data.cellRecords;
  if (total === 0) return <EmptyState title={say('statutoryTable.recordsNone')} />;
  const money = figure.type === 'MONEY';
  return (
    <>
      <Box aria-live="polite">
        {say('statutoryTable.records', { total })} ·{' '}
        {money
          ? say('statutoryTable.sumAmount', { amount: amount(sumAmount) })
          : say('statutoryTable.sumCount', { count: sumCount })}
        {countedInSeveral === 0 ? null : ` · ${say('statutoryTable.countedInSeveral', { count: countedInSeveral })}`}
      </Box>
      <Box component="ol" aria-label={say('statutoryTable.records', { total })} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {items.map((record) => (
          <RecordLine key={record.id} record={record} />
        ))}
      </Box>
      <Button onClick={() => setOpened(true)}>{say('statutoryTable.allRecords')}</Button>
      {opened ? <RecordTable table={table} figure={figure} onClose={() => setOpened(false)} /> : null}
    </>
  );
}

function RecordLine({ record }: { readonly record: CellRecord }): ReactElement {
  const say = useWords();
  const spoken = useSpoken();
  return (
    <Box component="li" sx={{ py: 0.75, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Box component="strong" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
          {spoken(record.title, record.titleEn)}
        </Box>
        <span>{record.amount === null ? record.count : amount(record.amount)}</span>
      </Box>
      <Box sx={{ fontSize: 12, lineHeight: '24px', color: 'text.secondary' }}>
        {day(record.on)} · {record.organizationName}
        {record.alsoCountedIn.length === 0
          ? null
          : ` · ${say('statutoryTable.alsoCountedIn', { names: record.alsoCountedIn.join('、') })}`}
        <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
          {record.links.map((link) => {
            const to = recordAddress(link.recordType, link.recordId, record.householdId);
            const name = spoken(link.title, link.titleEn);
            return (
              <span key={`${link.recordType}/${link.recordId}`}>
                {to === undefined ? name : <Link to={to}>{name}</Link>}
              </span>
            );
          })}
        </Box>
      </Box>
    </Box>
  );
}
