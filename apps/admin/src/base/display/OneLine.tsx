import Box from '@mui/material/Box';
import type { ReactElement } from 'react';

/** A text kept on one line of at most 120 px; the whole text appears on hover and for screen readers. */
export function OneLine({ text }: { readonly text: string }): ReactElement {
  return (
    <Box title={text} sx={{ maxWidth: 120, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
      {text}
    </Box>
  );
}
