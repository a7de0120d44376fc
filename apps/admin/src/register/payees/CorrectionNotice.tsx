import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { useCan } from '../../base/auth/use-staff.ts';
import { ConfirmDialog } from '../../base/display/ConfirmDialog.tsx';
import { moment } from '../../base/display/dates.ts';
import { ReasonDialog } from '../../base/display/ReasonDialog.tsx';
import type {
  CorrectionPartsFragment,
  UnmaskPayeeCorrectionMutation,
} from '../../base/graph/generated/operation-types.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { confirmPayeeCorrection, refusePayeeCorrection, unmaskPayeeCorrection } from './commands.ts';
import { CorrectionParts } from './CorrectionParts.tsx';

type Numbers = NonNullable<UnmaskPayeeCorrectionMutation['unmaskPayeeCorrection']['numbers']>;

/** A payee's correction that waits for a second person, with buttons for those who may decide it. */
export function CorrectionNotice(props: {
  readonly correction: CorrectionPartsFragment;
  readonly name: string;
}): ReactElement {
  const { correction, name } = props;
  const say = useWords();
  const can = useCan();
  const [numbers, setNumbers] = useState<Numbers>();
  const by = say('payee.by', { name: correction.correctedBy, at: moment(correction.correctedAt) });
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
        <strong>{say(correction.changed ? 'payee.correctionWaits' : 'payee.confirmationWaits')}</strong>
        <CorrectionParts correction={correction} numbers={numbers} />
        <span>
          {correction.why} · {by}
        </span>
        {can('payee.confirm') && !correction.lockedForMe ? (
          <DecideCorrection correctionId={correction.id} name={name} onNumbers={setNumbers} />
        ) : null}
        {correction.lockedForMe ? <span>{say('payee.ownWork')}</span> : null}
      </Box>
    </Alert>
  );
}

function DecideCorrection(props: {
  readonly correctionId: string;
  readonly name: string;
  readonly onNumbers: (numbers: Numbers) => void;
}): ReactElement {
  const { correctionId, name } = props;
  const say = useWords();
  const notify = useNotify();
  const [asking, setAsking] = useState<'confirm' | 'refuse' | 'unmask'>();
  const confirm = useCommand(confirmPayeeCorrection, { announce: true });
  const refuse = useCommand(refusePayeeCorrection, { announce: true });
  const unmask = useCommand(unmaskPayeeCorrection, { announce: true });
  const decide = async (
    command: typeof confirm | typeof refuse,
    opinion: string | null,
    done: string,
  ): Promise<void> => {
    const result = await command.run({ correctionId, opinion });
    // A reason that did not reach the server stays in its dialog.
    if (result !== undefined || opinion === null) setAsking(undefined);
    if (result !== undefined) notify(done, { type: 'success' });
  };
  const show = async (reason: string): Promise<void> => {
    const result = await unmask.run({ correctionId, reason });
    if (result === undefined) return;
    setAsking(undefined);
    if (result.numbers !== null && result.numbers !== undefined) props.onNumbers(result.numbers);
  };
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
      <Button variant="contained" onClick={() => setAsking('confirm')}>
        {say('payee.confirm')}
      </Button>
      <Button onClick={() => setAsking('refuse')}>{say('payee.refuse')}</Button>
      <Button onClick={() => setAsking('unmask')}>{say('payee.unmask')}</Button>
      <ConfirmDialog
        open={asking === 'confirm'}
        title={say('payee.confirm')}
        consequence={say('payee.confirmConsequence', { name })}
        pending={confirm.pending}
        onCancel={() => setAsking(undefined)}
        onConfirm={() => void decide(confirm, null, say('payee.confirmed', { name }))}
      />
      <ReasonDialog
        open={asking === 'refuse'}
        title={say('payee.refuse')}
        subject={name}
        help={say('display.refuseHelp')}
        destructive
        consequence={say('payee.refuseConsequence')}
        pending={refuse.pending}
        onCancel={() => setAsking(undefined)}
        onDecide={(reason) => void decide(refuse, reason, say('payee.refused'))}
      />
      <ReasonDialog
        open={asking === 'unmask'}
        title={say('payee.unmask')}
        subject={name}
        help={say('display.unmaskHelp')}
        consequence={say('household.unmaskConsequence')}
        pending={unmask.pending}
        onCancel={() => setAsking(undefined)}
        onDecide={(reason) => void show(reason)}
      />
    </Box>
  );
}
