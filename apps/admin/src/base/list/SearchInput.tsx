import TextField from '@mui/material/TextField';
import { useState, type InputHTMLAttributes, type ReactElement, type RefObject } from 'react';

/**
 * A field to search by, the same everywhere. While an input method composes a word (拼音未选定), the text is shown but not
 * yet searched for: `onType` is called only with complete words.
 */
export function SearchInput(props: {
  readonly label: string;
  readonly value: string;
  readonly onType: (text: string) => void;
  readonly autoFocus?: boolean;
  readonly fullWidth?: boolean;
  /** Further attributes of the field itself. */
  readonly field?: InputHTMLAttributes<HTMLInputElement>;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
  readonly sx?: object;
}): ReactElement {
  const { value, onType, field, ...shown } = props;
  const [composed, setComposed] = useState<string>();
  const settle = (text: string): void => {
    setComposed(undefined);
    onType(text);
  };
  return (
    <TextField
      {...shown}
      type="search"
      value={composed ?? value}
      onChange={({ target, nativeEvent }) => {
        if (nativeEvent instanceof InputEvent && nativeEvent.isComposing) setComposed(target.value);
        else settle(target.value);
      }}
      slotProps={{
        htmlInput: {
          ...field,
          onCompositionEnd: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) =>
            settle(currentTarget.value),
        },
      }}
    />
  );
}
