import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Skeleton from '@mui/material/Skeleton';
import TextField from '@mui/material/TextField';
import { useRef, useState, type ReactElement, type ReactNode } from 'react';
import { EmptyState } from '../display/EmptyState.tsx';
import { FaultNotice } from '../display/FaultNotice.tsx';
import { PageHead } from '../display/PageHead.tsx';
import { Pager } from '../display/Pager.tsx';
import { useWords } from '../i18n/use-words.ts';
import { QueueList } from './QueueList.tsx';
import { useQueueKeys } from './use-queue-keys.ts';
import type { QueueRow, QueueState } from './use-queue.ts';

/** What a queue page is made of. */
export interface QueuePageProps<Row extends QueueRow> {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly queue: QueueState<Row>;
  readonly total: number;
  readonly page: number;
  readonly perPage: number;
  readonly onPage: (page: number) => void;
  readonly loading: boolean;
  readonly fault?: unknown;
  readonly onRetry?: () => void;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly filters?: ReactNode;
  readonly emptyWhy?: string;
  readonly selectable?: boolean;
  readonly evidence?: (row: Row, at: number, onNext: () => void) => ReactNode;
  readonly facts: (row: Row) => ReactNode;
  /** The buttons for the current row, or for the ticked ones where there are any. */
  readonly decisions: (row: Row) => ReactNode;
  /** Above the buttons while rows are ticked: 已选 23 户，合计 …. */
  readonly batch?: ReactNode;
  readonly announcement: string;
  readonly onOpen: (row: Row) => void;
  readonly onApprove: (row: Row) => void;
  readonly onReturn: (row: Row) => void;
  readonly busy: boolean;
}

