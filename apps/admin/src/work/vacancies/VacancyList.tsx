import type { ReactElement } from 'react';
import { day } from '../../base/display/dates.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { WorkTag } from '../job-seekers/WorkTag.tsx';
import { ListPage } from '../../base/list/ListPage.tsx';
import { OfferVacancy } from './OfferVacancy.tsx';
import { payOf } from './pay-of.ts';

/** Positions that employers offer, with how many are still open. */
export default function VacancyList(): ReactElement {
  const say = useWords();
  const term = useTerm();
  return (
    <ListPage
      texts="vacancies"
      resource="vacancies"
      starts={[
        {
          may: 'employment.manage',
          words: say('vacancies.offer'),
          dialog: (onClose) => <OfferVacancy onClose={onClose} />,
        },
      ]}
      searchWords={say('vacancies.search')}
      filters={[
        {
          name: 'status',
          label: say('vacancies.status'),
          all: say('vacancies.allStatuses'),
          choices: (['OPEN', 'FILLED'] as const).map((value) => ({ value, word: term('vacancyStatus', value) })),
        },
      ]}
      phone={(vacancy) => ({
        name: `${vacancy.trade} · ${vacancy.employer}`,
        detail: `${vacancy.place} · ${payOf(vacancy)} · ${vacancy.filled}/${vacancy.positions}`,
        mark: <WorkTag of="vacancyStatus" status={vacancy.status} />,
      })}
      columns={[
        {
          head: say('vacancies.employer'),
          cell: (vacancy) => vacancy.employer,
          link: true,
        },
        { head: say('vacancies.trade'), cell: (vacancy) => vacancy.trade },
        { head: say('vacancies.status'), cell: (vacancy) => <WorkTag of="vacancyStatus" status={vacancy.status} /> },
        { head: say('vacancies.positions'), right: true, cell: (vacancy) => vacancy.positions },
        { head: say('vacancies.filled'), right: true, cell: (vacancy) => vacancy.filled },
        { head: say('vacancies.pay'), right: true, cell: (vacancy) => payOf(vacancy) },
        { head: say('vacancies.place'), cell: (vacancy) => vacancy.place },
        { head: say('vacancies.requirements'), cell: (vacancy) => vacancy.requirements ?? '—' },
        { head: say('vacancies.forLaidOff'), cell: (vacancy) => say(vacancy.forLaidOff ? 'yesNo.yes' : 'yesNo.no') },
        { head: say('vacancies.offeredOn'), cell: (vacancy) => day(vacancy.offeredOn) },
      ]}
    />
  );
}
