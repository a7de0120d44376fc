import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { NavLink } from 'react-router-dom';
import { useStaff } from '../../base/auth/use-staff.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { cornersFor } from './corners.ts';

/** The phone's menu: the few main pages of the reader's role, in a bar at the bottom. */
export function BottomBar(): ReactElement {
  const say = useWords();
  const corners = cornersFor(useStaff()?.actions ?? []);
  return (
    <Box
      component="nav"
      aria-label={say('layout.phoneMenu')}
      sx={{
        display: { xs: 'grid', sm: 'none' },
        gridTemplateColumns: `repeat(${corners.length}, 1fr)`,
        position: 'fixed',
        insetInline: 0,
        bottom: 0,
        zIndex: 'appBar',
        borderTop: 1,
        borderColor: 'divider',
        backgroundColor: 'background.paper',
        pb: 'env(safe-area-inset-bottom)',
        '@media print': { display: 'none' },
      }}
    >
      {corners.map(({ to, word, icon: Icon }) => (
        <Box
          key={to}
          component={NavLink}
          to={to}
          end={to === '/'}
          sx={{
            display: 'grid',
            placeItems: 'center',
            alignContent: 'center',
            minHeight: 56,
            fontSize: 12,
            lineHeight: '18px',
            color: 'text.secondary',
            textDecoration: 'none',
            '&.active': { color: 'var(--action)', fontWeight: 600 },
          }}
        >
          <Icon aria-hidden="true" sx={{ fontSize: 22 }} />
          {say(word)}
        </Box>
      ))}
    </Box>
  );
}
