import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Skeleton from '@mui/material/Skeleton';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState, type ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { day } from '../../base/display/dates.ts';
import { Download } from '../../base/display/Download.tsx';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import { amount } from '../../base/display/money.ts';
import { Pager } from '../../base/display/Pager.tsx';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import { WorkDialog } from '../../base/display/WorkDialog.tsx';
import { request } from '../../base/graph/client.ts';
import { cellRecordsQuery } from '../../base/graph/generated/statutory-tables.ts';
import type { CellRecordsQuery } from '../../base/graph/generated/operation-types.ts';
import { useSpoken, useWords } from '../../base/i18n/use-words.ts';
import { SearchInput } from '../../base/list/SearchInput.tsx';
import { recordAddress } from '../../base/record/record-address.ts';
import type { Figure, Table } from './statutory-table.ts';

type Page = CellRecordsQuery['cellRecords'];

const perPage = 50;
const settledAfterMs = 400;

/** All records behind a cell as a table: searched by name, voucher or unit, with their sum, exported as .xlsx. */
export function RecordTable(props: {
  readonly table: Table;
  readonly figure: Figure;
  readonly onClose: () => void;
}): ReactElement {
  const { table, figure } = props;
  const say = useWords();
  const spoken = useSpoken();
  const titleId = useId();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState({ search: '', page: 1 });
  const { data, error, refetch } = useRecords(table, figure, asked);
  useEffect(() => {
    const search = typed.trim();
    const settled = setTimeout(() => {
      setAsked((now) => (now.search === search ? now : { search, page: 1 }));
    }, settledAfterMs);
    return () => clearTimeout(settled);
  }, [typed]);
  const found = data?.cellRecords;
  return (
    <WorkDialog open maxWidth="lg" aria-labelledby={titleId} onLeave={props.onClose}>
      <DialogTitle id={titleId}>
        {figure.key.replace(/\..*/, '')} {spoken(figure.label, figure.labelEn)}
      </DialogTitle>
      <DialogContent>
        <Box sx={{ py: 1 }}>
          <SearchInput label={say('statutoryTable.searchRecords')} value={typed} onType={setTyped} fullWidth />
        </Box>
        {error ? <FaultNotice fault={error} onRetry={() => void refetch()} /> : null}
        {found === undefined && !error ? <Skeleton variant="rectangular" height={320} /> : null}
        {found?.total === 0 ? <EmptyState title={say('display.notMatched')} /> : null}
        {found === undefined || found.total === 0 ? null : (
          <>
            <Records page={found} figure={figure} />
            <Pager
              page={asked.page}
              perPage={perPage}
              total={found.total}
              onPage={(page) => setAsked({ ...asked, page })}
            />
          </>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onClose}>{say('statutoryTable.closeRecords')}</Button>
        {found === undefined ? null : (
          <Download
            primary
            url={found.exportUrl}
            fileName={`${table.form.code}-${figure.key}.xlsx`}
            words={say('statutoryTable.exportRecords')}
          />
        )}
      </DialogActions>
    </WorkDialog>
  );
}

function useRecords(table: Table, figure: Figure, asked: { readonly search: string; readonly page: number }) {
  const [address] = useSearchParams();
  const variables = {
    form: table.form.code,
    cell: figure.key,
    organizationId: table.organizationId,
    campaignId: table.campaignId,
    draftId: address.get('draftId'),
    ...asked,
    perPage,
  };
  return useQuery({
    queryKey: [cellRecordsQuery.name, variables],
    queryFn: ({ signal }) => request(cellRecordsQuery, variables, { signal }),
    placeholderData: keepPreviousData,
  });
}

function Records({ page, figure }: { readonly page: Page; readonly figure: Figure }): ReactElement {
  const say = useWords();
  const spoken = useSpoken();
  const money = figure.type === 'MONEY';
  return (
    <PlainTable<Page['items'][number]>
      caption={say('statutoryTable.records', { total: page.total })}
      rows={page.items}
      keyOf={({ id }) => id}
      columns={[
        {
          head: say('statutoryTable.recordName'),
          cell: (record) => {
            const to = recordAddress(record.recordType, record.recordId, record.householdId);
            const name = record.name ?? spoken(record.title, record.titleEn);
            const opens = record.links.some(({ recordId }) => recordId === record.recordId);
            return to === undefined || !opens ? name : <Link to={to}>{name}</Link>;
          },
        },
        {
          head: say('statutoryTable.voucher'),
          cell: (record) => <span style={{ whiteSpace: 'nowrap' }}>{record.voucherNumber ?? '—'}</span>,
        },
        { head: say('statutoryTable.recordAmount'), right: true, cell: (record) => amount(record.amount) },
        ...(money
          ? []
          : [
              { head: say('statutoryTable.count'), right: true, cell: (record: Page['items'][number]) => record.count },
            ]),
        { head: say('statutoryTable.recordDay'), cell: (record) => day(record.on) },
        { head: say('statutoryTable.organization'), cell: (record) => record.organizationName },
      ]}
      foot={[say('statutoryTable.sum'), '', amount(page.sumAmount), ...(money ? [] : [page.sumCount]), '', '']}
    />
  );
}
