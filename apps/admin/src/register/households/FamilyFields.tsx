import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import FormLabel from '@mui/material/FormLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useWords } from '../../base/i18n/use-words.ts';
import { columns } from './form-columns.ts';
import { MemberRows } from './MemberRows.tsx';
import { hardshipCauses } from './registration.ts';
import { TypedField, type FormPartProps } from './TypedField.tsx';

/** The family: its size, income, allowance, causes of hardship and members. */
export function FamilyFields(props: FormPartProps): ReactElement {
  const say = useWords();
  const { form, change } = props;
  return (
    <Card component="section" aria-labelledby="family-title" sx={{ p: 2, mb: 2 }}>
      <Typography variant="h2" id="family-title">
        {say('register.family')}
      </Typography>
      <Box sx={columns}>
        <TypedField name="declaredSize" {...props} required />
        <TypedField name="monthlyIncomePerCapita" {...props} help={say('register.incomeHelp')} required />
        <TextField
          select
          id="dibaoStatus"
          label={say('register.dibaoStatus')}
          value={form.dibaoStatus}
          onChange={(event) => change({ dibaoStatus: event.target.value as typeof form.dibaoStatus })}
        >
          {(['NONE', 'RECEIVING', 'MARGINAL'] as const).map((each) => (
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
      <Causes {...props} />
      <MemberRows
        members={form.members}
        onChange={(members) => change({ members })}
        problemOf={props.problemOf}
        isNamedOtherwise={props.isNamedOtherwise}
      />
      <Box sx={{ display: 'grid' }}>
        <TypedField name="remark" {...props} />
      </Box>
    </Card>
  );
}

function Causes(props: FormPartProps): ReactElement {
  const say = useWords();
  const { form, change } = props;
  return (
    <Box component="fieldset" id="causes" tabIndex={-1} sx={{ border: 0, p: 0, m: 0, mt: 1, minWidth: 0 }}>
      <FormLabel component="legend" error={props.problemOf('causes') !== undefined}>
        {say('register.causes')} · {props.problemOf('causes') ?? say('register.causesHelp')}
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
  );
}
