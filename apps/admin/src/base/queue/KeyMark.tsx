import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { useSingleKeys } from '../display/preferences.ts';

/** The key of a button, quiet beside its words (同意 A); not read aloud, since `aria-keyshortcuts` says it. */
export function KeyMark({ letter }: { readonly letter: string }): ReactElement | null {
  const [singleKeys] = useSingleKeys();
  if (!singleKeys) return null;
  return (
    <Box
      component="kbd"
      aria-hidden="true"
      sx={{
        display: { xs: 'none', sm: 'inline-block' },
        ml: 0.75,
        px: '4px',
        fontFamily: 'inherit',
        fontSize: 12,
        lineHeight: '16px',
        border: '1px solid currentColor',
        borderRadius: '3px',
      }}
    >
      {letter}
    </Box>
  );
}
