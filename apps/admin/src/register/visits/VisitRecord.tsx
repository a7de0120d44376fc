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

/** One visit to a household; the findings are shown on the household's page. */
export default function VisitRecord(): ReactElement {
  const say = useWords();
  const { id = '' } = useParams();
  const { data: visit, error, refetch } = useGetOne<DetailOf<'visits'>>('visits', { id });
  if (error) return <FaultNotice fault={error} onRetry={() => void refetch()} />;
  if (visit === undefined) return <Skeleton variant="rectangular" height={320} />;
  const { household } = visit;
  return (
    <RecordPage
      title={say('visit.visitBy', { visitors: visit.visitors })}
      lead={household?.organizationName}
      facts={[
        { name: say('household.visitedOn'), value: day(visit.visitedOn) },
        ...dateReasonFact(say('form.dateReason'), visit.dateReason),
        {
          name: say('visit.household'),
          value:
            household === null ? null : (
              <Link to={`/households/${household.id}?tab=visits`}>{household.head.name}</Link>
            ),
        },
        { name: say('household.visitors'), value: visit.visitors },
        { name: say('household.leaderLed'), value: say(visit.leaderLed ? 'yesNo.yes' : 'yesNo.no') },
        { name: say('household.brought'), value: visit.brought },
        { name: say('visit.recordedBy'), value: visit.staffName },
      ]}
      tabs={[]}
    />
  );
}
