import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useEffect, type ReactElement, type ReactNode } from 'react';
import { useWords } from '../../base/i18n/use-words.ts';

/** The table with an opened cell's panel beside it, or over it on narrow screens; Esc closes the panel. */
export function BesidePanel(props: {
  /** null: no cell is opened. */
  readonly panel: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactElement {
  const { panel } = props;
  const say = useWords();
  const wide = useMediaQuery('(min-width: 1200px)');
  useEscape(panel !== null && wide, props.onClose);
  return (
    <>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: panel !== null && wide ? 'minmax(0, 1fr) 360px' : 'minmax(0, 1fr)',
        }}
      >
        <div>{props.children}</div>
        {panel !== null && wide ? (
          <Box
            component="aside"
            aria-label={say('statutoryTable.panel')}
            sx={{
              position: 'sticky',
              top: 56,
              maxHeight: 'calc(100dvh - 130px)',
              overflowY: 'auto',
              border: 1,
              borderColor: 'divider',
              borderRadius: 1,
              backgroundColor: 'background.paper',
            }}
          >
            {panel}
          </Box>
        ) : null}
      </Box>
      <Drawer
        anchor="right"
        open={panel !== null && !wide}
        onClose={(_event, how) => {
          if (how === 'escapeKeyDown') props.onClose();
        }}
        slotProps={{
          paper: { 'aria-label': say('statutoryTable.panel'), role: 'dialog', sx: { width: 'min(400px, 100vw)' } },
        }}
      >
        {panel}
      </Drawer>
    </>
  );
}

function useEscape(active: boolean, act: () => void): void {
  useEffect(() => {
    if (!active) return undefined;
    const listen = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && document.querySelector('[role="dialog"]') === null)
        act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  });
}
