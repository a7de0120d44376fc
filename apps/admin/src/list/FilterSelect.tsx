import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useListContext } from 'react-admin';

/** A filter of a list: one of several words, or all. `many` puts the value into a list, as `statuses` wants it. */
export function FilterSelect(props: {
  readonly name: string;
  readonly label: string;
  readonly all: string;
  readonly choices: readonly { readonly value: string; readonly word: string }[];
  readonly many?: boolean;
}): ReactElement {
  const { filterValues, setFilters } = useListContext();
  const kept: unknown = filterValues?.[props.name];
  const value = Array.isArray(kept) ? String(kept[0] ?? '') : String(kept ?? '');
  return (
    <TextField
      select
      label={props.label}
      value={value}
      sx={{ width: { xs: '100%', sm: 200 } }}
      slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
      onChange={({ target }) => {
        const chosen = target.value === '' ? undefined : props.many === true ? [target.value] : target.value;
        setFilters({ ...filterValues, [props.name]: chosen }, undefined, false);
      }}
    >
      <MenuItem value="">{props.all}</MenuItem>
      {props.choices.map((choice) => <MenuItem key={choice.value} value={choice.value}>{choice.word}</MenuItem>)}
    </TextField>
  );
}
