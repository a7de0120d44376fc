import type { ReactElement } from 'react';
import { day } from '../../base/display/dates.ts';
import { dateReasonFact } from '../../base/form/date-reason.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { WorkTag } from '../job-seekers/WorkTag.tsx';
import { RecordPage } from '../../base/record/RecordPage.tsx';
import { payOf } from './pay-of.ts';
import { recordPage } from '../../base/record/record-page.tsx';

/** One vacancy: the positions that an employer offers, and how many are still open. */
export default recordPage('vacancies', function VacancyRecord({ record: vacancy }): ReactElement {
  const say = useWords();
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
});