/** A queue: the list, the evidence, the facts with their explanation, and the decisions always in sight. */
export function QueuePage<Row extends QueueRow>(props: QueuePageProps<Row>): ReactElement {
  const { queue } = props;
  const say = useWords();
  const searchField = useRef<HTMLInputElement>(null);
  const [evidenceAt, setEvidenceAt] = useState<{ readonly id: string; readonly at: number }>({ id: '', at: 0 });
  const [detailOpen, setDetailOpen] = useState(false);
  const row = queue.current;
  const at = evidenceAt.id === row?.id ? evidenceAt.at : 0;
  const nextEvidence = (): void => setEvidenceAt({ id: row?.id ?? '', at: at + 1 });
  const withRow = (act: (current: Row) => void) => (): void => {
    if (row !== undefined && !props.busy) act(row);
  };
  useQueueKeys(
    {
      next: () => queue.move(1),
      previous: () => queue.move(-1),
      open: withRow(props.onOpen),
      select: (range) => withRow((current) => current.locked === undefined && queue.toggle(current.id, range))(),
      approve: withRow(props.onApprove),
      returnBack: withRow(props.onReturn),
      evidence: nextEvidence,
      search: () => searchField.current?.focus(),
      escape: () => {
        if (detailOpen) setDetailOpen(false);
        else queue.clear();
      },
    },
    true,
  );
  const pick = (id: string): void => {
    queue.go(id);
    setDetailOpen(true);
  };
  return (
    <>
      <PageHead title={props.title} lead={props.lead} />
      {props.fault === undefined || props.fault === null ? null : (
        <FaultNotice fault={props.fault} {...(props.onRetry === undefined ? {} : { onRetry: props.onRetry })} />
      )}
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', mb: 1 }}>
        <TextField
          inputRef={searchField}
          type="search"
          label={say('queue.search')}
          value={props.search}
          onChange={(event) => props.onSearch(event.target.value)}
          sx={{ width: 240 }}
        />
        {props.filters}
      </Box>
      <Box aria-live="polite" sx={{ minHeight: 22, color: 'text.secondary' }}>
        {props.announcement}
      </Box>
      {props.loading && queue.rows.length === 0 ? <Skeleton variant="rectangular" height={320} /> : null}
      {!props.loading && queue.rows.length === 0 && !props.fault ? (
        <EmptyState
          title={props.search === '' ? say('display.allDone') : say('display.notMatched')}
          why={props.search === '' ? props.emptyWhy : undefined}
          action={
            props.search === '' ? undefined : (
              <Button onClick={() => props.onSearch('')}>{say('display.clearFilters')}</Button>
            )
          }
        />
      ) : null}
      {row === undefined ? null : (
        <Box sx={panes}>
          <Box
            component="section"
            aria-label={say('queue.list')}
            sx={{ ...pane, gridArea: 'list', display: { xs: detailOpen ? 'none' : 'block', sm: 'block' } }}
          >
            {props.selectable === true ? (
              <FormControlLabel
                sx={{ ml: '3px', borderBottom: 1, borderColor: 'divider', width: 'calc(100% - 3px)', mr: 0 }}
                label={say('display.selectAll')}
                control={
                  <Checkbox
                    checked={queue.selected.size > 0}
                    indeterminate={
                      queue.selected.size > 0 &&
                      queue.selectedRows.length < queue.rows.filter((each) => each.locked === undefined).length
                    }
                    onChange={(_, on) => queue.selectPage(on)}
                  />
                }
              />
            ) : null}
            <QueueList queue={queue} selectable={props.selectable === true} onPick={pick} />
            <Pager page={props.page} perPage={props.perPage} total={props.total} onPage={props.onPage} />
          </Box>
          <Box
            component="section"
            tabIndex={0}
            aria-label={say('queue.evidence')}
            sx={{
              ...pane,
              p: 2,
              gridArea: 'evidence',
              display: { xs: detailOpen ? 'block' : 'none', sm: props.evidence === undefined ? 'none' : 'block' },
            }}
          >
            {props.evidence?.(row, at, nextEvidence)}
          </Box>
          <Box
            component="section"
            tabIndex={0}
            aria-label={say('queue.facts')}
            sx={{ ...pane, p: 2, gridArea: 'facts', display: { xs: detailOpen ? 'block' : 'none', sm: 'block' } }}
          >
            {props.facts(row)}
          </Box>
        </Box>
      )}
      {row === undefined ? null : (
        <Box
          component="section"
          aria-label={say('queue.decisions')}
          sx={{
            position: 'sticky',
            bottom: { xs: 56, sm: 0 },
            mt: 1,
            mx: { xs: -2, sm: -3 },
            mb: { xs: 0, sm: -3 },
            px: { xs: 2, sm: 3 },
            py: 1,
            zIndex: 2,
            backgroundColor: 'background.paper',
            borderTop: 1,
            borderColor: 'divider',
            display: 'flex',
            flexWrap: 'wrap',
            gap: 1,
            alignItems: 'center',
          }}
        >
          <Button sx={{ display: { sm: 'none' } }} onClick={() => setDetailOpen(!detailOpen)}>
            {detailOpen ? say('queue.list') : say('queue.facts')}
          </Button>
          <Box sx={{ flex: '1 1 200px', minWidth: 0 }}>
            {queue.selected.size > 0 ? (
              props.batch
            ) : (
              <>
                <strong>{row.name}</strong>{' '}
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {say('queue.position', {
                    n: (props.page - 1) * props.perPage + queue.position + 1,
                    total: props.total,
                  })}
                </Box>
                {row.locked === undefined ? null : <Box sx={{ color: 'var(--wait)' }}>{row.locked}</Box>}
              </>
            )}
          </Box>
          {props.decisions(row)}
        </Box>
      )}
    </>
  );
}

const pane = {
  minWidth: 0,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  backgroundColor: 'background.paper',
  overflowY: 'auto',
  maxHeight: { md: 'calc(100dvh - 274px)' },
  minHeight: { md: 280 },
} as const;

const panes = {
  display: 'grid',
  gap: 1,
  alignItems: 'stretch',
  gridTemplateColumns: { xs: '1fr', sm: '240px minmax(0, 1fr)', lg: '300px minmax(0, 1fr) 360px' },
  gridTemplateAreas: {
    xs: '"list" "facts" "evidence"',
    sm: '"list facts" "list evidence"',
    lg: '"list evidence facts"',
  },
} as const;
