import Skeleton from '@mui/material/Skeleton';
import type { ReactElement } from 'react';
import { useGetOne } from 'react-admin';
import { useParams } from 'react-router-dom';
import { day } from '../../base/display/dates.ts';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import { dateReasonFact } from '../../base/form/date-reason.ts';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { WorkTag } from '../job-seekers/WorkTag.tsx';
import { RecordPage } from '../../base/record/RecordPage.tsx';
import { payOf } from './pay-of.ts';

/** One vacancy: the positions that an employer offers, and how many are still open. */
export default function VacancyRecord(): ReactElement {
  const say = useWords();
  const { id = '' } = useParams();
  const { data: vacancy, error, refetch } = useGetOne<DetailOf<'vacancies'>>('vacancies', { id });
  if (error) return <FaultNotice fault={error} onRetry={() => void refetch()} />;
  if (vacancy === undefined) return <Skeleton variant="rectangular" height={320} />;
  return (
    <RecordPage
      title={`${vacancy.employer} · ${vacancy.trade}`}
      lead={vacancy.organizationName}
      tags={<WorkTag of="vacancyStatus" status={vacancy.status} />}
      facts={[
        { name: say('vacancies.positions'), value: vacancy.positions },
        { name: say('vacancies.filled'), value: vacancy.filled },
        { name: say('vacancies.pay'), value: payOf(vacancy) },
        { name: say('vacancies.place'), value: vacancy.place },
        { name: say('vacancies.requirements'), value: vacancy.requirements },
        { name: say('vacancies.forLaidOff'), value: say(vacancy.forLaidOff ? 'yesNo.yes' : 'yesNo.no') },
        { name: say('vacancies.offeredOn'), value: `${day(vacancy.offeredOn)} ${vacancy.offeredBy}` },
        ...dateReasonFact(say('form.dateReason'), vacancy.dateReason),
      ]}
      tabs={[]}
    />
  );
}
