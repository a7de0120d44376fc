import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useWords } from '../../base/i18n/use-words.ts';
import { columns } from './form-columns.ts';
import { personStandings } from './registration.ts';
import type { FormPartProps } from './TypedField.tsx';

/** The head's standing at work: a worker by default, and whether a migrant worker. */
export function HeadAtWork({ form, change, problemOf }: FormPartProps): ReactElement {
  const say = useWords();
  const isWorker = form.headStanding === 'WORKER';
  const problem = problemOf('migrantWorker');
  return (
    <Box sx={{ ...columns, alignItems: 'center' }}>
      <TextField
        select
        id="headStanding"
        label={say('register.headStanding')}
        helperText={say('register.headStandingHelp')}
        value={form.headStanding}
        onChange={({ target }) => {
          const headStanding = target.value as typeof form.headStanding;
          change({ headStanding, migrantWorker: form.migrantWorker && headStanding === 'WORKER' });
        }}
      >
        {personStandings.map((each) => (
          <MenuItem key={each} value={each}>
            {say(`personStanding.${each}`)}
          </MenuItem>
        ))}
      </TextField>
      <div>
        <FormControlLabel
          id="migrantWorker"
          label={say('register.migrantWorker')}
          control={
            <Checkbox
              checked={form.migrantWorker}
              disabled={!isWorker}
              onChange={(_, on) => change({ migrantWorker: on })}
            />
          }
        />
        {problem === undefined ? null : <FormHelperText error>{problem}</FormHelperText>}
      </div>
    </Box>
  );
}
