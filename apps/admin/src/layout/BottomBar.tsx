import ChecklistOutlined from '@mui/icons-material/ChecklistOutlined';
import DirectionsWalkOutlined from '@mui/icons-material/DirectionsWalkOutlined';
import HomeOutlined from '@mui/icons-material/HomeOutlined';
import PersonOutlined from '@mui/icons-material/PersonOutlined';
import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { NavLink } from 'react-router-dom';
import { useWords } from '../i18n/use-words.ts';
import type { MessageKey } from '../i18n/messages.ts';

const corners: readonly { readonly to: string; readonly word: MessageKey; readonly icon: typeof HomeOutlined }[] = [
  { to: '/', word: 'menu.todo', icon: ChecklistOutlined },
  { to: '/visits', word: 'menu.visits', icon: DirectionsWalkOutlined },
  { to: '/households', word: 'menu.household', icon: HomeOutlined },
  { to: '/mine', word: 'menu.mine', icon: PersonOutlined },
];

/** The phone's menu: four places within the thumb's reach. */
export function BottomBar(): ReactElement {
  const say = useWords();
  return (
    <Box
      component="nav"
      aria-label={say('layout.phoneMenu')}
      sx={{
        display: { xs: 'grid', sm: 'none' },
        gridTemplateColumns: 'repeat(4, 1fr)',
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
