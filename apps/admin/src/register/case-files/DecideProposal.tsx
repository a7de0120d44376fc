import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { useCan } from '../../base/auth/use-staff.ts';
import { ConfirmDialog } from '../../base/display/ConfirmDialog.tsx';
import { ReasonDialog } from '../../base/display/ReasonDialog.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { confirmProposal, refuseProposal, withdrawProposal } from './commands.ts';

/** Confirms or refuses somebody else's proposal, or withdraws one's own. */
export function DecideProposal(props: {
  readonly proposal: {
    readonly id: string;
    readonly kind: 'CHANGE' | 'EXIT';
    readonly mayDecide: boolean;
    readonly mayWithdraw: boolean;
  };
  readonly name: string;
}): ReactElement | null {
  const { proposal, name } = props;
  const { id: proposalId, kind } = proposal;
  const say = useWords();
  const notify = useNotify();
  const can = useCan();
  const [asking, setAsking] = useState<'confirm' | 'refuse' | 'withdraw'>();
  const confirm = useCommand(confirmProposal, { announce: true });
  const refuse = useCommand(refuseProposal, { announce: true });
  const withdraw = useCommand(withdrawProposal, { announce: true });
  const decide = async (
    command: typeof confirm | typeof refuse | typeof withdraw,
    opinion: string | null,
    done: string,
  ) => {
    const result = await command.run({ proposalId, opinion });
    // A reason that did not reach the server stays in its dialog.
    if (result !== undefined || opinion === null) setAsking(undefined);
    if (result !== undefined) notify(done, { type: 'success' });
  };
  if (!proposal.mayDecide && !proposal.mayWithdraw) {
    if (!can('case-file.confirm')) return null;
    return (
      <span>{say(kind === 'CHANGE' && !can('case-file.review') ? 'proposal.byReviewer' : 'proposal.byAnother')}</span>
    );
  }
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
      {proposal.mayDecide ? (
        <>
          <Button variant="contained" onClick={() => setAsking('confirm')}>
            {say(`proposal.confirm${kind}`)}
          </Button>
          <Button onClick={() => setAsking('refuse')}>{say('proposal.refuse')}</Button>
        </>
      ) : null}
      {proposal.mayWithdraw ? <Button onClick={() => setAsking('withdraw')}>{say('proposal.withdraw')}</Button> : null}
      <ConfirmDialog
        open={asking === 'confirm'}
        title={say(`proposal.confirm${kind}`)}
        destructive={kind === 'EXIT'}
        consequence={say(`proposal.confirm${kind}Consequence`, { name })}
        pending={confirm.pending}
        onCancel={() => setAsking(undefined)}
        onConfirm={() => void decide(confirm, null, say('proposal.confirmed', { name }))}
      />
      <ConfirmDialog
        open={asking === 'withdraw'}
        title={say('proposal.withdraw')}
        subject={name}
        consequence={say('proposal.withdrawConsequence')}
        pending={withdraw.pending}
        onCancel={() => setAsking(undefined)}
        onConfirm={() => void decide(withdraw, null, say('proposal.withdrawn'))}
      />
      <ReasonDialog
        open={asking === 'refuse'}
        title={say('proposal.refuse')}
        subject={name}
        help={say('display.refuseHelp')}
        destructive
        consequence={say('proposal.refuseConsequence')}
        pending={refuse.pending}
        onCancel={() => setAsking(undefined)}
        onDecide={(reason) => void decide(refuse, reason, say('proposal.refused'))}
      />
    </Box>
  );
}
