import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { moment } from '../../base/display/dates.ts';
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
    <ListPage
      texts="proposal"
      resource="proposals"
      to={householdOf}
      phone={(row) => ({
        name: nameOf(row),
        detail: say(`proposalKind.${row.kind}`),
        mark: <StatusTag tone="wait" word={say('proposal.waiting')} />,
      })}
      columns={[
        {
          head: say('proposal.household'),
          cell: (row) => (
            <>
              <Link to={householdOf(row)}>{nameOf(row)}</Link>
              <Box sx={{ color: 'text.secondary' }}>{row.caseFile.number}</Box>
            </>
          ),
        },
        { head: say('proposal.kind'), cell: (row) => say(`proposalKind.${row.kind}`) },
        {
          head: say('proposal.content'),
          cell: (row) => (
            <Box sx={{ display: 'grid' }}>
              <ProposalContent proposal={row} />
            </Box>
          ),
        },
        {
          head: say('proposal.proposedBy'),
          cell: (row) => say('proposal.by', { name: row.proposedBy, at: moment(row.proposedAt) }),
        },
        { head: say('proposal.decision'), cell: (row) => <DecideProposal proposal={row} name={nameOf(row)} /> },
      ]}
    />
  );
}
