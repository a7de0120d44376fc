import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Skeleton from '@mui/material/Skeleton';
import { useEffect, useRef, useState, type ReactElement, type RefObject } from 'react';
import { EmptyState } from '../display/EmptyState.tsx';
import { FaultNotice } from '../display/FaultNotice.tsx';
import { useOpensNext } from '../display/preferences.ts';
import { PageHead } from '../display/PageHead.tsx';
import { useLanguage, useWords } from '../i18n/use-words.ts';
import { SearchInput } from '../list/SearchInput.tsx';
import { DecisionBar } from './DecisionBar.tsx';
import { NextSteps } from '../next-step/NextSteps.tsx';
import type { QueuePageProps } from './queue-page-props.ts';
import { QueuePanes } from './QueuePanes.tsx';
import { useQueueKeys } from './use-queue-keys.ts';
import type { QueueRow, QueueState } from './use-queue.ts';

/** A queue: the list, the evidence, the facts with their explanation, and the decisions, always visible. */
export function QueuePage<Row extends QueueRow>(props: QueuePageProps<Row>): ReactElement {
  const { queue } = props;
  const searchField = useRef<HTMLInputElement>(null);
  const [evidenceAt, setEvidenceAt] = useState<{ readonly id: string; readonly at: number }>({ id: '', at: 0 });
  const [detailOpen, setDetailOpen] = useState(false);
  const row = queue.current;
  const at = evidenceAt.id === row?.id ? evidenceAt.at : 0;
  const nextEvidence = (): void => setEvidenceAt({ id: row?.id ?? '', at: at + 1 });
  const withRow = (act: (current: Row) => void) => (): void => {
    if (row !== undefined) act(row);
  };
  useLastPage(props);
  useQueueKeys(
    {
      next: () => queue.move(1),
      previous: () => queue.move(-1),
      open: withRow(props.onOpen),
      select: (range) => withRow((current) => current.locked === undefined && queue.toggle(current.id, range))(),
      approve: withRow(props.onApprove),
      returnBack: withRow(props.onReturn),
      reject: withRow(props.onReject),
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
      <SearchAndFilters {...props} field={searchField} />
      <Box aria-live="polite" sx={{ minHeight: 22, color: 'text.secondary' }}>
        {props.announcement}
      </Box>
      <DecidedByOthers queue={queue} />
      {row === undefined ? <NothingInQueue {...props} /> : null}
      {row === undefined ? null : (
        <>
          <QueuePanes
            {...props}
            row={row}
            at={at}
            onNextEvidence={nextEvidence}
            detailOpen={detailOpen}
            onPick={pick}
          />
          <DecisionBar {...props} row={row} detailOpen={detailOpen} onSwitch={() => setDetailOpen(!detailOpen)} />
        </>
      )}
    </>
  );
}

/** The rows that could not be decided because somebody else had: by whom and when, until it is put away. */
function DecidedByOthers<Row extends QueueRow>({ queue }: { readonly queue: QueueState<Row> }): ReactElement | null {
  const say = useWords();
  const language = useLanguage();
  if (queue.gone.length === 0) return null;
  return (
    <Alert severity="warning" role="status" sx={{ mb: 1 }} closeText={say('display.leave')} onClose={queue.forget}>
      {queue.gone.map(({ id, name, problems }) => (
        <div key={id}>
          <strong>{name}</strong>{' '}
          {say('queue.rowRefused', { reason: problems.map((problem) => problem[language]).join('；') })}
        </div>
      ))}
    </Alert>
  );
}

function SearchAndFilters<Row extends QueueRow>(
  props: QueuePageProps<Row> & { readonly field: RefObject<HTMLInputElement | null> },
): ReactElement {
  const say = useWords();
  const [opensNext, setOpensNext] = useOpensNext(props.name);
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', mb: 1 }}>
      <SearchInput
        inputRef={props.field}
        label={say('queue.search')}
        value={props.search}
        onType={(text) => {
          props.queue.selectPage(false);
          props.onSearch(text);
        }}
        sx={{ width: 240 }}
      />
      {props.filters}
      <FormControlLabel
        sx={{ ml: 0 }}
        label={say('queue.openNext')}
        control={<Checkbox checked={opensNext} onChange={(_, on) => setOpensNext(on)} />}
      />
    </Box>
  );
}

/** Goes back to the page that has become the last one, once the rows after it are decided. */
function useLastPage<Row extends QueueRow>({ queue, page, perPage, loading, onPage }: QueuePageProps<Row>): void {
  const last = Math.max(1, Math.ceil(queue.left / perPage));
  const beyond = !loading && queue.rows.length === 0 && page > last;
  useEffect(() => {
    if (beyond) onPage(last);
  }, [beyond, last, onPage]);
}

function NothingInQueue<Row extends QueueRow>(props: QueuePageProps<Row>): ReactElement | null {
  const say = useWords();
  if (props.loading || (props.queue.left > 0 && !props.fault)) return <Skeleton variant="rectangular" height={320} />;
  if (props.fault !== undefined && props.fault !== null) return null;
  if (props.search === '')
    return <EmptyState title={say('display.allDone')} why={props.emptyWhy} action={<NextSteps />} />;
  return (
    <EmptyState
      title={say('display.notMatched')}
      action={<Button onClick={() => props.onSearch('')}>{say('display.clearFilters')}</Button>}
    />
  );
}
