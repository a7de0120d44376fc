import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { useWords } from '../../base/i18n/use-words.ts';
import { figureTones } from './figure-tones.ts';
import { shownStates, type ShownState } from './statutory-table.ts';

/** The mark of a cell's state: a sign on its colour; put its words beside it, visible or for screen readers. */
export function FigureMark({ state }: { readonly state: ShownState }): ReactElement {
  const say = useWords();
  const tone = figureTones[state];
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-block',
        minWidth: 18,
        px: '2px',
        borderRadius: '3px',
        fontSize: 12,
        lineHeight: '18px',
        textAlign: 'center',
        color: tone === undefined ? 'text.secondary' : `var(--${tone})`,
        backgroundColor: tone === undefined ? 'transparent' : `var(--on-${tone})`,
        border: '1px solid',
        borderColor: 'divider',
      }}
    >
      {say(`figureMark.${state}`)}
    </Box>
  );
}

/** The legend of the marks. */
export function FigureLegend(): ReactElement {
  const say = useWords();
  return (
    <Box
      component="ul"
      aria-label={say('statutoryTable.legend')}
      sx={{
        listStyle: 'none',
        m: 0,
        p: 0,
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 2,
        rowGap: 0.5,
        fontSize: 12,
        lineHeight: '20px',
      }}
    >
      {shownStates.map((state) => (
        <Box component="li" key={state} sx={{ display: 'flex', gap: 0.5, alignItems: 'center' }}>
          <FigureMark state={state} /> {say(`figureState.${state}`)}
        </Box>
      ))}
    </Box>
  );
}
