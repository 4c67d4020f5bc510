import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLogout } from 'react-admin';
import { ConnectionBanner } from './connection-banner.tsx';
import { followChanges } from './follow-changes.ts';

/** Keeps what is shown as it is in the service, and says so when it cannot. */
export function LivePart() {
  const queryClient = useQueryClient();
  const logout = useLogout();
  useEffect(() => followChanges(queryClient, () => void logout()), [queryClient, logout]);
  return <ConnectionBanner />;
}
