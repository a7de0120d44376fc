import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useWords } from '../../base/i18n/use-words.ts';
import type { Registration } from './registration.ts';

/** The props of every part of the registration form. */
export interface FormPartProps {
  readonly form: Registration;
  readonly change: (part: Partial<Registration>) => void;
  /** The problem of a field, or undefined. */
  readonly problemOf: (field: string) => string | undefined;
  /** Whether the county knows the number under another name than this field's. */
  readonly isNamedOtherwise: (field: string) => boolean;
}

type TextName =
  | 'headName'
  | 'identityNumber'
  | 'phone'
  | 'bankAccount'
  | 'unitName'
  | 'declaredSize'
  | 'monthlyIncomePerCapita'
  | 'remark';

const inputModes = { declaredSize: 'numeric', monthlyIncomePerCapita: 'decimal' } as const;

/** One typed field of the registration form, with its problem or its help below. */
export function TypedField(
  props: FormPartProps & { readonly name: TextName; readonly help?: string; readonly required?: boolean },
): ReactElement {
  const say = useWords();
  const { name, form } = props;
  const problem = props.problemOf(name);
  const inputMode = name === 'declaredSize' || name === 'monthlyIncomePerCapita' ? inputModes[name] : undefined;
  return (
    <TextField
      id={name}
      name={name}
      label={say(`register.${name}`)}
      required={props.required === true}
      value={form[name]}
      onChange={(event) => props.change({ [name]: event.target.value })}
      error={problem !== undefined}
      helperText={problem ?? props.help}
      multiline={name === 'remark'}
      slotProps={{ htmlInput: { inputMode } }}
    />
  );
}
