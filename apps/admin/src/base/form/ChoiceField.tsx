import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';

/** A choice of one of several words, or of all, if `all` gives a word for that. */
export function ChoiceField(props: {
  readonly label: string;
  readonly value: string;
  readonly all?: string | undefined;
  readonly choices: readonly { readonly value: string; readonly word: string }[];
  readonly width?: number;
  readonly onChoose: (value: string) => void;
}): ReactElement {
  const { label, value, all, choices, width = 200, onChoose } = props;
  return (
    <TextField
      select
      label={label}
      value={value}
      sx={{ width: { xs: '100%', sm: width } }}
      slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
      onChange={({ target }) => onChoose(target.value)}
    >
      {all === undefined ? null : <MenuItem value="">{all}</MenuItem>}
      {choices.map((choice) => (
        <MenuItem key={choice.value} value={choice.value}>
          {choice.word}
        </MenuItem>
      ))}
    </TextField>
  );
}
