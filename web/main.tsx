import '@fontsource-variable/ibm-plex-sans/wght.css';
import '@fontsource/ibm-plex-sans-devanagari/devanagari-400.css';
import '@fontsource/ibm-plex-sans-devanagari/devanagari-600.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router-dom';
import { App } from './app.tsx';
import { createI18nProvider } from './i18n/i18n-provider.ts';
import { loadAddressed } from './layout/load-ahead.ts';
import { currentPreferences } from './preferences/preferences.ts';
import { HOME, SCREENS } from './screens.tsx';
import { keepUpToDate } from './updates/keep-up-to-date.ts';

loadAddressed(SCREENS, location.pathname === '/' ? HOME[0] : location.pathname);
const i18nProvider = await createI18nProvider(currentPreferences().lang);
// Not <BrowserRouter>: only this one can ask before a half-filled form is left.
const router = createBrowserRouter([{ path: '*', element: <App i18nProvider={i18nProvider} /> }]);
const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>,
  );
keepUpToDate();
