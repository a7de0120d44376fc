import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { DataTable } from 'react-admin';
import { Link } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { day } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import type { ItemOf } from '../../base/graph/resources.ts';
import { PickHousehold, type PickedHousehold } from '../../register/households/PickHousehold.tsx';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { FilterSelect } from '../../base/list/FilterSelect.tsx';
import { ListPage } from '../../base/list/ListPage.tsx';
import { RegisterJobSeeker } from './RegisterJobSeeker.tsx';
import { WorkTag } from './WorkTag.tsx';

type Row = ItemOf<'job-seekers'>;
type Opening =
  | { readonly step: 'pick' }
  | { readonly step: 'register'; readonly household: PickedHousehold | undefined };

/** The job seekers, those to be helped first on top. */
export default function JobSeekerList(): ReactElement {
  const say = useWords();
  const term = useTerm();
  const can = useCan();
  const [opening, setOpening] = useState<Opening>();
  const close = (): void => setOpening(undefined);
  const actions = can('employment.manage') ? (
    <>
      <Button variant="contained" onClick={() => setOpening({ step: 'pick' })}>
        {say('jobSeekers.fromHousehold')}
      </Button>
      <Button onClick={() => setOpening({ step: 'register', household: undefined })}>{say('jobSeekers.walkIn')}</Button>
    </>
  ) : null;
  return (
    <>
      <ListPage<Row>
        resource="job-seekers"
        title={say('jobSeekers.title')}
        lead={say('jobSeekers.lead')}
        actions={actions}
        searchWords={say('jobSeekers.search')}
        filters={
          <FilterSelect
            name="status"
            label={say('jobSeekers.status')}
            all={say('jobSeekers.allStatuses')}
            choices={(['OPEN', 'PLACED'] as const).map((value) => ({ value, word: term('jobSeekerStatus', value) }))}
          />
        }
        empty={<EmptyState title={say('jobSeekers.emptyTitle')} why={say('jobSeekers.emptyWhy')} />}
        phone={(seeker) => ({
          to: `/job-seekers/${seeker.id}`,
          name: seeker.name,
          detail: [term('jobSeekerPriority', seeker.priority), ...seeker.skills].join(' · '),
          mark: <WorkTag of="jobSeekerStatus" status={seeker.status} />,
        })}
      >
        <DataTable.Col
          label={say('jobSeekers.name')}
          render={(seeker: Row) => <Link to={`/job-seekers/${seeker.id}`}>{seeker.name}</Link>}
        />
        <DataTable.Col
          label={say('jobSeekers.status')}
          render={(seeker: Row) => <WorkTag of="jobSeekerStatus" status={seeker.status} />}
        />
        <DataTable.Col
          label={say('jobSeekers.priority')}
          render={(seeker: Row) => term('jobSeekerPriority', seeker.priority)}
        />
        <DataTable.Col label={say('jobSeekers.skills')} render={(seeker: Row) => seeker.skills.join('、') || '—'} />
        <DataTable.Col label={say('jobSeekers.place')} render={(seeker: Row) => seeker.place ?? '—'} />
        <DataTable.Col
          label={say('jobSeekers.migrantWorker')}
          render={(seeker: Row) => say(seeker.migrantWorker ? 'yesNo.yes' : 'yesNo.no')}
        />
        <DataTable.Col label={say('jobSeekers.registeredOn')} render={(seeker: Row) => day(seeker.registeredOn)} />
        <DataTable.Col label={say('funds.organization')} render={(seeker: Row) => seeker.organizationName} />
      </ListPage>
      {opening?.step === 'pick' ? (
        <PickHousehold
          title={say('jobSeekers.fromHousehold')}
          onCancel={close}
          onPick={(household) => setOpening({ step: 'register', household })}
        />
      ) : null}
      {opening?.step === 'register' ? <RegisterJobSeeker household={opening.household} onClose={close} /> : null}
    </>
  );
}
