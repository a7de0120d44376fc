import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { useCan } from '../auth/use-staff.ts';
import { ConfirmDialog } from '../display/ConfirmDialog.tsx';
import { moment } from '../display/dates.ts';
import { EmptyState } from '../display/EmptyState.tsx';
import { FaultNotice } from '../display/FaultNotice.tsx';
import { PageHead } from '../display/PageHead.tsx';
import { Pager } from '../display/Pager.tsx';
import { PlainTable } from '../display/PlainTable.tsx';
import { StatusTag } from '../display/StatusTag.tsx';
import { deadLetterListQuery, eventConsumersQuery } from '../graph/generated/events.ts';
import { useAnswer } from '../graph/use-answer.ts';
import { useCommand } from '../graph/use-command.ts';
import { useWords } from '../i18n/use-words.ts';
import { replayDeadLetters, replayEvents } from './commands.ts';

/** How far the statistics have come in the events, what could not be handled, and the replay of everything. */
export default function EventPage(): ReactElement {
  const say = useWords();
  const can = useCan();
  const [replaying, setReplaying] = useState(false);
  return (
    <>
      <PageHead title={say('events.title')} lead={say('events.lead')}>
        {can('report.replay') ? <Button onClick={() => setReplaying(true)}>{say('events.replay')}</Button> : null}
      </PageHead>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Consumers />
        <DeadLetters />
      </Box>
      {replaying ? <Replay onClose={() => setReplaying(false)} /> : null}
    </>
  );
}

function Consumers(): ReactElement {
  const say = useWords();
  const { data, error, refetch } = useAnswer(eventConsumersQuery, {}, { every: () => 10_000 });
  if (error) return <FaultNotice fault={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton variant="rectangular" height={160} />;
  return (
    <Card component="section">
      <Typography variant="h2" sx={{ p: 2, pb: 1 }}>
        {say('events.consumers')}
      </Typography>
      {data.eventConsumers.length === 0 ? (
        <EmptyState title={say('events.none')} />
      ) : (
        <PlainTable
          caption={say('events.consumers')}
          rows={data.eventConsumers}
          keyOf={(consumer) => consumer.name}
          columns={[
            { head: say('events.consumer'), cell: (consumer) => consumer.name },
            {
              head: say('staff.status'),
              cell: (consumer) =>
                consumer.deadLetters > 0 ? (
                  <StatusTag tone="stop" word={say('events.stuck')} />
                ) : (
                  <StatusTag tone="done" word={say('events.healthy')} />
                ),
            },
            { head: say('events.lastHandledAt'), cell: (consumer) => moment(consumer.lastHandledAt) },
            {
              head: say('events.lag'),
              right: true,
              cell: (consumer) => (consumer.lagSeconds === null ? '—' : consumer.lagSeconds.toFixed(1)),
            },
            { head: say('events.deadLetters'), right: true, cell: (consumer) => consumer.deadLetters },
            { head: say('events.unsent'), right: true, cell: (consumer) => consumer.unsent },
          ]}
        />
      )}
    </Card>
  );
}

const perPage = 50;

function DeadLetters(): ReactElement {
  const say = useWords();
  const can = useCan();
  const notify = useNotify();
  const [page, setPage] = useState(1);
  const { data, error, refetch } = useAnswer(deadLetterListQuery, { page, perPage });
  const command = useCommand(replayDeadLetters);
  if (error) return <FaultNotice fault={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton variant="rectangular" height={160} />;
  const { items, total } = data.deadLetters;
  const retry = async (): Promise<void> => {
    const result = await command.run(items.map((letter) => letter.id));
    if (result === undefined) return;
    const refused = result.rows.filter((row) => !row.ok).length;
    notify(say('events.retried', { ok: result.rows.length - refused, refused }), {
      type: refused === 0 ? 'success' : 'warning',
    });
  };
  return (
    <Card component="section">
      <Box sx={{ p: 2, pb: 1, display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          {say('events.deadTitle')}
        </Typography>
        {can('dead-letter.replay') && items.length > 0 ? (
          <Button loading={command.pending} onClick={() => void retry()}>
            {say('events.retryAll', { count: items.length })}
          </Button>
        ) : null}
      </Box>
      {total === 0 ? (
        <EmptyState title={say('events.deadNone')} />
      ) : (
        <PlainTable
          caption={say('events.deadTitle')}
          rows={items}
          keyOf={(letter) => letter.id}
          columns={[
            { head: say('events.type'), cell: (letter) => letter.type ?? '—' },
            { head: say('events.cause'), cell: (letter) => letter.cause },
            { head: say('events.attempts'), right: true, cell: (letter) => letter.attempts },
            { head: say('events.diedAt'), cell: (letter) => moment(letter.diedAt) },
            { head: say('events.key'), cell: (letter) => letter.key ?? '—' },
          ]}
        />
      )}
      <Pager page={page} perPage={perPage} total={total} onPage={setPage} />
    </Card>
  );
}

function Replay({ onClose }: { readonly onClose: () => void }): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(replayEvents);
  const decide = async (): Promise<void> => {
    const result = await command.run(undefined);
    if (result?.replay === undefined || result.replay === null) return;
    const { events, factsBefore, factsAfter } = result.replay;
    notify(say('events.replayed', { events, before: factsBefore, after: factsAfter }), {
      type: factsBefore === factsAfter ? 'success' : 'warning',
      autoHideDuration: 10_000,
    });
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={say('events.replay')}
      consequence={say('events.replayConsequence')}
      problems={command.problems}
      pending={command.pending}
      onCancel={onClose}
      onConfirm={() => void decide()}
    />
  );
}
