import type { ReactElement } from 'react';
import { useListContext } from 'react-admin';
import { ChoiceField } from '../form/ChoiceField.tsx';

/** A filter of a list: one of several values, or all. */
export interface ListFilter {
  readonly name: string;
  readonly label: string;
  readonly all: string;
  readonly choices: readonly { readonly value: string; readonly word: string }[];
  /** Sends the value in a list, as `statuses` requires. */
  readonly many?: true;
  /** Sends the value as a number. */
  readonly numeric?: boolean;
}

/** The field of a filter; the chosen value is kept in the address. */
export function FilterSelect(props: ListFilter): ReactElement {
  const { filterValues, setFilters } = useListContext();
  const kept: unknown = filterValues?.[props.name];
  return (
    <ChoiceField
      label={props.label}
      value={Array.isArray(kept) ? String(kept[0] ?? '') : String(kept ?? '')}
      all={props.all}
      choices={props.choices}
      onChoose={(value) => {
        const one = props.numeric === true ? Number(value) : value;
        const chosen = value === '' ? undefined : props.many === true ? [one] : one;
        setFilters({ ...filterValues, [props.name]: chosen }, undefined, false);
      }}
    />
  );
}
