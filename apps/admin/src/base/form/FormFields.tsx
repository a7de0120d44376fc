import Autocomplete from '@mui/material/Autocomplete';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import InputAdornment from '@mui/material/InputAdornment';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { DayInput } from './DayInput.tsx';
import { fieldsAsked, type Field, type Typed } from './field.ts';

interface FormFieldsProps {
  readonly fields: readonly Field[];
  readonly typed: Typed;
  readonly problemOf: (field: string) => string | undefined;
  readonly onType: (name: string, value: string) => void;
}

/** The fields of a form, each with its problem or help beside it. */
export function FormFields(props: FormFieldsProps): ReactElement {
  return (
    <>
      {fieldsAsked(props.fields, props.typed).map((field) => (
        <FormField key={field.name} field={field} {...props} />
      ))}
    </>
  );
}

function FormField({ field, typed, problemOf, onType }: FormFieldsProps & { readonly field: Field }): ReactElement {
  const say = useWords();
  const value = typed[field.name] ?? '';
  const problem = problemOf(field.name);
  if (field.kind === 'tick') {
    return (
      <FormControlLabel
        label={field.help === undefined ? field.label : say('form.tickHelp', { label: field.label, help: field.help })}
        control={
          <Checkbox
            id={field.name}
            checked={value === 'yes'}
            onChange={(_, on) => onType(field.name, on ? 'yes' : '')}
          />
        }
      />
    );
  }
  if (field.kind === 'date') {
    return (
      <DayInput
        fullWidth
        id={field.name}
        name={field.name}
        label={field.label}
        value={value}
        required={field.optional !== true}
        error={problem !== undefined}
        helperText={problem ?? field.help}
        onType={(day) => onType(field.name, day)}
      />
    );
  }
  if (field.kind === 'search') return <SearchField field={field} value={value} problem={problem} onType={onType} />;
  return (
    <TextField
      fullWidth
      id={field.name}
      name={field.name}
      label={field.label}
      value={value}
      required={field.optional !== true}
      error={problem !== undefined}
      helperText={problem ?? field.help}
      select={field.kind === 'choice'}
      multiline={field.kind === 'long'}
      {...(field.kind === 'long' ? { minRows: 3 } : {})}
      {...(field.kind === 'secret' ? { type: 'password', autoComplete: 'new-password' } : { autoComplete: 'off' })}
      slotProps={{
        htmlInput:
          field.kind === 'money' ? { inputMode: 'decimal' } : field.kind === 'number' ? { inputMode: 'numeric' } : {},
        input:
          field.kind === 'money'
            ? { endAdornment: <InputAdornment position="end">{say('form.yuan')}</InputAdornment> }
            : {},
        select: { SelectDisplayProps: { 'aria-label': say('form.choose', { label: field.label }) } },
      }}
      onChange={(event) => onType(field.name, event.target.value)}
    >
      {field.choices?.map((choice) => (
        <MenuItem key={choice.value} value={choice.value}>
          {choice.word}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** A choice of very many: a part of its words finds it. */
function SearchField(props: {
  readonly field: Field;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onType: FormFieldsProps['onType'];
}): ReactElement {
  const say = useWords();
  const { field, value, problem, onType } = props;
  const choices = field.choices ?? [];
  return (
    <Autocomplete
      fullWidth
      autoHighlight
      id={field.name}
      options={choices}
      value={choices.find((choice) => choice.value === value) ?? null}
      getOptionLabel={(choice) => choice.word}
      getOptionKey={(choice) => choice.value}
      isOptionEqualToValue={(one, other) => one.value === other.value}
      noOptionsText={say('form.notFound')}
      clearText={say('form.clear')}
      openText={say('form.openChoices')}
      closeText={say('form.closeChoices')}
      onChange={(_, choice) => onType(field.name, choice?.value ?? '')}
      renderInput={(input) => (
        <TextField
          {...input}
          label={field.label}
          required={field.optional !== true}
          error={problem !== undefined}
          helperText={problem ?? field.help}
        />
      )}
    />
  );
}
