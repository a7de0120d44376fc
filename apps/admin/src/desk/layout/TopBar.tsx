import KeyboardOutlined from '@mui/icons-material/KeyboardOutlined';
import SearchOutlined from '@mui/icons-material/SearchOutlined';
import AppBar from '@mui/material/AppBar';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Toolbar from '@mui/material/Toolbar';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useStaff } from '../../base/auth/use-staff.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { RunningJobs } from './RunningJobs.tsx';

/** The bar on top: the product, the organisation acted for, search, running jobs, the keys, the account. */
export function TopBar(props: { readonly onSearch: () => void; readonly onShortcuts: () => void }): ReactElement {
  const say = useWords();
  const staff = useStaff();
  return (
    <AppBar position="sticky" sx={{ '@media print': { display: 'none' } }}>
      <Toolbar variant="dense" sx={{ gap: 1, minHeight: 48, px: { xs: 1, sm: 2 } }}>
        <Box
          component={Link}
          to="/"
          sx={{ color: 'inherit', textDecoration: 'none', fontSize: 16, fontWeight: 600, whiteSpace: 'nowrap' }}
        >
          {say('auth.product')}
        </Box>
        <Box sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          {staff?.organization.name}
        </Box>
        <Button
          variant="text"
          aria-keyshortcuts="Control+K"
          onClick={props.onSearch}
          sx={{
            color: 'inherit',
            border: { sm: 1 },
            borderColor: { sm: 'currentColor' },
            minWidth: { xs: 40, sm: 160 },
            justifyContent: { sm: 'flex-start' },
          }}
        >
          <SearchOutlined aria-hidden="true" sx={{ fontSize: 20 }} />
          <Box component="span" sx={{ ml: 1, ...visuallyHiddenOnPhone }}>
            {say('layout.search')} Ctrl+K
          </Box>
        </Button>
        <RunningJobs />
        <IconButton
          color="inherit"
          aria-label={say('layout.shortcuts')}
          aria-keyshortcuts="?"
          onClick={props.onShortcuts}
          sx={{ display: { xs: 'none', sm: 'inline-flex' } }}
        >
          <KeyboardOutlined />
        </IconButton>
        <AccountMenu />
      </Toolbar>
    </AppBar>
  );
}

const visuallyHiddenOnPhone = {
  position: { xs: 'absolute', sm: 'static' },
  width: { xs: '1px', sm: 'auto' },
  height: { xs: '1px', sm: 'auto' },
  overflow: 'hidden',
  clipPath: { xs: 'inset(50%)', sm: 'none' },
  whiteSpace: 'nowrap',
} as const;
