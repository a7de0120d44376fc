import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { day } from '../../base/display/dates.ts';
import { money } from '../../base/display/money.ts';
import { dateReasonFact } from '../../base/form/date-reason.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { RecordPage } from '../../base/record/RecordPage.tsx';
import { recordPage } from '../../base/record/record-page.tsx';

/** One placement: who has found work where, since when, for how much. */
export default recordPage('placements', function PlacementRecord({ record: placement }): ReactElement {
  const say = useWords();
  const { referral } = placement;
  return (
    <RecordPage
      title={say('referrals.placementOf', { name: referral.jobSeeker.name })}
      lead={referral.organizationName}
      facts={[
        {
          name: say('referrals.seeker'),
          value: <Link to={`/job-seekers/${referral.jobSeeker.id}`}>{referral.jobSeeker.name}</Link>,
        },
        {
          name: say('referrals.employer'),
          value: <Link to={`/vacancies/${referral.vacancy.id}`}>{referral.vacancy.employer}</Link>,
        },
        { name: say('referrals.trade'), value: referral.vacancy.trade },
        { name: say('referrals.placedOn'), value: `${day(placement.placedOn)} ${placement.recordedBy}` },
        { name: say('referrals.monthlyPayField'), value: money(placement.monthlyPay) },
        ...dateReasonFact(say('form.dateReason'), placement.dateReason),
        {
          name: say('referrals.referredOn'),
          value: <Link to={`/referrals/${referral.id}`}>{day(referral.referredOn)}</Link>,
        },
      ]}
      tabs={[]}
    />
  );
});
