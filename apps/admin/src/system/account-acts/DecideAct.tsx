import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { useCan } from '../../base/auth/use-staff.ts';
import { ConfirmDialog } from '../../base/display/ConfirmDialog.tsx';
import { moment } from '../../base/display/dates.ts';
import { accountActsQuery } from '../../base/graph/generated/account-acts.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { contentOf, type AccountAct } from './account-act.ts';
import { confirmAccountAct, refuseAccountAct, withdrawAccountAct } from './commands.ts';

type Decision = 'confirm' | 'refuse' | 'withdraw';

const commands = { confirm: confirmAccountAct, refuse: refuseAccountAct, withdraw: withdrawAccountAct } as const;

/** The decisions on an act that this person may make, each explained before it is sent. */
export function DecideAct({ act }: { readonly act: AccountAct }): ReactElement {
  const say = useWords();
  const [deciding, setDeciding] = useState<Decision>();
  const open: readonly Decision[] = [
    ...(act.mayConfirm ? (['confirm'] as const) : []),
    ...(act.mayRefuse ? (['refuse'] as const) : []),
    ...(act.mayWithdraw ? (['withdraw'] as const) : []),
  ];
  if (open.length === 0) return <>—</>;
  return (
    <Box sx={{ display: 'flex', gap: 0.5, whiteSpace: 'nowrap' }}>
      {open.map((decision) => (
        <Button
          key={decision}
          size="small"
          variant={decision === 'confirm' ? 'contained' : 'text'}
          aria-label={say('accountAct.decisionOn', {
            decision: say(`accountAct.${decision}`),
            kind: say(`accountAct.kind.${act.kind}`),
            name: act.name,
          })}
          onClick={() => setDeciding(decision)}
        >
          {say(`accountAct.${decision}`)}
        </Button>
      ))}
      {deciding === undefined ? null : (
        <DecisionDialog act={act} decision={deciding} onClose={() => setDeciding(undefined)} />
      )}
    </Box>
  );
}

function DecisionDialog(props: {
  readonly act: AccountAct;
  readonly decision: Decision;
  readonly onClose: () => void;
}): ReactElement {
  const say = useWords();
  const term = useTerm();
  const notify = useNotify();
  const { act, decision } = props;
  const command = useCommand(commands[decision]);
  const kind = say(`accountAct.kind.${act.kind}`);
  const decide = async (): Promise<void> => {
    if ((await command.run({ actId: act.id })) === undefined) return;
    notify(say(`accountAct.${decision}Done`, { kind, name: act.name }), { type: 'success' });
    props.onClose();
  };
  return (
    <ConfirmDialog
      open
      title={say(`accountAct.${decision}`)}
      problems={command.problems}
      pending={command.pending}
      onCancel={props.onClose}
      onConfirm={() => void decide()}
      consequence={
        <>
          <Box sx={{ mb: 1 }}>
            {say('accountAct.summary', {
              kind,
              name: act.name,
              username: act.username,
              organization: act.organization.name,
            })}
            <br />
            {contentOf(act, say, term)}
          </Box>
          {decision === 'confirm' ? (
            <>
              <Earlier act={act} />
              <Alert severity="warning">{say(`accountAct.checkBefore.${act.kind}`)}</Alert>
            </>
          ) : (
            say(`accountAct.${decision}Consequence`)
          )}
        </>
      }
    />
  );
}

const shownEarlier = 5;

/** Recent acts on the account: those who confirm roles must know that its password was reset before. */
function Earlier({ act }: { readonly act: AccountAct }): ReactElement | null {
  const say = useWords();
  const can = useCan();
  const staffId = act.staff?.id ?? null;
  const variables = { filter: { staffId }, page: 1, perPage: shownEarlier + 1 };
  const { data } = useAnswer(accountActsQuery, variables, { enabled: staffId !== null && can('account-act.read') });
  const earlier = (data?.accountActs.items ?? []).filter(({ id }) => id !== act.id).slice(0, shownEarlier);
  if (earlier.length === 0) return null;
  return (
    <Box sx={{ mb: 1 }}>
      {say('accountAct.earlier')}
      <Box component="ul" sx={{ m: 0, pl: 3 }}>
        {earlier.map((one) => (
          <li key={one.id}>
            {say('accountAct.earlierAct', {
              kind: say(`accountAct.kind.${one.kind}`),
              state: say(`accountAct.states.${one.state}`),
              by: one.askedByName,
              at: moment(one.askedAt),
            })}
          </li>
        ))}
      </Box>
    </Box>
  );
}
