import type { ReactElement } from 'react';
import { DataTable, useListContext } from 'react-admin';
import { Link } from 'react-router-dom';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { FilterSelect } from '../../base/list/FilterSelect.tsx';
import { ListPage } from '../../base/list/ListPage.tsx';
import { kindWords } from './kind-words.ts';
import { organizationKinds } from './organization-kinds.ts';

type Row = ItemOf<'organizations'>;

/** How many rows of the page are above this one in the tree: its indentation. */
const depthAmong = (rows: readonly Row[], { path }: Row): number =>
  rows.filter((other) => other.path !== path && path.startsWith(other.path)).length;

/** The tree of organisations, in the order of their paths, indented by depth. */
export default function OrganizationList(): ReactElement {
  const say = useWords();
  const term = useTerm();
  return (
    <ListPage<Row>
      resource="organizations"
      title={say('organizations.title')}
      lead={say('organizations.lead')}
      searchWords={say('organizations.search')}
      filters={
        <FilterSelect
          name="kind"
          label={say('organizations.kind')}
          all={say('organizations.allKinds')}
          choices={organizationKinds.map((value) => ({ value, word: term('organizationKind', value) }))}
        />
      }
      empty={<EmptyState title={say('organizations.emptyTitle')} why={say('organizations.emptyWhy')} />}
      phone={(each) => ({
        to: `/organizations/${each.id}`,
        name: each.name,
        detail: `${each.code} · ${kindWords(each, term)}`,
      })}
    >
      <DataTable.Col label={say('organizations.name')} render={(each: Row) => <Nested row={each} />} />
      <DataTable.Col label={say('organizations.code')} render={(each: Row) => each.code} />
      <DataTable.Col label={say('organizations.kind')} render={(each: Row) => kindWords(each, term)} />
      <DataTable.Col align="right" label={say('organizations.staffCount')} render={(each: Row) => each.staffCount} />
    </ListPage>
  );
}

function Nested({ row }: { readonly row: Row }): ReactElement {
  const say = useWords();
  const { data = [] } = useListContext<Row>();
  return (
    <span style={{ paddingLeft: depthAmong(data, row) * 16 }}>
      <Link to={`/organizations/${row.id}`}>{row.name}</Link>
      {row.inForceTo === null ? null : <StatusTag tone="still" word={say('organizations.closed')} />}
    </span>
  );
}
