import type { ReactElement } from 'react';
import { useParams } from 'react-router-dom';
import { moment } from '../../base/display/dates.ts';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { CaseFileTag } from '../case-files/CaseFileTag.tsx';
import { ListPage } from '../../base/list/ListPage.tsx';

type Row = ItemOf<'reclasses'>;

const nameOf = (row: Row): string => row.caseFile?.household.head.name ?? '—';

/** The files whose class one dibao line changed, with the class before and after. */
export default function ReclassList(): ReactElement {
  const { id = '' } = useParams();
  const say = useWords();
  const classOf = (name: Row['oldClass']): string =>
    name === null ? say('household.noClass') : say(`hardshipClass.${name}`);
  return (
    <ListPage
      resource="reclasses"
      filter={{ dibaoLineId: id }}
      texts={{
        title: say('dibaoLines.changes'),
        lead: say('dibaoLines.changesLead'),
        emptyTitle: say('dibaoLines.noChanges'),
      }}
      to={(row) => `/households/${row.caseFile?.household.id ?? ''}`}
      phone={(row) => ({
        name: nameOf(row),
        detail: `${classOf(row.oldClass)} → ${classOf(row.newClass)}`,
      })}
      columns={[
        { head: say('proposal.household'), cell: nameOf, link: true },
        { head: say('dibaoLines.organization'), cell: (row) => row.caseFile?.household.organizationName },
        {
          head: say('dibaoLines.fileStatus'),
          cell: (row) => (row.caseFile === null ? '—' : <CaseFileTag status={row.caseFile.status} />),
        },
        { head: say('dibaoLines.oldClass'), cell: (row) => classOf(row.oldClass) },
        { head: say('dibaoLines.newClass'), cell: (row) => classOf(row.newClass) },
        { head: say('dibaoLines.judgedAt'), cell: (row) => moment(row.judgedAt) },
      ]}
    />
  );
}
