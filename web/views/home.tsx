import { Navigate } from 'react-router-dom';
import { mayDo } from '../api/access.ts';
import { useSession } from '../api/session.ts';
import { HOME } from '../screens.tsx';

/** `/`: where the work is. */
export function Home() {
  const session = useSession();
  const first = HOME.find((name) => mayDo(session, name, 'list')) ?? HOME[0];
  return <Navigate to={`/${first}`} replace />;
}
