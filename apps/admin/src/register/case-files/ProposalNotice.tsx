import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { moment } from '../../base/display/dates.ts';
import type { ProposalPartsFragment } from '../../base/graph/generated/operation-types.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { DecideProposal } from './DecideProposal.tsx';
import { ProposalContent } from './ProposalContent.tsx';

/** The pending proposal of a household, with buttons for those who may decide it. */
export function ProposalNotice(props: {
  readonly proposal: ProposalPartsFragment;
  readonly name: string;
}): ReactElement {
  const { proposal, name } = props;
  const say = useWords();
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
        <strong>{say(`proposal.waits${proposal.kind}`)}</strong>
        <ProposalContent proposal={proposal} />
        <span>{say('proposal.by', { name: proposal.proposedBy, at: moment(proposal.proposedAt) })}</span>
        <DecideProposal proposal={proposal} name={name} />
      </Box>
    </Alert>
  );
}
