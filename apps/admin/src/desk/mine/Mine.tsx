import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import FormLabel from '@mui/material/FormLabel';
import type { ReactElement } from 'react';
import { useLogout } from 'react-admin';
import { Link } from 'react-router-dom';
import { useStaff } from '../../base/auth/use-staff.ts';
import { KeyFacts } from '../../base/display/KeyFacts.tsx';
import { PageHead } from '../../base/display/PageHead.tsx';
import { useWords } from '../../base/i18n/use-words.ts';
import { LanguageSwitch } from '../../base/i18n/LanguageSwitch.tsx';
import { usePlaces } from '../layout/SideMenu.tsx';
import { useColourMode, type ColourMode } from '../../base/theme/use-colour-mode.ts';

/** On a phone: who is signed in, all entries of the menu, colours, language, signing out. */
export default function Mine(): ReactElement {
  const say = useWords();
  const staff = useStaff();
  const places = usePlaces();
  const logout = useLogout();
  const [mode, setMode] = useColourMode();
  return (
    <Box sx={{ maxWidth: 600, display: 'grid', gap: 2 }}>
      <PageHead title={say('menu.mine')} />
      <Card sx={{ p: 2 }}>
        <KeyFacts
          facts={[
            {
              name: say('auth.username'),
              value: staff === undefined ? '' : `${staff.fullName}（${staff.username}）`,
            },
            { name: say('household.organization'), value: staff?.organization.name },
          ]}
        />
      </Card>
      <Card component="nav" aria-label={say('layout.menu')}>
        {places.map((place) => (
          <Box
            key={place.to}
            component={Link}
            to={place.to}
            sx={{
              display: 'flex',
              alignItems: 'center',
              px: 2,
              minHeight: 48,
              color: 'text.primary',
              borderBottom: 1,
              borderColor: 'divider',
            }}
          >
            {say(place.word)}
          </Box>
        ))}
      </Card>
      <Card sx={{ p: 2 }}>
        <FormLabel id="colours">{say('layout.colours')}</FormLabel>
        <RadioGroup row aria-labelledby="colours" value={mode} onChange={(_, chosen) => setMode(chosen as ColourMode)}>
          <FormControlLabel value="system" control={<Radio />} label={say('layout.colourSystem')} />
          <FormControlLabel value="light" control={<Radio />} label={say('layout.colourLight')} />
          <FormControlLabel value="dark" control={<Radio />} label={say('layout.colourDark')} />
        </RadioGroup>
        <LanguageSwitch />
      </Card>
      <Button sx={{ minHeight: 44 }} onClick={() => void logout()}>
        {say('auth.signOut')}
      </Button>
    </Box>
  );
}
