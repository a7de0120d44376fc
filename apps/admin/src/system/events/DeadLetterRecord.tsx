import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { ReactElement, ReactNode } from 'react';
import { Link, useParams } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { moment } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import { KeyFacts } from '../../base/display/KeyFacts.tsx';
import { PageHead } from '../../base/display/PageHead.tsx';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import { deadLetterRecordQuery } from '../../base/graph/generated/events.ts';
import type { DeadLetterRecordQuery } from '../../base/graph/generated/operation-types.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useLanguage, useWords } from '../../base/i18n/use-words.ts';
import { only, serviceOf, type Service } from './services.ts';
import { useEventWords } from './use-event-words.ts';
import { useRedrive } from './use-redrive.ts';

type Letter = NonNullable<DeadLetterRecordQuery[Service]>;

/** One event that could not be handled: what it says (masked), why it failed and where, who had it handled again. */
export default function DeadLetterRecord(): ReactElement {
  const say = useWords();
  const params = useParams();
  const service = serviceOf(params['service']);
  const id = params['id'] ?? '';
  const { data, error, refetch } = useAnswer(
    deadLetterRecordQuery,
    { id, ...only(service ?? 'reporting') },
    { enabled: service !== undefined },
  );
  const letter = service === undefined ? null : data?.[service];
  if (error) return <FaultNotice fault={error} onRetry={() => void refetch()} />;
  if (letter === undefined && service !== undefined && data === undefined)
    return <Skeleton variant="rectangular" height={320} />;
  if (letter === undefined || letter === null || service === undefined)
    return (
      <>
        <PageHead title={say('events.letter')} />
        <EmptyState title={say('events.noLetter')} action={<Link to="/events">{say('events.back')}</Link>} />
      </>
    );
  return <Shown service={service} letter={letter} />;
}

function Shown({ service, letter }: { readonly service: Service; readonly letter: Letter }): ReactElement {
  const say = useWords();
  const can = useCan();
  const term = useTerm();
  const language = useLanguage();
  const words = useEventWords();
  const redriving = useRedrive(service);
  const waits = letter.replayedAt === null;
  const refused = redriving.refusals.get(letter.id);
  return (
    <>
      <PageHead
        title={words.type(letter.type)}
        lead={
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, alignItems: 'center' }}>
            <Link to={`/events?service=${service}`}>{say('events.back')}</Link>
            <span>{letter.type}</span>
            <StatusTag tone={waits ? 'stop' : 'done'} word={say(waits ? 'events.waiting' : 'events.redriven')} />
          </Box>
        }
      >
        {waits && can('dead-letter.replay') ? (
          <Button variant="contained" loading={redriving.pending} onClick={() => void redriving.redrive([letter.id])}>
            {say('events.redriveOne')}
          </Button>
        ) : null}
      </PageHead>
      <Box aria-live="polite" sx={{ mb: redriving.result === undefined ? 0 : 2 }}>
        {redriving.result === undefined ? null : (
          <Alert severity={refused === undefined ? 'success' : 'warning'}>
            {refused === undefined ? redriving.result : refused.problems.map((problem) => problem[language]).join('；')}
          </Alert>
        )}
      </Box>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Card sx={{ p: 2 }}>
          <KeyFacts
            facts={[
              { name: say('events.service'), value: term('serviceName', service) },
              { name: say('events.unit'), value: letter.organizationPath },
              { name: say('events.diedAt'), value: moment(letter.diedAt) },
              { name: say('events.attempts'), value: letter.attempts },
              { name: say('events.key'), value: letter.key },
              { name: say('events.eventId'), value: letter.eventId },
              { name: say('events.redrivenBy'), value: letter.redrivenBy },
              { name: say('events.redrivenAt'), value: moment(letter.replayedAt) },
            ]}
          />
        </Card>
        <Part title={say('events.cause')}>{letter.cause}</Part>
        <Part title={say('events.payload')} lead={say('events.payloadLead')} code>
          {JSON.stringify(letter.payload, null, 2)}
        </Part>
        <Part title={say('events.stack')} code={letter.stack !== null}>
          {letter.stack ?? say('events.noStack')}
        </Part>
      </Box>
    </>
  );
}

function Part(props: {
  readonly title: string;
  readonly lead?: string;
  readonly code?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <Card component="section" sx={{ p: 2, minWidth: 0 }}>
      <Typography variant="h2">{props.title}</Typography>
      {props.lead === undefined ? null : <Box sx={{ color: 'text.secondary' }}>{props.lead}</Box>}
      <Box
        {...(props.code === true ? { component: 'pre', tabIndex: 0, role: 'region', 'aria-label': props.title } : {})}
        sx={{
          m: 0,
          mt: props.code === true ? 1 : 0,
          overflowWrap: 'anywhere',
          whiteSpace: 'pre-wrap',
          ...(props.code === true && {
            p: 1,
            borderRadius: 1,
            bgcolor: 'var(--raised)',
            fontSize: 12,
            lineHeight: '18px',
            fontFamily: 'ui-monospace, Consolas, monospace',
            maxHeight: 480,
            overflow: 'auto',
          }),
        }}
      >
        {props.children}
      </Box>
    </Card>
  );
}
