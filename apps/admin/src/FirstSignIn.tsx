import { CacheProvider } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { createTheme, ThemeProvider } from '@mui/material/styles';
import type { ReactElement, ReactNode } from 'react';
import { authMessages } from './base/auth/messages.ts';
import { SignIn, type SignInProps } from './base/auth/SignIn.tsx';
import { WordsProvider } from './base/i18n/WordsProvider.tsx';
import { useRememberedColours } from './base/theme/remembered-colours.ts';
import { styles } from './base/theme/styles.ts';
import { darkTheme, lightTheme } from './base/theme/theme.ts';

/** The looks and words of the pages before the console. */
export function BeforeConsole({ children }: { readonly children: ReactNode }): ReactElement {
  const colours = useRememberedColours();
  return (
    <CacheProvider value={styles}>
      <ThemeProvider theme={createTheme(colours === 'dark' ? darkTheme : lightTheme)}>
        <CssBaseline />
        <WordsProvider messages={authMessages}>{children}</WordsProvider>
      </ThemeProvider>
    </CacheProvider>
  );
}

/** The sign-in page before the console is loaded: the browser gets it in a fifth of the console's size. */
export function FirstSignIn({ onSignedIn }: SignInProps): ReactElement {
  return (
    <BeforeConsole>
      <SignIn onSignedIn={onSignedIn} />
    </BeforeConsole>
  );
}
