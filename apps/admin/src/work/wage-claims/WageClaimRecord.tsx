import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { day } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { amount, money } from '../../base/display/money.ts';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { WorkTag } from '../job-seekers/WorkTag.tsx';
import { RecordPage } from '../../base/record/RecordPage.tsx';
import { RecordRecovery } from './RecordRecovery.tsx';
import { recordPage } from '../../base/record/record-page.tsx';

type Claim = DetailOf<'wage-claims'>;

/** One wage claim: its workers with the amounts owed and recovered, and every recovery. */
export default recordPage('wage-claims', function WageClaimRecord({ record: claim }): ReactElement {
  const say = useWords();
  const can = useCan();
  const [recovering, setRecovering] = useState(false);
  return (
    <>
      <RecordPage
        title={claim.employer}
        lead={
          <>
            {claim.number} · {claim.organizationName}
          </>
        }
        tags={<WorkTag of="wageClaimStatus" status={claim.status} />}
        actions={
          claim.status === 'OPEN' && can('legal-case.manage') ? (
            <Button variant="contained" onClick={() => setRecovering(true)}>
              {say('wageClaims.recover')}
            </Button>
          ) : null
        }
        facts={[
          { name: say('wageClaims.owedFact'), value: <strong>{money(claim.owed)}</strong> },
          { name: say('wageClaims.recoveredFact'), value: <strong>{money(claim.recovered)}</strong> },
          { name: say('wageClaims.workersHead'), value: claim.workerCount },
          { name: say('wageClaims.migrantHead'), value: claim.migrantWorkerCount },
          { name: say('wageClaims.site'), value: claim.site },
          {
            name: say('wageClaims.openedOn'),
            value: [day(claim.openedOn), claim.dateReason].filter(Boolean).join(' '),
          },
          { name: say('wageClaims.openedBy'), value: claim.openedBy },
        ]}
        tabs={[
          { key: 'workers', name: say('wageClaims.workers'), content: <Workers claim={claim} /> },
          { key: 'recoveries', name: say('wageClaims.recoveries'), content: <Recoveries claim={claim} /> },
        ]}
      />
      {recovering ? <RecordRecovery claim={claim} onClose={() => setRecovering(false)} /> : null}
    </>
  );
});

function Workers({ claim }: { readonly claim: Claim }): ReactElement {
  const say = useWords();
  return (
    <PlainTable
      caption={say('wageClaims.workers')}
      rows={claim.workers}
      keyOf={(worker) => worker.id}
      columns={[
        {
          head: say('wageClaims.name'),
          cell: (worker) =>
            worker.householdId === null ? (
              worker.name
            ) : (
              <Link to={`/households/${worker.householdId}`}>{worker.name}</Link>
            ),
        },
        { head: say('wageClaims.identityHead'), cell: (worker) => worker.maskedIdentityNumber ?? '—' },
        {
          head: say('wageClaims.migrantWorker'),
          cell: (worker) => say(worker.migrantWorker ? 'yesNo.yes' : 'yesNo.no'),
        },
        { head: say('wageClaims.owed'), right: true, cell: (worker) => amount(worker.owed) },
        { head: say('wageClaims.recovered'), right: true, cell: (worker) => amount(worker.recovered) },
      ]}
    />
  );
}

function Recoveries({ claim }: { readonly claim: Claim }): ReactElement {
  const say = useWords();
  if (claim.recoveries.length === 0) return <EmptyState title={say('wageClaims.noRecoveries')} />;
  return (
    <PlainTable
      caption={say('wageClaims.recoveries')}
      rows={claim.recoveries}
      keyOf={(recovery) => recovery.id}
      columns={[
        {
          head: say('wageClaims.recoveredOn'),
          cell: (recovery) => [day(recovery.recoveredOn), recovery.dateReason].filter(Boolean).join(' '),
        },
        { head: say('wageClaims.amount'), right: true, cell: (recovery) => amount(recovery.amount) },
        { head: say('wageClaims.persons'), right: true, cell: (recovery) => recovery.workers },
        { head: say('wageClaims.recordedBy'), cell: (recovery) => recovery.recordedBy },
      ]}
    />
  );
}
