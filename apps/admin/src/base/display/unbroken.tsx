import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

const dated = /(\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?)/;

/** A cell's content with every date in it on one line: "2026-12-01 12:05" breaks neither at its hyphens nor its time. */
export function unbroken(content: ReactNode): ReactNode {
  if (typeof content !== 'string' || !dated.test(content)) return content;
  return content.split(dated).map((part, place) =>
    dated.test(part) ? (
      <Box key={place} component="span" sx={{ whiteSpace: 'nowrap' }}>
        {part}
      </Box>
    ) : (
      part
    ),
  );
}
