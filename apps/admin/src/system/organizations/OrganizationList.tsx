import type { ReactElement } from 'react';
import { useListContext } from 'react-admin';
import { Link } from 'react-router-dom';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
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
    <ListPage
      texts="organizations"
      resource="organizations"
      searchWords={say('organizations.search')}
      filters={[
        {
          name: 'kind',
          label: say('organizations.kind'),
          all: say('organizations.allKinds'),
          choices: organizationKinds.map((value) => ({ value, word: term('organizationKind', value) })),
        },
      ]}
      phone={(each) => ({
        name: each.name,
        detail: `${each.code} · ${kindWords(each, term)}`,
      })}
      columns={[
        { head: say('organizations.name'), cell: (each) => <Nested row={each} /> },
        { head: say('organizations.code'), cell: (each) => each.code },
        { head: say('organizations.kind'), cell: (each) => kindWords(each, term) },
        { head: say('organizations.staffCount'), right: true, cell: (each) => each.staffCount },
      ]}
    />
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
