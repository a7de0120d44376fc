import Skeleton from '@mui/material/Skeleton';
import type { ReactElement } from 'react';
import { useGetOne } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { day } from '../../base/display/dates.ts';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import { dateReasonFact } from '../../base/form/date-reason.ts';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { RecordPage } from '../../base/record/RecordPage.tsx';

/** One attendance of a training course. */
export default function TrainingAttendanceRecord(): ReactElement {
  const say = useWords();
  const { id = '' } = useParams();
  const {
    data: attendance,
    error,
    refetch,
  } = useGetOne<DetailOf<'training-attendances'>>('training-attendances', {
    id,
  });
  if (error) return <FaultNotice fault={error} onRetry={() => void refetch()} />;
  if (attendance === undefined) return <Skeleton variant="rectangular" height={320} />;
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
}
