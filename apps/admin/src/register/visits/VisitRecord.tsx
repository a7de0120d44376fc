import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { day } from '../../base/display/dates.ts';
import { dateReasonFact } from '../../base/form/date-reason.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { RecordPage } from '../../base/record/RecordPage.tsx';
import { safetyWords } from '../households/visit-safety.ts';
import { recordPage } from '../../base/record/record-page.tsx';

/** One visit to a household; the findings are shown on the household's page. */
export default recordPage('visits', function VisitRecord({ record: visit }): ReactElement {
  const say = useWords();
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
        { name: say('visit.safety'), value: safetyWords(visit.safety, say) },
        { name: say('visit.recordedBy'), value: visit.staffName },
      ]}
      tabs={[]}
    />
  );
});
