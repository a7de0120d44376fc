import type { ReactElement } from 'react';
import { useListContext } from 'react-admin';
import { ChoiceField } from '../form/ChoiceField.tsx';

/**
 * A filter of a list: one of several words, or all. `many` puts the value into a list, as `statuses` requires,
 * `numeric` turns it into a number.
 */
export function FilterSelect(props: {
  readonly name: string;
  readonly label: string;
  readonly all: string;
  readonly choices: readonly { readonly value: string; readonly word: string }[];
  readonly many?: boolean;
  readonly numeric?: boolean;
}): ReactElement {
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
