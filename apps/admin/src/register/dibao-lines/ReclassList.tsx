import type { ReactElement } from 'react';
import { DataTable } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { moment } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { CaseFileTag } from '../case-files/CaseFileTag.tsx';
import { ListPage } from '../../base/list/ListPage.tsx';

type Row = ItemOf<'reclasses'>;

const nameOf = (row: Row): string => row.caseFile?.household.head.name ?? '—';
const addressOf = (row: Row): string => `/households/${row.caseFile?.household.id ?? ''}`;

/** The files whose class one dibao line changed, with the class before and after. */
export default function ReclassList(): ReactElement {
  const { id = '' } = useParams();
  const say = useWords();
  const classOf = (name: Row['oldClass']): string =>
    name === null ? say('household.noClass') : say(`hardshipClass.${name}`);
  return (
    <ListPage<Row>
      resource="reclasses"
      filter={{ dibaoLineId: id }}
      title={say('dibaoLines.changes')}
      lead={say('dibaoLines.changesLead')}
      empty={<EmptyState title={say('dibaoLines.noChanges')} />}
      phone={(row) => ({
        to: addressOf(row),
        name: nameOf(row),
        detail: `${classOf(row.oldClass)} → ${classOf(row.newClass)}`,
      })}
    >
      <DataTable.Col
        source="caseFile.number"
        label={say('proposal.household')}
        disableSort
        render={(row: Row) => <Link to={addressOf(row)}>{nameOf(row)}</Link>}
      />
      <DataTable.Col source="caseFile.household.organizationName" label={say('dibaoLines.organization')} disableSort />
      <DataTable.Col
        source="caseFile.status"
        label={say('dibaoLines.fileStatus')}
        disableSort
        render={(row: Row) => (row.caseFile === null ? '—' : <CaseFileTag status={row.caseFile.status} />)}
      />
      <DataTable.Col
        source="oldClass"
        label={say('dibaoLines.oldClass')}
        disableSort
        render={(row: Row) => classOf(row.oldClass)}
      />
      <DataTable.Col
        source="newClass"
        label={say('dibaoLines.newClass')}
        disableSort
        render={(row: Row) => classOf(row.newClass)}
      />
      <DataTable.Col
        source="judgedAt"
        label={say('dibaoLines.judgedAt')}
        disableSort
        render={(row: Row) => moment(row.judgedAt)}
      />
    </ListPage>
  );
}
