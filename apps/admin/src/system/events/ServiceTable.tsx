import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { moment } from '../../base/display/dates.ts';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import { StatusTag, type Tone } from '../../base/display/StatusTag.tsx';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { statusOf, type ServiceStatus } from './service-status.ts';
import { services, type Service } from './services.ts';
import { useEventWords } from './use-event-words.ts';
import type { EventsOfServices } from './use-service-events.ts';

const tones: Readonly<Record<ServiceStatus, Tone>> = {
  NORMAL: 'done',
  BEHIND: 'wait',
  STUCK: 'stop',
  DEAD_LETTERS: 'stop',
  UNREACHABLE: 'stop',
};

/** A row per service: its status, what waits to be sent and to be handled, its dead letters. */
export function ServiceTable(props: {
  readonly events: EventsOfServices;
  readonly onLetters: (service: Service) => void;
}): ReactElement {
  const say = useWords();
  const term = useTerm();
  const words = useEventWords();
  const of = (service: Service) => props.events[service];
  return (
    <Card component="section">
      <Typography variant="h2" sx={{ p: 2, pb: 1 }}>
        {say('events.services')}
      </Typography>
      <PlainTable
        caption={say('events.services')}
        rows={services}
        keyOf={(service) => service}
        columns={[
          { head: say('events.service'), cell: (service) => <Box sx={nowrap}>{term('serviceName', service)}</Box> },
          {
            head: say('events.status'),
            cell: (service) => <Status events={of(service)} />,
          },
          {
            head: say('events.deadLetters'),
            right: true,
            cell: (service) => {
              const count = of(service)?.deadLetters;
              if (count === undefined || count === 0) return count ?? '—';
              return (
                <Button
                  size="small"
                  aria-label={`${term('serviceName', service)}：${say('events.showLetters', { count })}`}
                  onClick={() => props.onLetters(service)}
                >
                  {say('events.showLetters', { count })}
                </Button>
              );
            },
          },
          { head: say('events.unsent'), right: true, cell: (service) => of(service)?.outbox.unsent ?? '—' },
          { head: say('events.oldestUnsent'), cell: (service) => <OldestUnsent events={of(service)} /> },
          {
            head: say('events.backlog'),
            right: true,
            cell: (service) => of(service)?.consumer?.backlogEvents ?? '—',
          },
          { head: say('events.lag'), cell: (service) => words.wait(of(service)?.consumer?.backlogSeconds) },
          {
            head: say('events.lastHandledAt'),
            cell: (service) => <Box sx={nowrap}>{moment(of(service)?.consumer?.lastHandledAt)}</Box>,
          },
        ]}
      />
    </Card>
  );
}

function Status({ events }: { readonly events: EventsOfServices[Service] }): ReactElement {
  const say = useWords();
  if (events === undefined) return <>—</>;
  const status = statusOf(events);
  return <StatusTag tone={tones[status]} word={say(`events.statusWord.${status}`)} />;
}

const nowrap = { whiteSpace: 'nowrap' } as const;

function OldestUnsent({ events }: { readonly events: EventsOfServices[Service] }): ReactElement {
  const say = useWords();
  const words = useEventWords();
  if (!events || events.outbox.unsent === 0) return <>—</>;
  const { oldestUnsentSeconds, heldBack, heldBackBy } = events.outbox;
  return (
    <>
      {words.wait(oldestUnsentSeconds)}
      {heldBack > 0 ? (
        <Box sx={{ fontSize: 12, lineHeight: '18px', color: 'text.secondary' }}>
          {say('events.heldBack', { count: heldBack })}
          {heldBackBy ? (
            <Box>
              {say('events.heldBackBy', {
                pid: heldBackBy.pid,
                application: heldBackBy.application || '—',
                open: heldBackBy.openSeconds === null ? '—' : words.wait(heldBackBy.openSeconds),
              })}
            </Box>
          ) : null}
        </Box>
      ) : null}
    </>
  );
}
