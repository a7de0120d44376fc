import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { DataTable, ListBase, useListContext } from 'react-admin';
import { Link } from 'react-router-dom';
import { Download } from '../display/Download.tsx';
import { EmptyState } from '../display/EmptyState.tsx';
import { amount } from '../display/money.ts';
import { Pager } from '../display/Pager.tsx';
import type { PlainColumn } from '../display/PlainTable.tsx';
import type { Page } from '../graph/resource.ts';
import type { ItemOf, ResourceName } from '../graph/resources.ts';
import { unbroken } from '../display/unbroken.tsx';
import { useWords } from '../i18n/use-words.ts';
import { ColumnChoice, shownColumns } from './ColumnChoice.tsx';
import { FilterSelect, type ListFilter } from './FilterSelect.tsx';
import { ListFrame, useListTexts, type ListDescription } from './ListFrame.tsx';
import { SavedViews } from './SavedViews.tsx';
import { SearchInput } from './SearchInput.tsx';
import { useSought, type Sought } from './sought.ts';
import { useKeptList } from './use-kept-list.ts';
import { phoneWidth } from '../theme/tokens.ts';

/** One record on a phone: its name (a link to it), details, and a mark at the end. */
export interface PhoneLine {
  readonly name: string;
  readonly detail: string;
  readonly mark?: ReactNode;
}

/** One column: as of a plain table; `link` makes its content the link to the record. */
export interface ListColumn<Item> extends PlainColumn<Item> {
  readonly link?: true;
  /** The service sorts the list by it: its name in the graph. */
  readonly sort?: string;
}

interface ListPageProps<Name extends ResourceName> extends ListDescription {
  readonly resource: Name;
  /** The page that a row leads to; by default its own record's. */
  readonly to?: (row: ItemOf<Name>) => string;
  /** The label of the search field; without it there is none. */
  readonly searchWords?: string;
  /** How a typed text is searched for; by default as a name or a part of it. */
  readonly readSearch?: (typed: string) => Sought;
  readonly filters?: readonly ListFilter[];
  /** Shown before the filters. */
  readonly beside?: ReactNode;
  readonly filter?: Readonly<Record<string, unknown>>;
  /** The columns, the identifying one first and as a link. */
  readonly columns: readonly ListColumn<ItemOf<Name>>[];
  readonly phone: (row: ItemOf<Name>) => PhoneLine;
}

type Listed<Name extends ResourceName> = ItemOf<Name> & { readonly id: string };

/** Keeps react-admin from using a list's row as the record on the record's page: a row has fewer fields. */
const rowsOnly = { meta: { rows: true } } as const;

/** A list of one resource: filters kept in the address, its search in memory, a table, lines on a phone, 50 a page. */
export function ListPage<Name extends ResourceName>(props: ListPageProps<Name>): ReactElement {
  const { sought } = useSought(props.resource);
  return (
    <ListBase
      resource={props.resource}
      perPage={50}
      exporter={false}
      queryOptions={rowsOnly}
      filter={{ ...props.filter, ...sought }}
    >
      <ListBody {...props} />
    </ListBase>
  );
}

function ListBody<Name extends ResourceName>(props: ListPageProps<Name>): ReactElement {
  const say = useWords();
  const list = useListContext();
  const narrow = useMediaQuery(phoneWidth);
  const { title } = useListTexts(props.texts);
  const { sought, seek } = useSought(props.resource);
  const [kept, keep] = useKeptList(props.resource);
  const filtered = Object.values({ ...list.filterValues, ...sought }).some(
    (value) => value !== '' && value !== undefined,
  );
  const to = props.to ?? ((row: Listed<Name>) => `/${props.resource}/${row.id}`);
  const rows = (list.data ?? []) as unknown as readonly Listed<Name>[];
  return (
    <ListFrame
      {...props}
      answer={{ fault: list.error, pending: list.isPending === true, refetch: list.refetch }}
      filters={
        <>
          {filtersOf(props)}
          {narrow ? null : (
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, ml: 'auto' }}>
              <ExportList name={title} />
              <SavedViews kept={kept} onKeep={keep} />
              <ColumnChoice columns={props.columns} kept={kept} onKeep={keep} />
            </Box>
          )}
        </>
      }
      instead={
        filtered ? (
          <EmptyState title={say('display.notMatched')} action={<ClearFilters onClear={() => seek({})} />} />
        ) : undefined
      }
    >
      {rows.length === 0 ? undefined : (
        <Card tabIndex={0} role="region" aria-label={title} sx={{ overflowX: 'auto' }}>
          {narrow ? (
            <PhoneLines rows={rows} to={to} phone={props.phone} />
          ) : (
            <DataTable bulkActionButtons={false} rowClick={false} sx={table}>
              {shownColumns(props.columns, kept.hidden).map((column) => columnOf(column, to))}
            </DataTable>
          )}
          <SumLine />
          <Pager page={list.page} perPage={list.perPage} total={list.total ?? 0} onPage={list.setPage} />
        </Card>
      )}
    </ListFrame>
  );
}

