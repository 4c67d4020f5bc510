import Box from '@mui/material/Box';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslate } from 'react-admin';
import { ErrorBoundary } from 'react-error-boundary';
import { useLocation } from 'react-router-dom';
import { mayDo } from '../api/access.ts';
import { useSession } from '../api/session.ts';
import { CrashPage } from '../components/crash-page.tsx';
import { FullPageProgress } from '../components/full-page-progress.tsx';
import { GlobalKeys } from '../keyboard/global-keys.tsx';
import { LivePart } from '../live/live-part.tsx';
import { loadPart } from '../updates/load-part.ts';
import { BottomNavigation } from './bottom-navigation.tsx';
import { SideNavigation } from './side-navigation.tsx';
import { SkipLink } from './skip-link.tsx';
import { TopBar } from './top-bar.tsx';
import { useAdoptPreferences } from './use-adopt-preferences.ts';
import { useDocumentTitle } from './use-document-title.ts';
import { useIsPhone } from './use-is-phone.ts';
import { useLoadAhead } from './use-load-ahead.ts';

const CallPopups = lazy(() => loadPart(() => import('../popup/call-popups.tsx')));

/** What stands around every screen of somebody who is signed in. */
export function Layout({ children }: { children: ReactNode }) {
  return (
    <ErrorBoundary FallbackComponent={CrashPage}>
      <Suspense fallback={<FullPageProgress />}>
        <Frame>{children}</Frame>
      </Suspense>
    </ErrorBoundary>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const isPhone = useIsPhone();
  const session = useSession();
  const { pathname } = useLocation();
  const translate = useTranslate();
  useAdoptPreferences();
  useDocumentTitle(translate('app.name'));
  useLoadAhead();
  return (
    <Box sx={{ display: 'flex', minHeight: '100dvh' }}>
      <SkipLink />
      {!isPhone && <SideNavigation />}
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
        <TopBar />
        <LivePart />
        <Box
          component="main"
          id="main-content"
          tabIndex={-1}
          sx={{ flex: 1, px: { xs: 1.5, sm: 3 }, pt: 1, pb: { xs: 12, sm: 4 }, outline: 'none' }}
        >
          {/* A page that failed is left by going elsewhere. */}
          <ErrorBoundary FallbackComponent={CrashPage} resetKeys={[pathname]}>
            <Suspense fallback={<FullPageProgress />}>{children}</Suspense>
          </ErrorBoundary>
        </Box>
      </Box>
      {isPhone && <BottomNavigation />}
      <GlobalKeys />
      {/* Whoever only reads calls has none of their own. */}
      {mayDo(session, 'call-records', 'edit') && (
        <ErrorBoundary fallback={null}>
          <Suspense fallback={null}>
            <CallPopups />
          </Suspense>
        </ErrorBoundary>
      )}
    </Box>
  );
}
