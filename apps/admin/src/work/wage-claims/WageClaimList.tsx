import type { ReactElement } from 'react';
import { day } from '../../base/display/dates.ts';
import { amount } from '../../base/display/money.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { WorkTag } from '../job-seekers/WorkTag.tsx';
import { ListPage } from '../../base/list/ListPage.tsx';
import { OpenWageClaim } from './OpenWageClaim.tsx';

/** Wage claims: the number of workers, the amount owed and the amount recovered. */
export default function WageClaimList(): ReactElement {
  const say = useWords();
  const term = useTerm();
  return (
    <ListPage
      texts="wageClaims"
      resource="wage-claims"
      starts={[
        {
          may: 'legal-case.manage',
          words: say('wageClaims.open'),
          dialog: (onClose) => <OpenWageClaim onClose={onClose} />,
        },
      ]}
      searchWords={say('wageClaims.search')}
      filters={[
        {
          name: 'status',
          label: say('wageClaims.status'),
          all: say('wageClaims.allStatuses'),
          choices: (['OPEN', 'RECOVERED'] as const).map((value) => ({
            value,
            word: term('wageClaimStatus', value),
          })),
        },
      ]}
      phone={(claim) => ({
        name: claim.employer,
        detail: `${amount(claim.recovered)} / ${amount(claim.owed)}`,
        mark: <WorkTag of="wageClaimStatus" status={claim.status} />,
      })}
      columns={[
        { head: say('wageClaims.number'), cell: (claim) => claim.number, link: true },
        { head: say('wageClaims.employer'), cell: (claim) => claim.employer },
        { head: say('wageClaims.status'), cell: (claim) => <WorkTag of="wageClaimStatus" status={claim.status} /> },
        { head: say('wageClaims.owed'), right: true, cell: (claim) => amount(claim.owed) },
        { head: say('wageClaims.recovered'), right: true, cell: (claim) => amount(claim.recovered) },
        { head: say('wageClaims.workersHead'), right: true, cell: (claim) => claim.workerCount },
        { head: say('wageClaims.migrantHead'), right: true, cell: (claim) => claim.migrantWorkerCount },
        { head: say('wageClaims.openedOn'), cell: (claim) => day(claim.openedOn) },
        { head: say('wageClaims.site'), cell: (claim) => claim.site ?? '—' },
      ]}
    />
  );
}
