import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { DataTable } from 'react-admin';
import { Link } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { day } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { amount } from '../../base/display/money.ts';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { WorkTag } from '../job-seekers/WorkTag.tsx';
import { FilterSelect } from '../../base/list/FilterSelect.tsx';
import { ListPage } from '../../base/list/ListPage.tsx';
import { OpenWageClaim } from './OpenWageClaim.tsx';

type Row = ItemOf<'wage-claims'>;

/** Wage claims: the number of workers, the amount owed and the amount recovered. */
export default function WageClaimList(): ReactElement {
  const say = useWords();
  const term = useTerm();
  const can = useCan();
  const [opening, setOpening] = useState(false);
  const open = can('legal-case.manage') ? (
    <Button variant="contained" onClick={() => setOpening(true)}>
      {say('wageClaims.open')}
    </Button>
  ) : null;
  return (
    <>
      <ListPage<Row>
        resource="wage-claims"
        title={say('wageClaims.title')}
        lead={say('wageClaims.lead')}
        actions={open}
        searchWords={say('wageClaims.search')}
        filters={
          <FilterSelect
            name="status"
            label={say('wageClaims.status')}
            all={say('wageClaims.allStatuses')}
            choices={(['OPEN', 'RECOVERED'] as const).map((value) => ({
              value,
              word: term('wageClaimStatus', value),
            }))}
          />
        }
        empty={<EmptyState title={say('wageClaims.emptyTitle')} why={say('wageClaims.emptyWhy')} action={open} />}
        phone={(claim) => ({
          to: `/wage-claims/${claim.id}`,
          name: claim.employer,
          detail: `${amount(claim.recovered)} / ${amount(claim.owed)}`,
          mark: <WorkTag of="wageClaimStatus" status={claim.status} />,
        })}
      >
        <DataTable.Col
          label={say('wageClaims.number')}
          render={(claim: Row) => <Link to={`/wage-claims/${claim.id}`}>{claim.number}</Link>}
        />
        <DataTable.Col label={say('wageClaims.employer')} render={(claim: Row) => claim.employer} />
        <DataTable.Col
          label={say('wageClaims.status')}
          render={(claim: Row) => <WorkTag of="wageClaimStatus" status={claim.status} />}
        />
        <DataTable.Col align="right" label={say('wageClaims.owed')} render={(claim: Row) => amount(claim.owed)} />
        <DataTable.Col
          align="right"
          label={say('wageClaims.recovered')}
          render={(claim: Row) => amount(claim.recovered)}
        />
        <DataTable.Col align="right" label={say('wageClaims.workersHead')} render={(claim: Row) => claim.workerCount} />
        <DataTable.Col
          align="right"
          label={say('wageClaims.migrantHead')}
          render={(claim: Row) => claim.migrantWorkerCount}
        />
        <DataTable.Col label={say('wageClaims.openedOn')} render={(claim: Row) => day(claim.openedOn)} />
        <DataTable.Col label={say('wageClaims.site')} render={(claim: Row) => claim.site ?? '—'} />
      </ListPage>
      {opening ? <OpenWageClaim onClose={() => setOpening(false)} /> : null}
    </>
  );
}
