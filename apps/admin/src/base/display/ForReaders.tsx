import Box from '@mui/material/Box';
import type { ReactElement, ReactNode } from 'react';

/** Words for screen readers in place of a sign. */
export function ForReaders({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <Box
      component="span"
      sx={{
        position: 'absolute',
        width: '1px',
        height: '1px',
        overflow: 'hidden',
        clipPath: 'inset(50%)',
        whiteSpace: 'nowrap',
      }}
    >
      {children}
    </Box>
  );
}
