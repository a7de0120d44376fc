import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { DataTable } from 'react-admin';
import { Link } from 'react-router-dom';
import { moment } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { ListPage } from '../../base/list/ListPage.tsx';
import { DecideProposal } from './DecideProposal.tsx';
import { ProposalContent } from './ProposalContent.tsx';

type Row = ItemOf<'proposals'>;

const householdOf = (row: Row): string => `/households/${row.caseFile.household.id}`;
const nameOf = (row: Row): string => row.caseFile.household.head.name;

/** Everything that waits for a second person: changes after the posting, and exits. */
export default function ProposalList(): ReactElement {
  const say = useWords();
  return (
    <ListPage<Row>
      resource="proposals"
      title={say('proposal.title')}
      lead={say('proposal.lead')}
      empty={<EmptyState title={say('proposal.emptyTitle')} why={say('proposal.emptyWhy')} />}
      phone={(row) => ({
        to: householdOf(row),
        name: nameOf(row),
        detail: say(`proposalKind.${row.kind}`),
        mark: <StatusTag tone="wait" word={say('proposal.waiting')} />,
      })}
    >
      <DataTable.Col
        source="caseFile.number"
        label={say('proposal.household')}
        disableSort
        render={(row: Row) => (
          <>
            <Link to={householdOf(row)}>{nameOf(row)}</Link>
            <Box sx={{ color: 'text.secondary' }}>{row.caseFile.number}</Box>
          </>
        )}
      />
      <DataTable.Col
        source="kind"
        label={say('proposal.kind')}
        disableSort
        render={(row: Row) => say(`proposalKind.${row.kind}`)}
      />
      <DataTable.Col
        source="why"
        label={say('proposal.content')}
        disableSort
        render={(row: Row) => (
          <Box sx={{ display: 'grid' }}>
            <ProposalContent proposal={row} />
          </Box>
        )}
      />
      <DataTable.Col
        source="proposedBy"
        label={say('proposal.proposedBy')}
        disableSort
        render={(row: Row) => say('proposal.by', { name: row.proposedBy, at: moment(row.proposedAt) })}
      />
      <DataTable.Col
        source="id"
        label={say('proposal.decision')}
        disableSort
        render={(row: Row) => <DecideProposal proposal={row} name={nameOf(row)} />}
      />
    </ListPage>
  );
}
