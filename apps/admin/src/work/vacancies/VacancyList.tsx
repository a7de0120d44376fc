import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { DataTable } from 'react-admin';
import { Link } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { day } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { WorkTag } from '../job-seekers/WorkTag.tsx';
import { FilterSelect } from '../../base/list/FilterSelect.tsx';
import { ListPage } from '../../base/list/ListPage.tsx';
import { OfferVacancy } from './OfferVacancy.tsx';
import { payOf } from './pay-of.ts';

type Row = ItemOf<'vacancies'>;

/** Positions that employers offer, with how many are still open. */
export default function VacancyList(): ReactElement {
  const say = useWords();
  const term = useTerm();
  const can = useCan();
  const [offering, setOffering] = useState(false);
  const offer = can('employment.manage') ? (
    <Button variant="contained" onClick={() => setOffering(true)}>
      {say('vacancies.offer')}
    </Button>
  ) : null;
  return (
    <>
      <ListPage<Row>
        resource="vacancies"
        title={say('vacancies.title')}
        lead={say('vacancies.lead')}
        actions={offer}
        searchWords={say('vacancies.search')}
        filters={
          <FilterSelect
            name="status"
            label={say('vacancies.status')}
            all={say('vacancies.allStatuses')}
            choices={(['OPEN', 'FILLED'] as const).map((value) => ({ value, word: term('vacancyStatus', value) }))}
          />
        }
        empty={<EmptyState title={say('vacancies.emptyTitle')} why={say('vacancies.emptyWhy')} action={offer} />}
        phone={(vacancy) => ({
          to: `/vacancies/${vacancy.id}`,
          name: `${vacancy.trade} · ${vacancy.employer}`,
          detail: `${vacancy.place} · ${payOf(vacancy)} · ${vacancy.filled}/${vacancy.positions}`,
          mark: <WorkTag of="vacancyStatus" status={vacancy.status} />,
        })}
      >
        <DataTable.Col
          label={say('vacancies.employer')}
          render={(vacancy: Row) => <Link to={`/vacancies/${vacancy.id}`}>{vacancy.employer}</Link>}
        />
        <DataTable.Col label={say('vacancies.trade')} render={(vacancy: Row) => vacancy.trade} />
        <DataTable.Col
          label={say('vacancies.status')}
          render={(vacancy: Row) => <WorkTag of="vacancyStatus" status={vacancy.status} />}
        />
        <DataTable.Col align="right" label={say('vacancies.positions')} render={(vacancy: Row) => vacancy.positions} />
        <DataTable.Col align="right" label={say('vacancies.filled')} render={(vacancy: Row) => vacancy.filled} />
        <DataTable.Col align="right" label={say('vacancies.pay')} render={(vacancy: Row) => payOf(vacancy)} />
        <DataTable.Col label={say('vacancies.place')} render={(vacancy: Row) => vacancy.place} />
        <DataTable.Col label={say('vacancies.requirements')} render={(vacancy: Row) => vacancy.requirements ?? '—'} />
        <DataTable.Col
          label={say('vacancies.forLaidOff')}
          render={(vacancy: Row) => say(vacancy.forLaidOff ? 'yesNo.yes' : 'yesNo.no')}
        />
        <DataTable.Col label={say('vacancies.offeredOn')} render={(vacancy: Row) => day(vacancy.offeredOn)} />
      </ListPage>
      {offering ? <OfferVacancy onClose={() => setOffering(false)} /> : null}
    </>
  );
}
