import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Component, useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { useLogout, useNotify } from 'react-admin';
import { useHotkeys } from 'react-hotkeys-hook';
import { useLocation } from 'react-router-dom';
import { AccountNews } from '../../system/account-acts/AccountNews.tsx';
import { mustChangePassword, whenSessionEnds } from '../../base/graph/session.ts';
import { useStaff } from '../../base/auth/use-staff.ts';
import { whenAnswerIsPartial } from '../../base/graph/client.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { FirstPassword } from '../../system/own-account/FirstPassword.tsx';
import { BottomBar } from './BottomBar.tsx';
import { useSingleKeys } from '../../base/display/preferences.ts';
import { Palette } from './Palette.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { SideMenu } from './SideMenu.tsx';
import { TopBar } from './TopBar.tsx';

/**
 * The frame of every page: skip link, top bar, menu, the page's landmark, the phone's bar. With a password set by
 * somebody else, only the change of password is shown.
 */
export function Frame({ children }: { readonly children?: ReactNode }): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const logout = useLogout();
  const staff = useStaff();
  const { pathname } = useLocation();
  const [open, setOpen] = useState<'search' | 'shortcuts'>();
  const [singleKeys] = useSingleKeys();
  useHotkeys('ctrl+k, meta+k', () => setOpen('search'), { enableOnFormTags: true, preventDefault: true });
  // The key is ? with Shift on most keyboards, without it on some.
  useHotkeys(['?', 'shift+?'], () => setOpen('shortcuts'), { useKey: true, enabled: singleKeys });
  useEffect(
    () =>
      whenAnswerIsPartial((fault) =>
        notify(fault.message === '' ? say('display.partial') : fault.message, { type: 'warning' }),
      ),
    [notify, say],
  );
  const [ended, setEnded] = useState(false);
  // The page is hidden immediately, so that no further key decides anything, and comes back after the next sign-in.
  useEffect(
    () =>
      whenSessionEnds(() => {
        setEnded(true);
        void logout({}, '/login', true);
      }),
    [logout],
  );
  if (ended) return <Box sx={{ minHeight: '100dvh', backgroundColor: 'background.default' }} />;
  if (staff?.mustChangePassword ?? mustChangePassword()) return <FirstPassword />;
  return (
    <Box sx={{ minHeight: '100dvh', backgroundColor: 'background.default' }}>
      <Box
        component="a"
        href="#main-content"
        sx={{
          position: 'fixed',
          top: -60,
          left: 8,
          zIndex: 'tooltip',
          p: 1,
          borderRadius: 1,
          backgroundColor: 'background.paper',
          color: 'var(--action)',
          '&:focus': { top: 8 },
        }}
      >
        {say('layout.skip')}
      </Box>
      <TopBar onSearch={() => setOpen('search')} onShortcuts={() => setOpen('shortcuts')} />
      <Box sx={{ display: 'flex', alignItems: 'flex-start' }}>
        <SideMenu />
        <Box
          component="main"
          id="main-content"
          tabIndex={-1}
          sx={{
            flex: 1,
            minWidth: 0,
            p: { xs: 2, sm: 3 },
            pb: { xs: 10, sm: 3 },
            outline: 'none',
            '@media print': { p: 0 },
          }}
        >
          <PageFault
            key={pathname}
            title={say('layout.pageFault')}
            help={say('layout.pageFaultHelp')}
            reload={say('layout.reload')}
          >
            <AccountNews />
            {children}
          </PageFault>
        </Box>
      </Box>
      <BottomBar />
      <Palette open={open === 'search'} onClose={() => setOpen(undefined)} onShortcuts={() => setOpen('shortcuts')} />
      <ShortcutsDialog open={open === 'shortcuts'} onClose={() => setOpen(undefined)} />
    </Box>
  );
}

interface PageFaultProps {
  readonly title: string;
  readonly help: string;
  readonly reload: string;
  readonly children: ReactNode;
}

/** Keeps an error of one page from breaking the frame. */
class PageFault extends Component<PageFaultProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Alert severity="error" action={<Button onClick={() => window.location.reload()}>{this.props.reload}</Button>}>
        <strong>{this.props.title}</strong>
        <div>{this.props.help}</div>
      </Alert>
    );
  }
}
