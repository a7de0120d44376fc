import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useState, type ReactElement } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { ConfirmDialog } from '../../base/display/ConfirmDialog.tsx';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import { Pager } from '../../base/display/Pager.tsx';
import { ChoiceField } from '../../base/form/ChoiceField.tsx';
import { deadLetterListQuery } from '../../base/graph/generated/events.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { DeadLetterTable } from './DeadLetterTable.tsx';
import { only, services, type Service } from './services.ts';
import { useEventWords } from './use-event-words.ts';
import { useRedrive, type Redriving } from './use-redrive.ts';
import type { EventsOfServices } from './use-service-events.ts';

const perPage = 50;

/** The id of the section, to which a service's row links. */
export const deadLettersId = 'dead-letters';

/** The dead letters of one service: filtered, ticked, handled again; what fails again stays ticked. */
export function DeadLetters(props: {
  readonly service: Service;
  readonly events: EventsOfServices[Service];
}): ReactElement {
  const { service } = props;
  const say = useWords();
  const can = useCan();
  const [search, setSearch] = useSearchParams();
  const type = search.get('type');
  const replayed = search.get('kind') === 'redriven';
  const page = Number(search.get('page') ?? 1);
  const { data, error, refetch } = useAnswer(deadLetterListQuery, {
    filter: { type, replayed },
    page,
    perPage,
    ...only(service),
  });
  const redriving = useRedrive(service);
  const filter = (changed: Readonly<Record<string, string | null>>): void => {
    const next = { service, type, kind: replayed ? 'redriven' : null, ...changed };
    setSearch(Object.fromEntries(Object.entries(next).filter((entry): entry is [string, string] => entry[1] !== null)));
  };
  const letters = data?.[service];
  return (
    <Card component="section" id={deadLettersId} tabIndex={-1} aria-busy={redriving.pending}>
      <Box sx={{ p: 2, pb: 1, display: 'grid', gap: 1.5 }}>
        <Typography variant="h2">{say('events.deadTitle')}</Typography>
        <Filters {...props} type={type} replayed={replayed} onFilter={filter} />
        {can('dead-letter.replay') && !replayed ? (
          <RedriveBar redriving={redriving} type={type} waiting={waitingOf(props.events, type)} />
        ) : null}
        <Box aria-live="polite">
          {redriving.result === undefined ? null : (
            <Alert severity={redriving.refusals.size === 0 ? 'success' : 'warning'}>{redriving.result}</Alert>
          )}
        </Box>
      </Box>
      {error ? <FaultNotice fault={error} onRetry={() => void refetch()} /> : null}
      {letters === undefined && !error ? <Skeleton variant="rectangular" height={160} /> : null}
      {letters === null ? <EmptyState title={say('events.statusWord.UNREACHABLE')} /> : null}
      {letters?.total === 0 ? (
        <Nothing filtered={type !== null} replayed={replayed} onClear={() => filter({ type: null })} />
      ) : null}
      {letters === undefined || letters === null || letters.total === 0 ? null : (
        <DeadLetterTable service={service} letters={letters.items} replayed={replayed} redriving={redriving} />
      )}
      <Pager
        page={page}
        perPage={perPage}
        total={letters?.total ?? 0}
        onPage={(next) => filter({ page: String(next) })}
      />
    </Card>
  );
}

/** How many letters of a type wait in a service. */
function waitingOf(events: EventsOfServices[Service], type: string | null): number {
  return events?.deadLettersByType.find((each) => each.type === type)?.waiting ?? 0;
}

function Nothing(props: {
  readonly filtered: boolean;
  readonly replayed: boolean;
  readonly onClear: () => void;
}): ReactElement {
  const say = useWords();
  if (props.filtered)
    return (
      <EmptyState
        title={say('events.noMatch')}
        action={<Button onClick={props.onClear}>{say('events.clear')}</Button>}
      />
    );
  if (props.replayed) return <EmptyState title={say('events.redrivenNone')} />;
  return <EmptyState title={say('events.deadNone')} why={say('events.deadNoneWhy')} />;
}

function Filters(props: {
  readonly service: Service;
  readonly events: EventsOfServices[Service];
  readonly type: string | null;
  readonly replayed: boolean;
  readonly onFilter: (changed: Readonly<Record<string, string | null>>) => void;
}): ReactElement {
  const say = useWords();
  const term = useTerm();
  const words = useEventWords();
  const { service, events, type, replayed, onFilter } = props;
  const known = (events?.deadLettersByType ?? []).flatMap((each) => (each.type === null ? [] : [each.type]));
  const types = type === null || known.includes(type) ? known : [...known, type];
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      <ChoiceField
        label={say('events.service')}
        value={service}
        choices={services.map((each) => ({ value: each, word: term('serviceName', each) }))}
        onChoose={(chosen) => onFilter({ service: chosen, type: null })}
      />
      <ChoiceField
        label={say('events.type')}
        value={type ?? ''}
        all={say('events.allTypes')}
        choices={types.map((each) => ({ value: each, word: words.type(each) }))}
        onChoose={(chosen) => onFilter({ type: chosen === '' ? null : chosen })}
      />
      <ChoiceField
        label={say('events.kind')}
        value={replayed ? 'redriven' : 'waiting'}
        choices={[
          { value: 'waiting', word: say('events.waiting') },
          { value: 'redriven', word: say('events.redriven') },
        ]}
        onChoose={(chosen) => onFilter({ kind: chosen === 'waiting' ? null : chosen })}
      />
    </Box>
  );
}

/** The commands: on the ticked letters, and on all of the filtered type. */
function RedriveBar(props: {
  readonly redriving: Redriving;
  readonly type: string | null;
  readonly waiting: number;
}): ReactElement {
  const { redriving, type, waiting } = props;
  const say = useWords();
  const words = useEventWords();
  const [asking, setAsking] = useState(false);
  const ids = [...redriving.ticked];
  const title = say('events.redriveType', { type: words.type(type), count: waiting });
  const decide = async (): Promise<void> => {
    if (type !== null) await redriving.redriveType(type);
    setAsking(false);
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      <Button
        variant="contained"
        disabled={ids.length === 0}
        loading={redriving.pending}
        onClick={() => void redriving.redrive(ids)}
      >
        {say('events.redriveSelected', { count: ids.length })}
      </Button>
      {type === null || waiting === 0 ? null : <Button onClick={() => setAsking(true)}>{title}</Button>}
      {asking ? (
        <ConfirmDialog
          open
          title={title}
          consequence={`${say('events.redriveConsequence')} ${say('events.redriveMost')}`}
          pending={redriving.pending}
          onCancel={() => setAsking(false)}
          onConfirm={() => void decide()}
        />
      ) : null}
    </Box>
  );
}
