import type { ReactElement } from 'react';
import { day } from '../../base/display/dates.ts';
import { ForPickedHousehold } from '../../register/households/ForPickedHousehold.tsx';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { ListPage } from '../../base/list/ListPage.tsx';
import { RegisterJobSeeker } from './RegisterJobSeeker.tsx';
import { WorkTag } from './WorkTag.tsx';

/** The job seekers, those to be helped first on top. */
export default function JobSeekerList(): ReactElement {
  const say = useWords();
  const term = useTerm();
  return (
    <ListPage
      texts="jobSeekers"
      resource="job-seekers"
      starts={[
        {
          may: 'employment.manage',
          words: say('jobSeekers.fromHousehold'),
          dialog: (onClose) => (
            <ForPickedHousehold title={say('jobSeekers.fromHousehold')} onClose={onClose}>
              {(household) => <RegisterJobSeeker household={household} onClose={onClose} />}
            </ForPickedHousehold>
          ),
        },
        {
          may: 'employment.manage',
          words: say('jobSeekers.walkIn'),
          dialog: (onClose) => <RegisterJobSeeker household={undefined} onClose={onClose} />,
        },
      ]}
      searchWords={say('jobSeekers.search')}
      filters={[
        {
          name: 'status',
          label: say('jobSeekers.status'),
          all: say('jobSeekers.allStatuses'),
          choices: (['OPEN', 'PLACED'] as const).map((value) => ({ value, word: term('jobSeekerStatus', value) })),
        },
      ]}
      phone={(seeker) => ({
        name: seeker.name,
        detail: [term('jobSeekerPriority', seeker.priority), ...seeker.skills].join(' · '),
        mark: <WorkTag of="jobSeekerStatus" status={seeker.status} />,
      })}
      columns={[
        {
          head: say('jobSeekers.name'),
          cell: (seeker) => seeker.name,
          link: true,
        },
        { head: say('jobSeekers.status'), cell: (seeker) => <WorkTag of="jobSeekerStatus" status={seeker.status} /> },
        { head: say('jobSeekers.priority'), cell: (seeker) => term('jobSeekerPriority', seeker.priority) },
        { head: say('jobSeekers.skills'), cell: (seeker) => seeker.skills.join('、') || '—' },
        { head: say('jobSeekers.place'), cell: (seeker) => seeker.place ?? '—' },
        {
          head: say('jobSeekers.migrantWorker'),
          cell: (seeker) => say(seeker.migrantWorker ? 'yesNo.yes' : 'yesNo.no'),
        },
        { head: say('jobSeekers.registeredOn'), cell: (seeker) => day(seeker.registeredOn) },
        { head: say('funds.organization'), cell: (seeker) => seeker.organizationName },
      ]}
    />
  );
}
