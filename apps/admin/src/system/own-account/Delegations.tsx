import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { useCan, useStaff } from '../../base/auth/use-staff.ts';
import { ConfirmDialog } from '../../base/display/ConfirmDialog.tsx';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import { StatusTag, type Tone } from '../../base/display/StatusTag.tsx';
import { delegationsQuery } from '../../base/graph/generated/own-account.ts';
import type { DelegationsQuery, DelegationState } from '../../base/graph/generated/operation-types.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { endDelegation } from './commands.ts';
import { DelegateRoles, type Lender } from './DelegateRoles.tsx';

type Delegation = DelegationsQuery['delegations'][number];

const tones: Readonly<Record<DelegationState, Tone>> = { AHEAD: 'wait', IN_FORCE: 'moving', OVER: 'still' };
const words = { AHEAD: 'ownAccount.ahead', IN_FORCE: 'ownAccount.inForce', OVER: 'ownAccount.over' } as const;

/**
 * The delegations that a member of staff gives and has; lends further roles, and ends delegations that are not over.
 */
export function Delegations({ lender }: { readonly lender: Lender }): ReactElement {
  const say = useWords();
  const can = useCan();
  const me = useStaff();
  const { data, error, refetch } = useAnswer(delegationsQuery, { staffId: lender.id });
  const [delegating, setDelegating] = useState(false);
  const [ending, setEnding] = useState<Delegation>();
  const mayDelegate =
    lender.roles.some((role) => role !== 'ADMINISTRATOR') && (lender.id === me?.id || can('staff.manage'));
  if (error) return <FaultNotice fault={error} onRetry={() => void refetch()} />;
  return (
    <>
      {data === undefined ? null : data.delegations.length === 0 ? (
        <p>{say('ownAccount.noDelegations')}</p>
      ) : (
        <DelegationTable rows={data.delegations} onEnd={setEnding} />
      )}
      {mayDelegate ? (
        <Button variant="outlined" sx={{ mt: 1 }} onClick={() => setDelegating(true)}>
          {say('ownAccount.delegate')}
        </Button>
      ) : null}
      {delegating ? <DelegateRoles lender={lender} onClose={() => setDelegating(false)} /> : null}
      {ending === undefined ? null : <EndDelegation delegation={ending} onClose={() => setEnding(undefined)} />}
    </>
  );
}

function DelegationTable(props: {
  readonly rows: readonly Delegation[];
  readonly onEnd: (delegation: Delegation) => void;
}): ReactElement {
  const say = useWords();
  const term = useTerm();
  return (
    <PlainTable
      caption={say('ownAccount.delegations')}
      rows={props.rows}
      keyOf={({ id }) => id}
      columns={[
        { head: say('ownAccount.from'), cell: ({ from }) => from.name },
        { head: say('ownAccount.to'), cell: ({ to }) => to.name },
        { head: say('ownAccount.roles'), cell: ({ roles }) => roles.map((role) => term('role', role)).join('、') },
        { head: say('ownAccount.firstDay'), cell: ({ firstDay }) => firstDay },
        { head: say('ownAccount.lastDay'), cell: ({ lastDay }) => lastDay },
        { head: say('ownAccount.reason'), cell: ({ reason }) => reason },
        {
          head: say('ownAccount.state'),
          cell: ({ state }) => <StatusTag tone={tones[state]} word={say(words[state])} />,
        },
        {
          head: say('ownAccount.action'),
          cell: (delegation) =>
            delegation.state === 'OVER' ? (
              '—'
            ) : (
              <Button
                size="small"
                aria-label={say('ownAccount.endDelegationOf', {
                  from: delegation.from.name,
                  to: delegation.to.name,
                })}
                onClick={() => props.onEnd(delegation)}
              >
                {say('ownAccount.endDelegation')}
              </Button>
            ),
        },
      ]}
    />
  );
}

function EndDelegation(props: { readonly delegation: Delegation; readonly onClose: () => void }): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(endDelegation);
  const { id, to } = props.delegation;
  const confirm = async (): Promise<void> => {
    if ((await command.run({ delegationId: id })) === undefined) return;
    notify(say('ownAccount.delegationEnded'), { type: 'success' });
    props.onClose();
  };
  return (
    <ConfirmDialog
      open
      title={say('ownAccount.endDelegation')}
      destructive
      consequence={say('ownAccount.endDelegationConsequence', { to: to.name })}
      problems={command.problems}
      pending={command.pending}
      onCancel={props.onClose}
      onConfirm={() => void confirm()}
    />
  );
}
