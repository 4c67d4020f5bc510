import { useEffect } from 'react';
import { useSession } from '../api/session.ts';
import { loadWhenIdle } from './load-ahead.ts';
import { screensOf } from './navigation-items.ts';

/** Where people may go is there before they press: first where they go all day, as the screens are listed. */
export function useLoadAhead(): void {
  const { access } = useSession();
  useEffect(() => loadWhenIdle(screensOf({ access })), [access]);
}
