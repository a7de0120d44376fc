import Box from '@mui/material/Box';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useWords } from '../../base/i18n/use-words.ts';
import type { TypedNameAnswer } from './registration.ts';

/** Asks which name is right if the county knows a number under another name; the typed one needs a reason. */
export function NameChoice(props: {
  /** The field of the name: headName, members.0.name. */
  readonly field: string;
  readonly typed: string;
  readonly answer: TypedNameAnswer | undefined;
  readonly problemOf: (field: string) => string | undefined;
  readonly onAnswer: (answer: TypedNameAnswer) => void;
}): ReactElement {
  const say = useWords();
  const { field, answer, onAnswer } = props;
  const why = props.problemOf(`${field}Why`);
  const groupId = `${field}Answer`;
  return (
    <FormControl sx={{ mb: 1, gridColumn: '1 / -1' }}>
      <FormLabel id={groupId}>{say('nameChoice.which')}</FormLabel>
      <RadioGroup
        aria-labelledby={groupId}
        value={answer?.right ?? ''}
        onChange={(_, right) => onAnswer({ right: right === 'TYPED' ? 'TYPED' : 'KNOWN', why: answer?.why ?? '' })}
      >
        <FormControlLabel value="KNOWN" control={<Radio />} label={say('nameChoice.known')} />
        <FormControlLabel value="TYPED" control={<Radio />} label={say('nameChoice.typed', { name: props.typed })} />
      </RadioGroup>
      {answer?.right === 'TYPED' ? (
        <Box>
          <TextField
            fullWidth
            required
            id={`${field}Why`}
            label={say('nameChoice.why')}
            value={answer.why}
            error={why !== undefined}
            helperText={why ?? say('nameChoice.whyHelp')}
            onChange={({ target }) => onAnswer({ right: 'TYPED', why: target.value })}
          />
        </Box>
      ) : null}
    </FormControl>
  );
}
