import type { ReactNode } from 'react';
import { AccessDenied } from '../components/access-denied.tsx';
import { MODELS, mayDo } from './access.ts';
import { useSession } from './session.ts';

/** Shows a page to those who may read what it is about; a page about no model to everybody who is signed in. */
export function RequireAccess({ to, children }: { to: string; children: ReactNode }) {
  const session = useSession();
  return MODELS[to] === undefined || mayDo(session, to, 'read') ? children : <AccessDenied />;
}
