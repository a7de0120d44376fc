import Box from '@mui/material/Box';
import type { ReactElement, ReactNode } from 'react';

/** One fact: its name and its value. */
export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

/** Facts of a record, name beside value; as many columns as fit. Eight at most at the head of a page. */
export function KeyFacts({
  facts,
  columnWidth = 220,
}: {
  readonly facts: readonly Fact[];
  readonly columnWidth?: number;
}): ReactElement {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: `repeat(auto-fill, minmax(min(${columnWidth}px, calc(50% - 12px)), 1fr))`,
        columnGap: 3,
        rowGap: 1,
      }}
    >
      {facts.map((fact) => (
        <Box key={fact.name} sx={{ minWidth: 0 }}>
          <Box component="dt" sx={{ fontSize: 12, lineHeight: '18px', color: 'text.secondary' }}>
            {fact.name}
          </Box>
          <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
            {fact.value === null || fact.value === undefined || fact.value === '' ? '—' : fact.value}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
