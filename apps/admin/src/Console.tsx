import { CacheProvider } from '@emotion/react';
import { QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, type ReactElement } from 'react';
import { Admin, Authenticated, CustomRoutes, Resource, localStorageStore } from 'react-admin';
import { BrowserRouter, Route } from 'react-router-dom';
import { authProvider } from './base/auth/auth-provider.ts';
import { SignInAgain } from './base/auth/SignInAgain.tsx';
import { dataProvider, isWorthRetrying } from './base/graph/data-provider.ts';
import { resources } from './base/graph/resources.ts';
import { reactAdminWords } from './base/i18n/i18n-provider.ts';
import { useLanguage } from './base/i18n/use-words.ts';
import { WordsProvider } from './base/i18n/WordsProvider.tsx';
import { messages } from './messages.ts';
import { Frame } from './desk/layout/Frame.tsx';
import { NoSuchPage } from './desk/layout/NoSuchPage.tsx';
import { pageRoutes, printRoutes, type PageRoute } from './routes.tsx';
import { storeOfSettings } from './base/theme/remembered-colours.ts';
import { styles } from './base/theme/styles.ts';
import { darkTheme, lightTheme } from './base/theme/theme.ts';

const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: isWorthRetrying, refetchOnWindowFocus: false, staleTime: 2_000 } },
});

const store = localStorageStore(storeOfSettings.version, storeOfSettings.name);

/** The whole console: react-admin with our providers, frame, words, colours and pages. */
export function Console(): ReactElement {
  return (
    <CacheProvider value={styles}>
      <WordsProvider messages={messages}>
        <BrowserRouter>
          <Pages />
        </BrowserRouter>
      </WordsProvider>
    </CacheProvider>
  );
}

/** Every page, in the language in use; what the services say is asked again in a language newly chosen. */
function Pages(): ReactElement {
  const language = useLanguage();
  const i18nProvider = useMemo(() => reactAdminWords(language), [language]);
  useEffect(() => void queryClient.invalidateQueries(), [language]);
  return (
    <Admin
      authProvider={authProvider}
      dataProvider={dataProvider}
      i18nProvider={i18nProvider}
      queryClient={queryClient}
      store={store}
      layout={Frame}
      loginPage={SignInAgain}
      catchAll={NoSuchPage}
      lightTheme={lightTheme}
      darkTheme={darkTheme}
      title="暖工"
      requireAuth
      disableTelemetry
    >
      {Object.keys(resources).map((name) => (
        <Resource key={name} name={name} />
      ))}
      <CustomRoutes>{pageRoutes.map(routeOf)}</CustomRoutes>
      <CustomRoutes noLayout>{printRoutes.map(routeOf)}</CustomRoutes>
    </Admin>
  );
}

/** The route of a page, for who is signed in. */
const routeOf = ({ path, page: Page }: PageRoute): ReactElement => (
  <Route
    key={path}
    path={path}
    element={
      <Authenticated>
        <Page />
      </Authenticated>
    }
  />
);
