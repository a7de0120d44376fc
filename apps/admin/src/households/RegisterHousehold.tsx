import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import FormLabel from '@mui/material/FormLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { moment } from '../display/dates.ts';
import { money } from '../display/money.ts';
import { PageHead } from '../display/PageHead.tsx';
import { ProblemSummary } from '../display/ProblemSummary.tsx';
import type { Problem } from '../graph/command.ts';
import { registeredElsewhereQuery } from '../graph/generated/households.ts';
import { useAnswer } from '../graph/use-answer.ts';
import { useCommand } from '../graph/use-command.ts';
import { useLanguage, useWords } from '../i18n/use-words.ts';
import { registerHousehold } from './commands.ts';
import { hardshipCauses, missingFields, toInput, useRegistration } from './registration.ts';
import { MemberRows } from './MemberRows.tsx';

const wholeNumber = /^\d{17}[\dXx]$/;

/** One form for a household: saved as typed, the same words on top and beside the fields, nothing cleared by a refusal. */
export default function RegisterHousehold(): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const notify = useNotify();
  const navigate = useNavigate();
  const command = useCommand(registerHousehold);
  const { form, change, clear, keptAt } = useRegistration();
  const [missing, setMissing] = useState<readonly Problem[]>([]);
  const problems = missing.length > 0 ? missing : command.problems;
  const problemOf = (field: string): string | undefined =>
    problems.find((problem) => problem.field === field)?.[language];
  const identityNumber = form.identityNumber.trim().toUpperCase();
  const elsewhere = useAnswer(
    registeredElsewhereQuery,
    { identityNumber },
    { enabled: wholeNumber.test(identityNumber) },
  );
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const found = missingFields(form, (field) => say('register.missing', { label: say(`register.${field}`) }));
    setMissing(found);
    if (found.length > 0) return;
    const result = await command.run(toInput(form));
    if (result?.household === null || result?.household === undefined) return;
    clear();
    notify(say('register.done'), { type: 'success' });
    navigate(`/households/${result.household.id}?tab=evidence`);
  };
  const text = (
    name:
      | 'headName'
      | 'identityNumber'
      | 'phone'
      | 'bankAccount'
      | 'unitName'
      | 'declaredSize'
      | 'monthlyIncomePerCapita'
      | 'remark',
    help?: string,
    required = false,
  ): ReactElement => (
    <TextField
      id={name}
      name={name}
      label={say(`register.${name}`)}
      required={required}
      value={form[name]}
      onChange={(event) => change({ [name]: event.target.value })}
      error={problemOf(name) !== undefined}
      helperText={problemOf(name) ?? help}
      multiline={name === 'remark'}
      slotProps={{
        htmlInput: {
          inputMode: name === 'declaredSize' ? 'numeric' : name === 'monthlyIncomePerCapita' ? 'decimal' : undefined,
        },
      }}
    />
  );
  return (
    <Box sx={{ maxWidth: 960 }}>
      <PageHead title={say('register.title')} lead={say('register.lead')} />
      <form noValidate onSubmit={(event) => void submit(event)}>
        <ProblemSummary problems={problems} />
        <Card component="section" aria-labelledby="head-title" sx={{ p: 2, mb: 2 }}>
          <Typography variant="h2" id="head-title">
            {say('register.head')}
          </Typography>
          <Box sx={columns}>
            {text('headName', undefined, true)}
            {text('identityNumber', say('register.identityHelp'), true)}
            {text('phone')}
            {text('bankAccount', say('register.bankHelp'))}
            {text('unitName', say('register.unitHelp'))}
          </Box>
          {elsewhere.data?.registeredElsewhere.registered === true ? (
            <Alert severity="warning" sx={{ mt: 1 }}>
              {say('register.elsewhere')}{' '}
              {elsewhere.data.registeredElsewhere.lastAidedOn === null
                ? null
                : say('register.elsewhereAid', {
                    on: elsewhere.data.registeredElsewhere.lastAidedOn,
                    amount: money(elsewhere.data.registeredElsewhere.lastAmount),
                  })}
            </Alert>
          ) : null}
          <FormControlLabel
            label={say('register.migrantWorker')}
            control={<Checkbox checked={form.migrantWorker} onChange={(_, on) => change({ migrantWorker: on })} />}
          />
        </Card>
        <Card component="section" aria-labelledby="family-title" sx={{ p: 2, mb: 2 }}>
          <Typography variant="h2" id="family-title">
            {say('register.family')}
          </Typography>
          <Box sx={columns}>
            {text('declaredSize', undefined, true)}
            {text('monthlyIncomePerCapita', say('register.incomeHelp'), true)}
            <TextField
              select
              id="dibaoStatus"
              label={say('register.dibaoStatus')}
              value={form.dibaoStatus}
              onChange={(event) => change({ dibaoStatus: event.target.value as typeof form.dibaoStatus })}
            >
              {(['NONE', 'DIBAO', 'MARGINAL'] as const).map((each) => (
                <MenuItem key={each} value={each}>
                  {say(`dibaoStatus.${each}`)}
                </MenuItem>
              ))}
            </TextField>
            <TextField
              select
              id="modelWorkerHonour"
              label={say('register.modelWorkerHonour')}
              value={form.modelWorkerHonour}
              onChange={(event) => change({ modelWorkerHonour: event.target.value as typeof form.modelWorkerHonour })}
            >
              {(['NONE', 'CITY', 'PROVINCIAL', 'NATIONAL'] as const).map((each) => (
                <MenuItem key={each} value={each}>
                  {say(`modelWorkerHonour.${each}`)}
                </MenuItem>
              ))}
            </TextField>
          </Box>
          <Box component="fieldset" id="causes" tabIndex={-1} sx={{ border: 0, p: 0, m: 0, mt: 1, minWidth: 0 }}>
            <FormLabel component="legend" error={problemOf('causes') !== undefined}>
              {say('register.causes')} · {problemOf('causes') ?? say('register.causesHelp')}
            </FormLabel>
            <FormGroup row>
              {hardshipCauses.map((cause) => (
                <FormControlLabel
                  key={cause}
                  label={say(`hardshipCause.${cause}`)}
                  control={
                    <Checkbox
                      checked={form.causes.includes(cause)}
                      onChange={(_, on) =>
                        change({
                          causes: on ? [...form.causes, cause] : form.causes.filter((each) => each !== cause),
                        })
                      }
                    />
                  }
                />
              ))}
            </FormGroup>
          </Box>
          <MemberRows members={form.members} onChange={(members) => change({ members })} problemOf={problemOf} />
          <Box sx={{ display: 'grid' }}>{text('remark')}</Box>
        </Card>
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          <Button type="submit" variant="contained" loading={command.pending}>
            {say('register.submit')}
          </Button>
          {keptAt === undefined ? null : <Button onClick={clear}>{say('register.discard')}</Button>}
          <Box aria-live="polite" sx={{ color: 'text.secondary' }}>
            {keptAt === undefined ? null : say('register.kept', { time: moment(keptAt).slice(11) })}
          </Box>
        </Box>
      </form>
    </Box>
  );
}

const columns = {
  display: 'grid',
  columnGap: 2,
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(260px, 100%), 1fr))',
} as const;
