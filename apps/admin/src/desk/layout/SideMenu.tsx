import ChecklistOutlined from '@mui/icons-material/ChecklistOutlined';
import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import type { ReactElement } from 'react';
import { NavLink } from 'react-router-dom';
import { useStaff } from '../../base/auth/use-staff.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { placesFor, waitingAt, type Place } from './places.ts';
import { useMenuOpen } from '../../base/display/preferences.ts';
import { useWorkCounts } from '../../base/next-step/use-work-counts.ts';

const todo: Place = { to: '/', word: 'menu.todo', group: 'menu.todo', icon: ChecklistOutlined, actions: [] };

/** The entries of the menu that this member of staff may open. */
export function usePlaces(): readonly Place[] {
  return placesFor(useStaff()?.actions ?? []);
}

/** The left menu: a line per entry, with the number that waits there. */
export function SideMenu(): ReactElement {
  const say = useWords();
  const visible = usePlaces();
  const held = useStaff()?.actions ?? [];
  const counts = useWorkCounts();
  const [open, setOpen] = useMenuOpen();
  const groups = [...new Set(visible.map((place) => place.group))];
  return (
    <Box
      component="nav"
      aria-label={say('layout.menu')}
      sx={{
        width: open ? 208 : 56,
        flex: 'none',
        display: { xs: 'none', sm: 'flex' },
        flexDirection: 'column',
        borderRight: 1,
        borderColor: 'divider',
        backgroundColor: 'background.paper',
        position: 'sticky',
        top: 48,
        height: 'calc(100dvh - 48px)',
        overflowY: 'auto',
        '@media print': { display: 'none' },
      }}
    >
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 1, flex: 1 }}>
        <MenuLine place={todo} open={open} count={undefined} />
        {groups.map((group) => (
          <Box component="li" key={group}>
            <Box
              sx={{
                px: 1,
                pt: 1.5,
                pb: 0.5,
                fontSize: 12,
                lineHeight: '18px',
                color: 'text.secondary',
                display: open ? 'block' : 'none',
              }}
            >
              {say(group)}
            </Box>
            <Box component="ul" aria-label={say(group)} sx={{ listStyle: 'none', m: 0, p: 0 }}>
              {visible
                .filter((place) => place.group === group)
                .map((place) => (
                  <MenuLine key={place.to} place={place} open={open} count={waitingAt(place, held, counts)} />
                ))}
            </Box>
          </Box>
        ))}
      </Box>
      <IconButton
        aria-label={open ? say('layout.closeMenu') : say('layout.openMenu')}
        onClick={() => setOpen(!open)}
        sx={{ alignSelf: 'center', m: 0.5 }}
      >
        {open ? <ChevronLeft /> : <ChevronRight />}
      </IconButton>
    </Box>
  );
}

function MenuLine({
  place,
  open,
  count,
}: {
  readonly place: Place;
  readonly open: boolean;
  readonly count: number | undefined;
}): ReactElement {
  const say = useWords();
  const Icon = place.icon;
  const name = say(place.word);
  return (
    <li>
      <Box
        component={NavLink}
        to={count === undefined || count === 0 ? place.to : (place.waiting ?? place.to)}
        end={place.to === '/'}
        title={open ? undefined : name}
        aria-label={
          open ? undefined : count === undefined || count === 0 ? name : say('layout.countLabel', { name, count })
        }
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1,
          px: 1,
          minHeight: 36,
          borderRadius: 1,
          color: 'text.primary',
          textDecoration: 'none',
          '&:hover': { backgroundColor: 'var(--raised)' },
          '&.active': { backgroundColor: 'var(--selected)', fontWeight: 600 },
        }}
      >
        <Icon aria-hidden="true" sx={{ fontSize: 20, color: 'text.secondary' }} />
        <Box component="span" sx={{ flex: 1, display: open ? 'inline' : 'none' }}>
          {name}
        </Box>
        {count === undefined || count === 0 || !open ? null : (
          <Box
            component="span"
            sx={{
              px: 0.75,
              borderRadius: 1,
              fontSize: 12,
              lineHeight: '18px',
              color: 'var(--moving)',
              backgroundColor: 'var(--on-moving)',
            }}
          >
            {count}
          </Box>
        )}
      </Box>
    </li>
  );
}
