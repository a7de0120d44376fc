import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { ConfirmDialog } from '../../base/display/ConfirmDialog.tsx';
import { ReasonDialog } from '../../base/display/ReasonDialog.tsx';
import { amount } from '../../base/display/money.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { confirmDibaoLine, refuseDibaoLine } from './commands.ts';

/** Confirms a line that somebody else set, or removes one that waits. */
export function DecideDibaoLine(props: {
  readonly line: {
    readonly id: string;
    readonly organizationName: string;
    readonly from: string;
    readonly monthlyPerCapita: string;
    readonly mayConfirm: boolean;
    readonly mayRefuse: boolean;
  };
}): ReactElement {
  const { line } = props;
  const { id: dibaoLineId } = line;
  const say = useWords();
  const notify = useNotify();
  const [asking, setAsking] = useState<'confirm' | 'refuse'>();
  const confirm = useCommand(confirmDibaoLine, { announce: true });
  const refuse = useCommand(refuseDibaoLine, { announce: true });
  const words = { organization: line.organizationName, from: line.from, amount: amount(line.monthlyPerCapita) };
  return (
    <Box sx={{ display: 'flex', gap: 1 }}>
      {line.mayConfirm ? (
        <Button variant="contained" onClick={() => setAsking('confirm')}>
          {say('dibaoLines.confirm')}
        </Button>
      ) : null}
      {line.mayRefuse ? <Button onClick={() => setAsking('refuse')}>{say('dibaoLines.refuse')}</Button> : null}
      <ConfirmDialog
        open={asking === 'confirm'}
        title={say('dibaoLines.confirm')}
        consequence={say('dibaoLines.confirmConsequence', words)}
        pending={confirm.pending}
        onCancel={() => setAsking(undefined)}
        onConfirm={() =>
          void confirm.run({ dibaoLineId }).then((result) => {
            setAsking(undefined);
            if (result !== undefined) notify(say('dibaoLines.confirmed', words), { type: 'success' });
          })
        }
      />
      <ReasonDialog
        open={asking === 'refuse'}
        title={say('dibaoLines.refuse')}
        subject={say('dibaoLines.subject', words)}
        help={say('display.refuseHelp')}
        consequence={say('dibaoLines.refuseConsequence', words)}
        pending={refuse.pending}
        onCancel={() => setAsking(undefined)}
        onDecide={(reason) =>
          void refuse.run({ dibaoLineId, reason }).then((result) => {
            if (result === undefined) return;
            setAsking(undefined);
            notify(say('dibaoLines.refused'), { type: 'success' });
          })
        }
      />
    </Box>
  );
}
