import type { ReactElement } from 'react';
import { day } from '../../base/display/dates.ts';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import { ForPickedHousehold } from '../../register/households/ForPickedHousehold.tsx';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { WorkTag } from '../job-seekers/WorkTag.tsx';
import { ListPage } from '../../base/list/ListPage.tsx';
import { legalCaseKinds } from './legal-case-kinds.ts';
import { Limitation } from './Limitation.tsx';
import { OpenLegalCase } from './OpenLegalCase.tsx';

/** Legal-aid cases, open ones first, those whose limitation ends soonest on top. */
export default function LegalCaseList(): ReactElement {
  const say = useWords();
  const term = useTerm();
  return (
    <ListPage
      texts="legalCases"
      resource="legal-cases"
      starts={[
        {
          may: 'legal-case.manage',
          words: say('legalCases.open'),
          dialog: (onClose) => <OpenLegalCase household={undefined} onClose={onClose} />,
        },
        {
          may: 'legal-case.manage',
          words: say('legalCases.openFromHousehold'),
          dialog: (onClose) => (
            <ForPickedHousehold title={say('legalCases.openFromHousehold')} onClose={onClose}>
              {(household) => <OpenLegalCase household={household} onClose={onClose} />}
            </ForPickedHousehold>
          ),
        },
      ]}
      searchWords={say('legalCases.search')}
      filters={[
        {
          name: 'status',
          label: say('legalCases.status'),
          all: say('legalCases.allStatuses'),
          choices: (['OPEN', 'CLOSED'] as const).map((value) => ({
            value,
            word: term('legalCaseStatus', value),
          })),
        },
        {
          name: 'deadlineWithinDays',
          label: say('legalCases.limitation'),
          all: say('legalCases.allLimitations'),
          choices: [{ value: '30', word: say('legalCases.dueSoon') }],
          numeric: true,
        },
        {
          name: 'kind',
          label: say('legalCases.kind'),
          all: say('legalCases.allKinds'),
          choices: legalCaseKinds.map((value) => ({ value, word: term('legalCaseKind', value) })),
        },
      ]}
      phone={(legalCase) => ({
        name: `${legalCase.clientName} · ${term('legalCaseKind', legalCase.kind)}`,
        detail: [
          legalCase.number,
          say('legalCases.limitation'),
          legalCase.limitationDate ?? say('legalCases.noLimitation'),
        ].join(' '),
        mark: legalCase.limitationPassed ? (
          <StatusTag tone="stop" word={say('legalCases.limitationPassed')} />
        ) : (
          <WorkTag of="legalCaseStatus" status={legalCase.status} />
        ),
      })}
      columns={[
        { head: say('legalCases.number'), cell: (legalCase) => legalCase.number, link: true },
        { head: say('legalCases.client'), cell: (legalCase) => legalCase.clientName },
        {
          head: say('legalCases.status'),
          cell: (legalCase) => <WorkTag of="legalCaseStatus" status={legalCase.status} />,
        },
        {
          head: say('legalCases.limitation'),
          cell: (legalCase) => <Limitation date={legalCase.limitationDate} closed={legalCase.status === 'CLOSED'} />,
        },
        { head: say('legalCases.kind'), cell: (legalCase) => term('legalCaseKind', legalCase.kind) },
        { head: say('legalCases.officer'), cell: (legalCase) => legalCase.officer },
        { head: say('legalCases.openedOn'), cell: (legalCase) => day(legalCase.openedOn) },
        { head: say('legalCases.persons'), right: true, cell: (legalCase) => legalCase.persons },
      ]}
    />
  );
}
