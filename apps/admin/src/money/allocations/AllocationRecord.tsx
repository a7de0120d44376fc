import type { ReactElement } from 'react';
import { day } from '../../base/display/dates.ts';
import { money } from '../../base/display/money.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { RecordPage } from '../../base/record/RecordPage.tsx';
import { AllocationTag } from './AllocationTag.tsx';
import { Matching } from './Matching.tsx';
import { recordPage } from '../../base/record/record-page.tsx';

/** One allocation: from whom to whom, how much, its matching requirement, what is left of it. */
export default recordPage('allocations', function AllocationRecord({ record: allocation }): ReactElement {
  const say = useWords();
  const term = useTerm();
  return (
    <RecordPage
      title={allocation.number}
      lead={`${allocation.fromOrganizationName} → ${allocation.toOrganizationName}`}
      tags={<AllocationTag status={allocation.status} />}
      facts={[
        { name: say('allocations.sendAmount'), value: <strong>{money(allocation.amount)}</strong> },
        { name: say('allocations.source'), value: term('fundSource', allocation.source) },
        { name: say('allocations.sentOn'), value: day(allocation.sentOn) },
        { name: say('allocations.receivedOn'), value: day(allocation.receivedOn) },
        { name: say('allocations.matching'), value: <Matching row={allocation} /> },
        { name: say('allocations.paid'), value: money(allocation.paid) },
        { name: say('allocations.left'), value: money(allocation.unspent) },
      ]}
      tabs={[]}
    />
  );
});
