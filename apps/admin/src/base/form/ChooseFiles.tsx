import Button from '@mui/material/Button';
import type { ReactElement } from 'react';

/** A button that opens the machine's own choice of files, or a phone's camera. */
export function ChooseFiles(props: {
  readonly id: string;
  readonly label: string;
  readonly accept: string;
  /** On a phone, the camera behind is offered first, and several photographs may be chosen. */
  readonly camera?: true;
  /** Several files may be chosen. */
  readonly many?: true;
  readonly onChoose: (files: readonly File[]) => void;
}): ReactElement {
  const { id, label, accept, camera, many } = props;
  return (
    // The input takes the focus, not the label around it: a button must not hold another control.
    <Button
      component="label"
      role={undefined}
      tabIndex={-1}
      variant="outlined"
      sx={{ position: 'relative', '&:focus-within': { outline: '2px solid var(--action)', outlineOffset: 1 } }}
    >
      {label}
      <input
        id={id}
        type="file"
        accept={accept}
        {...(camera === true && { capture: 'environment' as const })}
        multiple={camera === true || many === true}
        style={{ position: 'absolute', width: 1, height: 1, opacity: 0 }}
        onChange={({ target }) => {
          props.onChoose([...(target.files ?? [])]);
          target.value = '';
        }}
      />
    </Button>
  );
}
