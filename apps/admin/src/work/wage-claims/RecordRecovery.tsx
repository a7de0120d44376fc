import TextField from '@mui/material/TextField';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { today } from '../../base/display/dates.ts';
import { amount, difference, sumOf } from '../../base/display/money.ts';
import { dateReasonField } from '../../base/form/date-reason.ts';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { recordRecovery } from './commands.ts';

/** Records the amounts recovered on one day, for each worker. */
export function RecordRecovery({
  claim,
  onClose,
}: {
  readonly claim: DetailOf<'wage-claims'>;
  readonly onClose: () => void;
}): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(recordRecovery);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [nothing, setNothing] = useState(false);
  const owing = claim.workers
    .map((worker) => ({ ...worker, left: difference(worker.owed, worker.recovered) }))
    .filter((worker) => Number(worker.left) > 0);
  const said = say('wageClaims.nothingRecovered');
  const filled = owing.filter((worker) => (typed[worker.id] ?? '').trim() !== '');
  return (
    <FormDialog
      title={say('wageClaims.recover')}
      consequence={say('wageClaims.recoverConsequence')}
      initial={{ recoveredOn: today(new Date()) }}
      command={nothing ? { problems: [{ code: 'NOTHING_RECOVERED', zh: said, en: said }], pending: false } : command}
      onCancel={onClose}
      fields={[
        { name: 'recoveredOn', label: say('wageClaims.recoveredOn'), kind: 'date' },
        dateReasonField('recoveredOn', say('form.dateReason'), new Date(), claim.openedOn),
      ]}
      onSend={async ({ recoveredOn = '', dateReason = null }) => {
        setNothing(filled.length === 0);
        if (filled.length === 0) return false;
        const amounts = filled.map((worker) => ({ workerId: worker.id, amount: (typed[worker.id] ?? '').trim() }));
        const result = await command.run({ wageClaimId: claim.id, recoveredOn, dateReason, amounts });
        if (result === undefined) return false;
        notify(say('wageClaims.recoveredDone', { amount: amount(sumOf(amounts.map((each) => each.amount))) }), {
          type: 'success',
        });
        onClose();
        return true;
      }}
    >
      {owing.map((worker) => {
        const place = filled.indexOf(worker);
        const id = place < 0 ? `recovery-${worker.id}` : `amounts.${place}.amount`;
        const problem = place < 0 ? undefined : command.problemOf(id);
        return (
          <TextField
            key={worker.id}
            fullWidth
            id={id}
            autoComplete="off"
            label={say('wageClaims.recoverField', { name: worker.name, left: amount(worker.left) })}
            value={typed[worker.id] ?? ''}
            error={problem !== undefined}
            helperText={problem}
            slotProps={{ htmlInput: { inputMode: 'decimal' } }}
            onChange={(event) => setTyped({ ...typed, [worker.id]: event.target.value })}
          />
        );
      })}
    </FormDialog>
  );
}
