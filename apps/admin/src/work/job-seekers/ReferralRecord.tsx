import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { day } from '../../base/display/dates.ts';
import { money } from '../../base/display/money.ts';
import { dateReasonFact } from '../../base/form/date-reason.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { RecordPage } from '../../base/record/RecordPage.tsx';
import { WorkTag } from './WorkTag.tsx';
import { recordPage } from '../../base/record/record-page.tsx';

/** One referral: who was sent to which vacancy, and the result. */
export default recordPage('referrals', function ReferralRecord({ record: referral }): ReactElement {
  const say = useWords();
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
});
