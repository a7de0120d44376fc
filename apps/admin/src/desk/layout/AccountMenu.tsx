import AccountCircleOutlined from '@mui/icons-material/AccountCircleOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import ListSubheader from '@mui/material/ListSubheader';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState, type ReactElement } from 'react';
import { useLogout } from 'react-admin';
import { Link } from 'react-router-dom';
import { useStaff } from '../../base/auth/use-staff.ts';
import { ConfirmDialog } from '../../base/display/ConfirmDialog.tsx';
import { drafts } from '../../base/draft/drafts.ts';
import { useDraftCount } from '../../base/draft/use-kept.ts';
import { useSpeech } from '../../base/i18n/use-words.ts';
import { useColourMode, type ColourMode } from '../../base/theme/use-colour-mode.ts';

const modes: readonly (readonly [ColourMode, 'layout.colourSystem' | 'layout.colourLight' | 'layout.colourDark'])[] = [
  ['system', 'layout.colourSystem'],
  ['light', 'layout.colourLight'],
  ['dark', 'layout.colourDark'],
];

/** Who is signed in, the colours, the language, signing out. */
export function AccountMenu(): ReactElement {
  const staff = useStaff();
  const { language, say, choose } = useSpeech();
  const logout = useLogout();
  const [mode, setMode] = useColourMode();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [leaving, setLeaving] = useState(false);
  const count = useDraftCount();
  const signOut = (): void => {
    setLeaving(false);
    drafts.wipe();
    void logout();
  };
  const leave = (): void => {
    setAnchor(null);
    if (count > 0) setLeaving(true);
    else signOut();
  };
  return (
    <>
      <Button
        variant="text"
        sx={{ color: 'inherit', minWidth: 40 }}
        aria-label={`${say('layout.account')} ${staff?.fullName ?? ''}`}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <AccountCircleOutlined aria-hidden="true" />
        <Box component="span" sx={{ ml: 0.5, display: { xs: 'none', md: 'inline' } }}>
          {staff?.fullName}
        </Box>
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <ListSubheader sx={{ lineHeight: '24px', color: 'text.secondary', position: 'static' }}>
          {staff?.fullName} · {staff?.roles.map((role) => say(`role.${role}`)).join(say('display.separator'))}
          {staff === undefined || staff.onBehalfOf.length === 0
            ? null
            : ` · ${say('ownAccount.borrowedFrom')} ${staff.onBehalfOf.join(say('display.separator'))}`}
        </ListSubheader>
        <Divider component="li" />
        {modes.map(([each, word]) => (
          <MenuItem
            key={each}
            role="menuitemradio"
            aria-checked={mode === each}
            selected={mode === each}
            onClick={() => setMode(each)}
          >
            {say('layout.colours')}：{say(word)}
          </MenuItem>
        ))}
        <Divider component="li" />
        <MenuItem lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={() => choose(language === 'zh' ? 'en' : 'zh')}>
          {language === 'zh' ? 'English' : '中文'}
        </MenuItem>
        <MenuItem component={Link} to="/own-account" onClick={() => setAnchor(null)}>
          {say('ownAccount.title')}
        </MenuItem>
        <MenuItem onClick={leave}>{say('auth.signOut')}</MenuItem>
      </Menu>
      <ConfirmDialog
        open={leaving}
        title={say('auth.signOutTitle')}
        consequence={say('auth.signOutWipes', { count })}
        pending={false}
        onCancel={() => setLeaving(false)}
        onConfirm={signOut}
      />
    </>
  );
}
