import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { day } from '../../base/display/dates.ts';
import { dateReasonFact } from '../../base/form/date-reason.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { RecordPage } from '../../base/record/RecordPage.tsx';
import { recordPage } from '../../base/record/record-page.tsx';

/** One attendance of a training course. */
export default recordPage(
  'training-attendances',
  function TrainingAttendanceRecord({ record: attendance }): ReactElement {
    const say = useWords();
    const { jobSeeker } = attendance;
    return (
      <RecordPage
        title={attendance.course}
        lead={attendance.organizationName}
        facts={[
          {
            name: say('referrals.seeker'),
            value: jobSeeker === null ? null : <Link to={`/job-seekers/${jobSeeker.id}`}>{jobSeeker.name}</Link>,
          },
          { name: say('jobSeekers.attendedOn'), value: day(attendance.attendedOn) },
          { name: say('jobSeekers.registeredBy'), value: attendance.recordedBy },
          ...dateReasonFact(say('form.dateReason'), attendance.dateReason),
          {
            name: say('jobSeekers.household'),
            value:
              jobSeeker === null || jobSeeker.householdId === null ? null : (
                <Link to={`/households/${jobSeeker.householdId}`}>{say('keys.open')}</Link>
              ),
          },
        ]}
        tabs={[]}
      />
    );
  },
);
