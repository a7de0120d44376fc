import Skeleton from '@mui/material/Skeleton';
import type { ReactElement } from 'react';
import { useGetOne } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { day } from '../../base/display/dates.ts';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import { money } from '../../base/display/money.ts';
import { dateReasonFact } from '../../base/form/date-reason.ts';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { RecordPage } from '../../base/record/RecordPage.tsx';
import { WorkTag } from './WorkTag.tsx';

/** One referral: who was sent to which vacancy, and the result. */
export default function ReferralRecord(): ReactElement {
  const say = useWords();
  const { id = '' } = useParams();
  const { data: referral, error, refetch } = useGetOne<DetailOf<'referrals'>>('referrals', { id });
  if (error) return <FaultNotice fault={error} onRetry={() => void refetch()} />;
  if (referral === undefined) return <Skeleton variant="rectangular" height={320} />;
  const { jobSeeker, vacancy, placement } = referral;
  return (
    <RecordPage
      title={say('referrals.referralOf', { name: jobSeeker.name })}
      lead={referral.organizationName}
      tags={<WorkTag of="referralStatus" status={referral.status} />}
      facts={[
        { name: say('referrals.seeker'), value: <Link to={`/job-seekers/${jobSeeker.id}`}>{jobSeeker.name}</Link> },
        { name: say('referrals.employer'), value: <Link to={`/vacancies/${vacancy.id}`}>{vacancy.employer}</Link> },
        { name: say('referrals.trade'), value: vacancy.trade },
        { name: say('referrals.place'), value: vacancy.place },
        { name: say('referrals.referredOn'), value: `${day(referral.referredOn)} ${referral.referredBy}` },
        ...dateReasonFact(say('form.dateReason'), referral.dateReason),
        ...(placement === null
          ? []
          : [
              {
                name: say('referrals.placedOn'),
                value: <Link to={`/placements/${placement.id}`}>{day(placement.placedOn)}</Link>,
              },
              { name: say('referrals.monthlyPayField'), value: money(placement.monthlyPay) },
            ]),
      ]}
      tabs={[]}
    />
  );
}
