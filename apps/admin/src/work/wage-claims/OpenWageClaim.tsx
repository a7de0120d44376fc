import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { today } from '../../base/display/dates.ts';
import { dateReasonField } from '../../base/form/date-reason.ts';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { PickHousehold, type PickedHousehold } from '../../register/households/PickHousehold.tsx';
import { useWords } from '../../base/i18n/use-words.ts';
import { openWageClaim } from './commands.ts';

interface TypedWorker {
  readonly key: string;
  readonly name: string;
  readonly identityNumber: string;
  readonly owed: string;
  readonly migrantWorker: boolean;
  /** The household in the register that the worker belongs to. */
  readonly household?: PickedHousehold;
}

const isBlank = ({ name, identityNumber, owed }: TypedWorker): boolean =>
  [name, identityNumber, owed].every((typed) => typed.trim() === '');

const blank = (): TypedWorker => ({
  key: crypto.randomUUID(),
  name: '',
  identityNumber: '',
  owed: '',
  migrantWorker: false,
});

/** Opens a wage claim: employer, site, and each worker with the amount owed and, if registered, the household. */
export function OpenWageClaim({ onClose }: { readonly onClose: () => void }): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const navigate = useNavigate();
  const command = useCommand(openWageClaim);
  const [workers, setWorkers] = useState<readonly TypedWorker[]>([blank()]);
  const [picking, setPicking] = useState(false);
  const addFrom = (household: PickedHousehold): void => {
    const worker = { ...blank(), name: household.head.name, migrantWorker: household.migrantWorker, household };
    setWorkers([...workers.filter((each) => !isBlank(each)), worker]);
    setPicking(false);
  };
  const change = (key: string, changes: Partial<TypedWorker>): void =>
    setWorkers(workers.map((worker) => (worker.key === key ? { ...worker, ...changes } : worker)));
  return (
    <FormDialog
      title={say('wageClaims.open')}
      consequence={say('wageClaims.openConsequence')}
      draft="open-wage-claim"
      initial={{ openedOn: today(new Date()) }}
      command={command}
      judgedByServer
      onCancel={onClose}
      fields={[
        { name: 'employer', label: say('wageClaims.employer') },
        { name: 'site', label: say('wageClaims.site'), optional: true },
        {
          name: 'openedOn',
          label: say('wageClaims.openedOn'),
          kind: 'date',
          optional: true,
          help: say('wageClaims.openedOnHelp'),
        },
        dateReasonField('openedOn', say('form.dateReason')),
      ]}
      onSend={async ({ employer = '', site = '', openedOn = '', dateReason = null }) => {
        const result = await command.run({
          employer: employer.trim(),
          site: site.trim() === '' ? null : site.trim(),
          openedOn: openedOn === '' ? null : openedOn,
          dateReason,
          workers: workers.map(({ name, identityNumber, owed, migrantWorker, household }) => ({
            name: name.trim(),
            identityNumber: identityNumber.trim() === '' ? null : identityNumber.trim(),
            owed: owed.trim(),
            migrantWorker,
            householdId: household?.id ?? null,
          })),
        });
        if (result?.wageClaim === undefined || result.wageClaim === null) return false;
        notify(say('wageClaims.opened', { employer: employer.trim() }), { type: 'success' });
        navigate(`/wage-claims/${result.wageClaim.id}`);
        return true;
      }}
    >
      {workers.map((worker, index) => (
        <WorkerFields
          key={worker.key}
          worker={worker}
          index={index}
          problemOf={command.problemOf}
          onChange={(changes) => change(worker.key, changes)}
          onRemove={
            workers.length === 1 ? undefined : () => setWorkers(workers.filter((each) => each.key !== worker.key))
          }
        />
      ))}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button onClick={() => setWorkers([...workers, blank()])}>{say('wageClaims.addWorker')}</Button>
        <Button onClick={() => setPicking(true)}>{say('wageClaims.addFromHousehold')}</Button>
      </Box>
      {picking ? (
        <PickHousehold title={say('wageClaims.addFromHousehold')} onCancel={() => setPicking(false)} onPick={addFrom} />
      ) : null}
    </FormDialog>
  );
}

function WorkerFields(props: {
  readonly worker: TypedWorker;
  readonly index: number;
  readonly problemOf: (field: string) => string | undefined;
  readonly onChange: (changes: Partial<TypedWorker>) => void;
  readonly onRemove: (() => void) | undefined;
}): ReactElement {
  const { worker, index } = props;
  const say = useWords();
  const field = (name: 'name' | 'identityNumber' | 'owed', label: string, required: boolean): ReactElement => {
    const id = `workers.${index}.${name}`;
    const problem = props.problemOf(id);
    return (
      <TextField
        id={id}
        label={label}
        required={required}
        value={worker[name]}
        error={problem !== undefined}
        helperText={problem}
        autoComplete="off"
        slotProps={{ htmlInput: name === 'owed' ? { inputMode: 'decimal' } : {} }}
        onChange={(event) => props.onChange({ [name]: event.target.value })}
      />
    );
  };
  return (
    <Box
      component="fieldset"
      sx={{
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        my: 1,
        minWidth: 0,
        display: 'grid',
        columnGap: 1,
        gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' },
      }}
    >
      <legend>
        {say('wageClaims.worker', { n: index + 1 })}
        {worker.household === undefined
          ? null
          : ` · ${say('wageClaims.ofHousehold', { name: worker.household.head.name })}`}
      </legend>
      {field('name', say('wageClaims.name'), true)}
      {field('owed', say('wageClaims.owed'), true)}
      {field('identityNumber', say('wageClaims.identity'), false)}
      <Box sx={{ display: 'flex', alignItems: 'center' }}>
        <FormControlLabel
          sx={{ flex: 1 }}
          label={say('wageClaims.migrantWorker')}
          control={
            <Checkbox checked={worker.migrantWorker} onChange={(_, on) => props.onChange({ migrantWorker: on })} />
          }
        />
        {props.onRemove === undefined ? null : (
          <IconButton aria-label={say('wageClaims.removeWorker', { n: index + 1 })} onClick={props.onRemove}>
            <DeleteOutlined />
          </IconButton>
        )}
      </Box>
    </Box>
  );
}
