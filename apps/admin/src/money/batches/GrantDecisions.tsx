import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { useCan } from '../../base/auth/use-staff.ts';
import { ConfirmDialog } from '../../base/display/ConfirmDialog.tsx';
import { amount } from '../../base/display/money.ts';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import type { GrantDecisionKind } from '../../base/graph/generated/operation-types.ts';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { confirmGrantDecision, proposeGrantDecision, refuseGrantDecision } from './commands.ts';

type Grant = DetailOf<'grants'>;
type Proposal = Grant['decisions'][number];

interface DecisionProps {
  readonly grant: Grant;
  readonly onClose: () => void;
}

/** What the reader may decide about an unpaid grant: make a proposal, or answer somebody else's. */
export function GrantDecisions({ grant }: Pick<DecisionProps, 'grant'>): ReactElement {
  const say = useWords();
  const can = useCan();
  const [open, setOpen] = useState<GrantDecisionKind | 'confirm' | 'refuse'>();
  const close = (): void => setOpen(undefined);
  const proposal = grant.decisions.find(({ status }) => status === 'PROPOSED');
  const unpaid = grant.status !== 'PAID' && grant.status !== 'RELEASED';
  const proposing = proposal === undefined && unpaid && can('batch.pay') && grant.lockReason === null;
  const answering = proposal !== undefined && proposal.lockReason === null && can('batch.approve');
  const heldByFile = grant.holds.some(({ cause }) => cause !== 'RETURNED');
  return (
    <>
      {proposing && heldByFile ? (
        <Button variant="contained" onClick={() => setOpen('PAY_ON')}>
          {say('grants.proposePayOn')}
        </Button>
      ) : null}
      {proposing && grant.status !== 'IN_BATCH' ? (
        <Button onClick={() => setOpen('RELEASE')}>{say('grants.proposeRelease')}</Button>
      ) : null}
      {answering ? (
        <>
          <Button variant="contained" onClick={() => setOpen('confirm')}>
            {say('grants.confirmDecision', { what: say(`grantDecisionKind.${proposal.kind}`) })}
          </Button>
          <Button onClick={() => setOpen('refuse')}>{say('grants.refuseDecision')}</Button>
        </>
      ) : null}
      {open === 'PAY_ON' || open === 'RELEASE' ? <Propose grant={grant} kind={open} onClose={close} /> : null}
      {open === 'confirm' && proposal !== undefined ? (
        <Confirm grant={grant} proposal={proposal} onClose={close} />
      ) : null}
      {open === 'refuse' ? <Refuse grant={grant} onClose={close} /> : null}
    </>
  );
}

function Propose({ grant, kind, onClose }: DecisionProps & { readonly kind: GrantDecisionKind }): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(proposeGrantDecision);
  return (
    <FormDialog
      title={say(kind === 'PAY_ON' ? 'grants.proposePayOn' : 'grants.proposeRelease')}
      consequence={say(kind === 'PAY_ON' ? 'grants.payOnConsequence' : 'grants.releaseConsequence', {
        amount: amount(grant.amount),
      })}
      destructive={kind === 'RELEASE'}
      fields={[{ name: 'reason', label: say('display.reason'), kind: 'long' }]}
      command={command}
      onCancel={onClose}
      onSend={async ({ reason = '' }) => {
        if ((await command.run({ grantId: grant.id, kind, reason: reason.trim() })) === undefined) return false;
        notify(say('grants.proposed'), { type: 'success' });
        onClose();
        return true;
      }}
    />
  );
}

function Confirm({ grant, proposal, onClose }: DecisionProps & { readonly proposal: Proposal }): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(confirmGrantDecision);
  const what = say(`grantDecisionKind.${proposal.kind}`);
  const decide = async (): Promise<void> => {
    if ((await command.run({ grantId: grant.id })) === undefined) return;
    notify(say('grants.decided', { what }), { type: 'success' });
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={say('grants.confirmDecision', { what })}
      destructive={proposal.kind === 'RELEASE'}
      consequence={
        <>
          <p>{say('grants.proposal', { who: proposal.proposedBy, what, reason: proposal.reason ?? '' })}</p>
          <p>
            {say(proposal.kind === 'PAY_ON' ? 'grants.payOnFollows' : 'grants.releaseFollows', {
              amount: amount(grant.amount),
            })}
          </p>
        </>
      }
      problems={command.problems}
      pending={command.pending}
      onCancel={onClose}
      onConfirm={() => void decide()}
    />
  );
}

function Refuse({ grant, onClose }: DecisionProps): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(refuseGrantDecision);
  return (
    <FormDialog
      title={say('grants.refuseDecision')}
      consequence={say('grants.refuseConsequence')}
      fields={[{ name: 'answer', label: say('grants.answer'), kind: 'long' }]}
      command={command}
      onCancel={onClose}
      onSend={async ({ answer = '' }) => {
        if ((await command.run({ grantId: grant.id, answer: answer.trim() })) === undefined) return false;
        notify(say('grants.refused'), { type: 'success' });
        onClose();
        return true;
      }}
    />
  );
}
