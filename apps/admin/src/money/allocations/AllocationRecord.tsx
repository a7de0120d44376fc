import Skeleton from '@mui/material/Skeleton';
import type { ReactElement } from 'react';
import { useGetOne } from 'react-admin';
import { useParams } from 'react-router-dom';
import { day } from '../../base/display/dates.ts';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import { money } from '../../base/display/money.ts';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { RecordPage } from '../../base/record/RecordPage.tsx';
import { AllocationTag } from './AllocationTag.tsx';
import { Matching } from './Matching.tsx';

/** One allocation: from whom to whom, how much, its matching requirement, what is left of it. */
export default function AllocationRecord(): ReactElement {
  const say = useWords();
  const term = useTerm();
  const { id = '' } = useParams();
  const { data: allocation, error, refetch } = useGetOne<DetailOf<'allocations'>>('allocations', { id });
  if (error) return <FaultNotice fault={error} onRetry={() => void refetch()} />;
  if (allocation === undefined) return <Skeleton variant="rectangular" height={320} />;
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
}
