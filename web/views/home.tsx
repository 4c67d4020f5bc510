import { Navigate } from 'react-router-dom';
import { mayDo } from '../api/access.ts';
import { useSession } from '../api/session.ts';
import { useSetup } from '../api/use-setup.ts';
import { FullPageProgress } from '../components/full-page-progress.tsx';
import { HOME } from '../screens.tsx';

/** `/`: where the work is; for an administrator whom nothing has reached yet, where it is set up. */
export function Home() {
  const session = useSession();
  const setsUp = mayDo(session, 'welcome', 'read');
  const setup = useSetup({ enabled: setsUp });
  if (setsUp && setup.isPending) return <FullPageProgress />;
  if (setup.data?.event_count === 0) return <Navigate to="/welcome" replace />;
  const first = HOME.find((name) => mayDo(session, name, 'list')) ?? HOME[0];
  return <Navigate to={`/${first}`} replace />;
}
