import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { day } from '../../base/display/dates.ts';
import { amount } from '../../base/display/money.ts';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { ListPage } from '../../base/list/ListPage.tsx';
import { RecordPlacement } from './RecordPlacement.tsx';
import { WorkTag } from './WorkTag.tsx';

type Row = ItemOf<'referrals'>;

/** The referrals to vacancies and their results. */
export default function ReferralList(): ReactElement {
  const say = useWords();
  const term = useTerm();
  const can = useCan();
  const [placing, setPlacing] = useState<Row>();
  return (
    <>
      <ListPage
        texts="referrals"
        resource="referrals"
        firstStep={
          can('employment.manage') ? (
            <Button variant="contained" component={Link} to="/job-seekers">
              {say('referrals.toSeekers')}
            </Button>
          ) : null
        }
        to={(referral) => `/job-seekers/${referral.jobSeeker.id}`}
        filters={[
          {
            name: 'status',
            label: say('referrals.status'),
            all: say('referrals.allStatuses'),
            choices: (['REFERRED', 'PLACED', 'NOT_TAKEN'] as const).map((value) => ({
              value,
              word: term('referralStatus', value),
            })),
          },
        ]}
        phone={(referral) => ({
          name: referral.jobSeeker.name,
          detail: `${referral.vacancy.employer} · ${referral.vacancy.trade}`,
          mark: <WorkTag of="referralStatus" status={referral.status} />,
        })}
        columns={[
          {
            head: say('referrals.seeker'),
            cell: (referral) => referral.jobSeeker.name,
            link: true,
          },
          {
            head: say('referrals.status'),
            cell: (referral) =>
              referral.status === 'REFERRED' && can('employment.manage') ? (
                <Button
                  size="small"
                  aria-label={say('referrals.placeOf', { name: referral.jobSeeker.name })}
                  onClick={() => setPlacing(referral)}
                >
                  {say('referrals.recordPlacement')}
                </Button>
              ) : (
                <WorkTag of="referralStatus" status={referral.status} />
              ),
          },
          { head: say('referrals.employer'), cell: (referral) => referral.vacancy.employer },
          { head: say('referrals.trade'), cell: (referral) => referral.vacancy.trade },
          { head: say('referrals.referredOn'), cell: (referral) => day(referral.referredOn) },
          { head: say('referrals.referredBy'), cell: (referral) => referral.referredBy },
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
          name={placing.jobSeeker.name}
          employer={placing.vacancy.employer}
          onClose={() => setPlacing(undefined)}
        />
      )}
    </>
  );
}
