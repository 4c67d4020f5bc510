import { useEffect } from 'react';
import { useSession } from '../api/session.ts';
import { loadWhenIdle } from './load-ahead.ts';
import { screensOf } from './navigation-items.ts';

/** Where people go during the day is there before they press. */
export function useLoadAhead(): void {
  const { access } = useSession();
  useEffect(() => loadWhenIdle(screensOf({ access }).filter(({ group }) => group === 'work')), [access]);
}
