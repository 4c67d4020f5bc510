import { useEffect } from 'react';
import { mayDo } from '../api/access.ts';
import { useSession } from '../api/session.ts';
import { SCREENS } from '../screens.tsx';
import { loadWhenIdle } from './load-ahead.ts';

/** Where people go during the day is there before they press. */
export function useLoadAhead(): void {
  const { access } = useSession();
  useEffect(
    () => loadWhenIdle(SCREENS.filter(({ group, name }) => group === 'work' && mayDo({ access }, name, 'list'))),
    [access],
  );
}
