import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { useState, type ReactElement } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import { PageHead } from '../../base/display/PageHead.tsx';
import { useWords } from '../../base/i18n/use-words.ts';
import { DeadLetters, deadLettersId } from './DeadLetters.tsx';
import { ReplayAll } from './ReplayAll.tsx';
import { serviceOf, services, type Service } from './services.ts';
import { ServiceTable } from './ServiceTable.tsx';
import { useServiceEvents } from './use-service-events.ts';

/** The state of the events between the services, the dead letters, and the replay of all events. */
export default function EventPage(): ReactElement {
  const say = useWords();
  const can = useCan();
  const [replaying, setReplaying] = useState(false);
  const [search, setSearch] = useSearchParams();
  const { events, fault, askAgain } = useServiceEvents();
  const known = services.some((service) => events[service] !== undefined);
  const withLetters = services.find((service) => (events[service]?.deadLetters ?? 0) > 0);
  const service = serviceOf(search.get('service')) ?? withLetters ?? 'reporting';
  const show = (chosen: Service): void => {
    setSearch({ service: chosen });
    requestAnimationFrame(() => document.getElementById(deadLettersId)?.focus());
  };
  return (
    <>
      <PageHead title={say('events.title')} lead={say('events.lead')}>
        {can('report.replay') ? <Button onClick={() => setReplaying(true)}>{say('events.replay')}</Button> : null}
      </PageHead>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {fault === undefined ? null : <FaultNotice fault={fault} onRetry={askAgain} />}
        {known ? (
          <>
            <ServiceTable events={events} onLetters={show} />
            <DeadLetters key={service} service={service} events={events[service]} />
          </>
        ) : (
          <Skeleton variant="rectangular" height={280} />
        )}
      </Box>
      {replaying ? <ReplayAll onClose={() => setReplaying(false)} /> : null}
    </>
  );
}
