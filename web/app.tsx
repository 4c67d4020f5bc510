import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { type ComponentType, lazy, Suspense } from 'react';
import { CoreAdminContext, CoreAdminUI, CustomRoutes, type I18nProvider, Notification, Resource } from 'react-admin';
import { ErrorBoundary } from 'react-error-boundary';
import { Route, Routes } from 'react-router-dom';
import { createAuthProvider } from './api/auth-provider.ts';
import { dataProvider } from './api/data-provider.ts';
import { queryClient } from './api/query-client.ts';
import { RequireAccess } from './api/require-access.tsx';
import { store } from './api/store.ts';
import { AccessDenied } from './components/access-denied.tsx';
import { CrashPage } from './components/crash-page.tsx';
import { FullPageProgress } from './components/full-page-progress.tsx';
import { DocumentLanguage } from './i18n/document-language.tsx';
import { Layout } from './layout/layout.tsx';
import { SCREENS } from './screens.tsx';
import { useAppTheme } from './theme/use-app-theme.ts';
import { loadPart } from './updates/load-part.ts';
import { Home } from './views/home.tsx';
import { NotFound } from './views/not-found.tsx';

const SignIn = lazy(() => loadPart(() => import('./views/sign-in.tsx')));

const authProvider = createAuthProvider(queryClient);

/** The whole application: where its data, its texts and its looks come from, and its screens. */
export function App({ i18nProvider }: { i18nProvider: I18nProvider }) {
  return (
    <ThemeProvider theme={useAppTheme()}>
      <CssBaseline enableColorScheme />
      <CoreAdminContext
        authProvider={authProvider}
        dataProvider={dataProvider}
        i18nProvider={i18nProvider}
        queryClient={queryClient}
        store={store}
      >
        <DocumentLanguage />
        <Routes>
          {SCREENS.map(
            ({ name, page: Page, open = false }) =>
              Page !== undefined && open && <Route key={name} path={`/${name}`} element={<OpenPage Page={Page} />} />,
          )}
          <Route path="*" element={<SignedIn />} />
        </Routes>
        <Notification />
      </CoreAdminContext>
    </ThemeProvider>
  );
}

/** A page for everybody: nobody is asked who they are. */
function OpenPage({ Page }: { Page: ComponentType }) {
  return (
    <ErrorBoundary FallbackComponent={CrashPage}>
      <Suspense fallback={<FullPageProgress />}>
        <Page />
      </Suspense>
    </ErrorBoundary>
  );
}

/** What stands behind the sign-in. */
function SignedIn() {
  return (
    <CoreAdminUI
      requireAuth
      disableTelemetry
      title="MCUBE Integration"
      layout={Layout}
      loginPage={<OpenPage Page={SignIn} />}
      dashboard={Home}
      catchAll={NotFound}
      loading={FullPageProgress}
      error={CrashPage}
      accessDenied={AccessDenied}
    >
      {SCREENS.filter(({ page }) => page === undefined).map(({ name, views }) => (
        <Resource key={name} name={name} {...views} />
      ))}
      <CustomRoutes>
        {SCREENS.map(
          ({ name, page: Page, open = false }) =>
            Page !== undefined &&
            !open && (
              <Route
                key={name}
                path={`/${name}`}
                element={
                  <RequireAccess to={name}>
                    <Page />
                  </RequireAccess>
                }
              />
            ),
        )}
      </CustomRoutes>
    </CoreAdminUI>
  );
}
