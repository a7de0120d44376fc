import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { DataTable, ListBase, useListContext } from 'react-admin';
import { Link } from 'react-router-dom';
import { EmptyState } from '../display/EmptyState.tsx';
import { FaultNotice } from '../display/FaultNotice.tsx';
import { PageHead } from '../display/PageHead.tsx';
import { Pager } from '../display/Pager.tsx';
import type { ResourceName } from '../graph/resources.ts';
import { useWords } from '../i18n/use-words.ts';
import { SearchInput } from './SearchInput.tsx';
import { useSought, type Sought } from './sought.ts';

/** One record on a phone: its name (a link to it), details, and a mark at the end. */
export interface PhoneLine {
  readonly to: string;
  readonly name: string;
  readonly detail: string;
  readonly mark?: ReactNode;
}

interface ListPageProps<Item> {
  readonly resource: ResourceName;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** The label of the search field; without it there is none. */
  readonly searchWords?: string;
  /** How a typed text is searched for; by default as a name or a part of it. */
  readonly readSearch?: (typed: string) => Sought;
  readonly filters?: ReactNode;
  readonly filter?: Readonly<Record<string, unknown>>;
  /** What is shown before the first record exists. */
  readonly empty: ReactNode;
  /** The columns: DataTable.Col, the identifying one first and as a link. */
  readonly children: ReactNode;
  readonly phone: (record: Item) => PhoneLine;
}

/** Keeps react-admin from using a list's row as the record on the record's page: a row has fewer fields. */
const rowsOnly = { meta: { rows: true } } as const;

/** A list of one resource: filters kept in the address, its search in memory, a table, lines on a phone, 50 a page. */
export function ListPage<Item extends { readonly id: string }>(props: ListPageProps<Item>): ReactElement {
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

function ListBody<Item extends { readonly id: string }>(props: ListPageProps<Item>): ReactElement {
  const say = useWords();
  const list = useListContext();
  const narrow = useMediaQuery('(max-width: 599.95px)');
  const { sought, seek } = useSought(props.resource);
  const filtered = Object.values({ ...list.filterValues, ...sought }).some(
    (value) => value !== '' && value !== undefined,
  );
  const rows = (list.data ?? []) as unknown as readonly Item[];
  return (
    <>
      <PageHead title={props.title} lead={props.lead}>
        {props.actions}
      </PageHead>
      {props.searchWords === undefined && props.filters === undefined ? null : (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 1 }}>
          {props.searchWords === undefined ? null : <SearchField {...props} words={props.searchWords} />}
          {props.filters}
        </Box>
      )}
      {list.error === null || list.error === undefined ? null : (
        <FaultNotice fault={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.isPending === true && !list.error ? <Skeleton variant="rectangular" height={320} /> : null}
      {list.isPending !== true && !list.error && rows.length === 0 ? (
        <Card>
          {filtered ? (
            <EmptyState
              title={say('display.notMatched')}
              why={undefined}
              action={<ClearFilters onClear={() => seek({})} />}
            />
          ) : (
            props.empty
          )}
        </Card>
      ) : null}
      {rows.length === 0 ? null : (
        <Card tabIndex={0} role="region" aria-label={props.title} sx={{ overflowX: 'auto' }}>
          {narrow ? (
            <PhoneLines rows={rows} phone={props.phone} />
          ) : (
            <DataTable bulkActionButtons={false} rowClick={false} sx={table}>
              {props.children}
            </DataTable>
          )}
          <Pager page={list.page} perPage={list.perPage} total={list.total ?? 0} onPage={list.setPage} />
        </Card>
      )}
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
              to={line.to}
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
  '& tr > :has(> .MuiCheckbox-root)': { p: '1px 8px', minWidth: 0, width: 48 },
} as const;