type ListMeta = Pick<Page<unknown>, 'sumAmount' | 'exportUrl'> | undefined;

/** Downloads the whole list as it is filtered and sorted. */
function ExportList({ name }: { readonly name: string }): ReactElement | null {
  const say = useWords();
  const address = (useListContext().meta as ListMeta)?.exportUrl;
  if (address === undefined || address === null) return null;
  return <Download url={address} fileName={`${name}.xlsx`} words={say('list.export')} />;
}

/** How many rows all pages have, and the sum of their amounts, where the service adds them up. */
function SumLine(): ReactElement | null {
  const say = useWords();
  const { meta, total = 0 } = useListContext();
  const sum = (meta as ListMeta)?.sumAmount;
  if (sum === undefined) return null;
  return (
    <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 2, px: 1.5, py: 1, fontWeight: 600 }}>
      {say('list.sum', { total, amount: amount(sum) })}
    </Box>
  );
}

function columnOf<Item>(column: ListColumn<Item>, to: (row: Item) => string): ReactElement {
  const { head, control, cell, right, link, sort } = column;
  return (
    <DataTable.Col
      key={head}
      label={control ?? head}
      {...(sort === undefined ? { disableSort: true } : { source: sort })}
      {...(right === true && { align: 'right' as const })}
      render={(record) => {
        const row = record as Item;
        const content = unbroken(cell(row));
        return link === undefined ? content : <Link to={to(row)}>{content}</Link>;
      }}
    />
  );
}

function filtersOf<Name extends ResourceName>(props: ListPageProps<Name>): ReactElement | undefined {
  const { searchWords, filters = [], beside } = props;
  if (searchWords === undefined && filters.length === 0 && beside === undefined) return undefined;
  return (
    <>
      {searchWords === undefined ? null : <SearchField {...props} words={searchWords} />}
      {beside}
      {filters.map((each) => (
        <FilterSelect key={each.name} {...each} />
      ))}
    </>
  );
}

const settledAfterMs = 400;

function SearchField(props: {
  readonly resource: ResourceName;
  readonly words: string;
  readonly readSearch?: (typed: string) => Sought;
}): ReactElement {
  const { setPage } = useListContext();
  const { sought, seek } = useSought(props.resource);
  const kept = sought.search ?? sought.identityNumber ?? '';
  const [typed, setTyped] = useState(kept);
  const text = typed.trim();
  useEffect(() => setTyped((now) => (now.trim() === kept ? now : kept)), [kept]);
  useEffect(() => {
    if (text === kept) return undefined;
    const settled = setTimeout(() => {
      setPage(1);
      seek(text === '' ? {} : (props.readSearch?.(text) ?? { search: text }));
    }, settledAfterMs);
    return () => clearTimeout(settled);
  });
  return <SearchInput label={props.words} value={typed} sx={{ width: { xs: '100%', sm: 320 } }} onType={setTyped} />;
}

function ClearFilters({ onClear }: { readonly onClear: () => void }): ReactElement {
  const say = useWords();
  const { setFilters } = useListContext();
  const clear = (): void => {
    onClear();
    setFilters({}, undefined, false);
  };
  return <Button onClick={clear}>{say('display.clearFilters')}</Button>;
}

function PhoneLines<Item extends { readonly id: string }>(props: {
  readonly rows: readonly Item[];
  readonly to: (row: Item) => string;
  readonly phone: (record: Item) => PhoneLine;
}): ReactElement {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {props.rows.map((row) => {
        const line = props.phone(row);
        return (
          <Box component="li" key={row.id} sx={{ borderBottom: 1, borderColor: 'divider' }}>
            <Box
              component={Link}
              to={props.to(row)}
              sx={{
                display: 'flex',
                gap: 1,
                alignItems: 'center',
                p: 1.5,
                minHeight: 48,
                color: 'text.primary',
                textDecoration: 'none',
              }}
            >
              <Box sx={{ flex: 1, minWidth: 0 }}>
                <Box sx={{ fontSize: 16, lineHeight: '24px', overflowWrap: 'anywhere' }}>{line.name}</Box>
                <Box sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{line.detail}</Box>
              </Box>
              {line.mark}
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}

/** Rows of 36 px: a linked name keeps to one line up to 22 characters; long units wrap, short words don't. */
const table = {
  '& .RaDataTable-headerCell': { backgroundColor: 'var(--raised)', p: '6px 12px' },
  '& .RaDataTable-rowCell': { p: '6px 12px', minWidth: 64 },
  '& .RaDataTable-rowCell a': { display: 'inline-block', width: 'max-content', maxWidth: 320, verticalAlign: 'top' },
  '& .MuiTableSortLabel-root': { minHeight: 24 },
  '& .MuiTableSortLabel-icon': { opacity: 0.4 },
  '& tr > :has(> .MuiCheckbox-root)': { p: '1px 8px', minWidth: 0, width: 48 },
} as const;
