import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { QueryClient } from '@tanstack/react-query';
import { Suspense, type ReactElement } from 'react';
import { Admin, Authenticated, CustomRoutes, Resource, localStorageStore } from 'react-admin';
import { BrowserRouter, Route } from 'react-router-dom';
import { authProvider } from './base/auth/auth-provider.ts';
import { SignIn } from './base/auth/SignIn.tsx';
import { dataProvider, isWorthRetrying } from './base/graph/data-provider.ts';
import { resources } from './base/graph/resources.ts';
import { i18nProviderOf } from './base/i18n/i18n-provider.ts';
import { messages } from './messages.ts';
import { Frame, PageSkeleton } from './desk/layout/Frame.tsx';
import { NoSuchPage } from './desk/layout/NoSuchPage.tsx';
import { pageRoutes, printRoutes } from './routes.tsx';
import { darkTheme, lightTheme } from './base/theme/theme.ts';

const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: isWorthRetrying, refetchOnWindowFocus: false, staleTime: 2_000 } },
});

/** Styles are inserted under the nonce of the page's answer, because its policy accepts no others. */
const { nonce = '' } = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]') ?? {};
const styles = createCache({ key: 'css', ...(nonce !== '' && { nonce }) });

const i18nProvider = i18nProviderOf(messages);

const store = localStorageStore('1', 'nuangong');

/** The whole console: react-admin with our providers, frame, words, colours and pages. */
export function Console(): ReactElement {
  return (
    <CacheProvider value={styles}>
      <BrowserRouter>
        <Admin
          authProvider={authProvider}
          dataProvider={dataProvider}
          i18nProvider={i18nProvider}
          queryClient={queryClient}
          store={store}
          layout={Frame}
          loginPage={SignIn}
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
          <CustomRoutes>
            {pageRoutes.map(({ path, page: Page }) => (
              <Route
                key={path}
                path={path}
                element={
                  <Authenticated>
                    <Page />
                  </Authenticated>
                }
              />
            ))}
          </CustomRoutes>
          <CustomRoutes noLayout>
            {printRoutes.map(({ path, page: Page }) => (
              <Route
                key={path}
                path={path}
                element={
                  <Authenticated>
                    <Suspense fallback={<PageSkeleton />}>
                      <Page />
                    </Suspense>
                  </Authenticated>
                }
              />
            ))}
          </CustomRoutes>
        </Admin>
      </BrowserRouter>
    </CacheProvider>
  );
}
