import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { DataTable } from 'react-admin';
import { Link } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { day } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import type { ItemOf } from '../../base/graph/resources.ts';
import { PickHousehold, type PickedHousehold } from '../../register/households/PickHousehold.tsx';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { WorkTag } from '../job-seekers/WorkTag.tsx';
import { FilterSelect } from '../../base/list/FilterSelect.tsx';
import { ListPage } from '../../base/list/ListPage.tsx';
import { legalCaseKinds } from './legal-case-kinds.ts';
import { Limitation } from './Limitation.tsx';
import { OpenLegalCase } from './OpenLegalCase.tsx';

type Row = ItemOf<'legal-cases'>;
type Opening = { readonly step: 'pick' } | { readonly step: 'open'; readonly household: PickedHousehold | undefined };

/** Legal-aid cases, open ones first, those whose limitation ends soonest on top. */
export default function LegalCaseList(): ReactElement {
  const say = useWords();
  const term = useTerm();
  const can = useCan();
  const [opening, setOpening] = useState<Opening>();
  const close = (): void => setOpening(undefined);
  const actions = can('legal-case.manage') ? (
    <>
      <Button variant="contained" onClick={() => setOpening({ step: 'open', household: undefined })}>
        {say('legalCases.open')}
      </Button>
      <Button onClick={() => setOpening({ step: 'pick' })}>{say('legalCases.openFromHousehold')}</Button>
    </>
  ) : null;
  return (
    <>
      <ListPage<Row>
        resource="legal-cases"
        title={say('legalCases.title')}
        lead={say('legalCases.lead')}
        actions={actions}
        searchWords={say('legalCases.search')}
        filters={<LegalCaseFilters />}
        empty={<EmptyState title={say('legalCases.emptyTitle')} why={say('legalCases.emptyWhy')} />}
        phone={(legalCase) => ({
          to: `/legal-cases/${legalCase.id}`,
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
      >
        <LegalCaseColumns />
      </ListPage>
      {opening?.step === 'pick' ? (
        <PickHousehold
          title={say('legalCases.openFromHousehold')}
          onCancel={close}
          onPick={(household) => setOpening({ step: 'open', household })}
        />
      ) : null}
      {opening?.step === 'open' ? <OpenLegalCase household={opening.household} onClose={close} /> : null}
    </>
  );
}

function LegalCaseFilters(): ReactElement {
  const say = useWords();
  const term = useTerm();
  return (
    <>
      <FilterSelect
        name="status"
        label={say('legalCases.status')}
        all={say('legalCases.allStatuses')}
        choices={(['OPEN', 'CLOSED'] as const).map((value) => ({
          value,
          word: term('legalCaseStatus', value),
        }))}
      />
      <FilterSelect
        name="deadlineWithinDays"
        label={say('legalCases.limitation')}
        all={say('legalCases.allLimitations')}
        choices={[{ value: '30', word: say('legalCases.dueSoon') }]}
        numeric
      />
      <FilterSelect
        name="kind"
        label={say('legalCases.kind')}
        all={say('legalCases.allKinds')}
        choices={legalCaseKinds.map((value) => ({ value, word: term('legalCaseKind', value) }))}
      />
    </>
  );
}

function LegalCaseColumns(): ReactElement {
  const say = useWords();
  const term = useTerm();
  return (
    <>
      <DataTable.Col
        label={say('legalCases.number')}
        render={(legalCase: Row) => <Link to={`/legal-cases/${legalCase.id}`}>{legalCase.number}</Link>}
      />
      <DataTable.Col label={say('legalCases.client')} render={(legalCase: Row) => legalCase.clientName} />
      <DataTable.Col
        label={say('legalCases.status')}
        render={(legalCase: Row) => <WorkTag of="legalCaseStatus" status={legalCase.status} />}
      />
      <DataTable.Col
        label={say('legalCases.limitation')}
        render={(legalCase: Row) => (
          <Limitation date={legalCase.limitationDate} closed={legalCase.status === 'CLOSED'} />
        )}
      />
      <DataTable.Col
        label={say('legalCases.kind')}
        render={(legalCase: Row) => term('legalCaseKind', legalCase.kind)}
      />
      <DataTable.Col label={say('legalCases.officer')} render={(legalCase: Row) => legalCase.officer} />
      <DataTable.Col label={say('legalCases.openedOn')} render={(legalCase: Row) => day(legalCase.openedOn)} />
      <DataTable.Col align="right" label={say('legalCases.persons')} render={(legalCase: Row) => legalCase.persons} />
    </>
  );
}
