import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { day } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { amount } from '../../base/display/money.ts';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { RecordPage } from '../../base/record/RecordPage.tsx';
import { RecordPlacement } from './RecordPlacement.tsx';
import { RecordTraining, ReferWorker } from './ReferWorker.tsx';
import { WorkTag } from './WorkTag.tsx';
import { recordPage } from '../../base/record/record-page.tsx';

type Seeker = DetailOf<'job-seekers'>;

/** One job seeker: skills and wishes, referrals and their results, training. */
export default recordPage('job-seekers', function JobSeekerRecord({ record: seeker }): ReactElement {
  const say = useWords();
  const term = useTerm();
  const can = useCan();
  const [open, setOpen] = useState<'refer' | 'training'>();
  const manages = can('employment.manage');
  return (
    <>
      <RecordPage
        title={seeker.name}
        lead={seeker.organizationName}
        tags={<WorkTag of="jobSeekerStatus" status={seeker.status} />}
        actions={
          manages ? (
            <>
              {seeker.status === 'OPEN' ? (
                <Button variant="contained" onClick={() => setOpen('refer')}>
                  {say('jobSeekers.refer')}
                </Button>
              ) : null}
              <Button onClick={() => setOpen('training')}>{say('jobSeekers.recordTraining')}</Button>
            </>
          ) : null
        }
        facts={[
          { name: say('jobSeekers.priority'), value: term('jobSeekerPriority', seeker.priority) },
          { name: say('jobSeekers.skills'), value: seeker.skills.join('、') },
          { name: say('jobSeekers.wishes'), value: seeker.wishes },
          { name: say('jobSeekers.place'), value: seeker.place },
          { name: say('jobSeekers.migrantWorker'), value: say(seeker.migrantWorker ? 'yesNo.yes' : 'yesNo.no') },
          { name: say('jobSeekers.registeredOn'), value: `${day(seeker.registeredOn)} ${seeker.registeredBy}` },
          {
            name: say('jobSeekers.household'),
            value:
              seeker.householdId === null ? null : (
                <Link to={`/households/${seeker.householdId}`}>{say('jobSeekers.household')}</Link>
              ),
          },
        ]}
        tabs={[
          { key: 'referrals', name: say('jobSeekers.referrals'), content: <Referrals seeker={seeker} /> },
          { key: 'training', name: say('jobSeekers.training'), content: <Training seeker={seeker} /> },
        ]}
      />
      {open === 'refer' ? <ReferWorker seeker={seeker} onClose={() => setOpen(undefined)} /> : null}
      {open === 'training' ? <RecordTraining seeker={seeker} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
});

function Referrals({ seeker }: { readonly seeker: Seeker }): ReactElement {
  const say = useWords();
  const can = useCan();
  const [placing, setPlacing] = useState<Seeker['referrals'][number]>();
  if (seeker.referrals.length === 0) return <EmptyState title={say('jobSeekers.noReferrals')} />;
  return (
    <>
      <PlainTable
        caption={say('jobSeekers.referrals')}
        rows={seeker.referrals}
        keyOf={(referral) => referral.id}
        columns={[
          { head: say('referrals.employer'), cell: (referral) => referral.vacancy.employer },
          { head: say('referrals.trade'), cell: (referral) => referral.vacancy.trade },
          { head: say('referrals.place'), cell: (referral) => referral.vacancy.place },
          {
            head: say('referrals.referredOn'),
            cell: (referral) => `${day(referral.referredOn)} ${referral.referredBy}`,
          },
          {
            head: say('referrals.status'),
            cell: (referral) =>
              referral.status === 'REFERRED' && can('employment.manage') ? (
                <Button size="small" onClick={() => setPlacing(referral)}>
                  {say('referrals.recordPlacement')}
                </Button>
              ) : (
                <WorkTag of="referralStatus" status={referral.status} />
              ),
          },
          { head: say('referrals.placedOn'), cell: (referral) => day(referral.placement?.placedOn) },
          {
            head: say('referrals.monthlyPay'),
            right: true,
            cell: (referral) => amount(referral.placement?.monthlyPay),
          },
        ]}
      />
      {placing === undefined ? null : (
        <RecordPlacement
          referralId={placing.id}
          name={seeker.name}
          employer={placing.vacancy.employer}
          onClose={() => setPlacing(undefined)}
        />
      )}
    </>
  );
}

function Training({ seeker }: { readonly seeker: Seeker }): ReactElement {
  const say = useWords();
  if (seeker.training.length === 0) return <EmptyState title={say('jobSeekers.noTraining')} />;
  return (
    <PlainTable
      caption={say('jobSeekers.training')}
      rows={seeker.training}
      keyOf={(attendance) => attendance.id}
      columns={[
        { head: say('jobSeekers.course'), cell: (attendance) => attendance.course },
        { head: say('jobSeekers.attendedOn'), cell: (attendance) => day(attendance.attendedOn) },
        { head: say('jobSeekers.registeredBy'), cell: (attendance) => attendance.recordedBy },
      ]}
    />
  );
}
