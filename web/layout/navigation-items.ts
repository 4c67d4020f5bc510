import { useGetResourceLabel, useTranslate } from 'react-admin';
import { mayDo } from '../api/access.ts';
import { useSession } from '../api/session.ts';
import type { Session } from '../api/types.ts';
import { SCREENS, type Screen } from '../screens.tsx';

export type NavigationItem = Screen & { label: string; path: string };

/** Where this person can go: what their session grants, and administration for those who administer. */
export function useNavigationItems(): { work: NavigationItem[]; administration: NavigationItem[] } {
  const session = useSession();
  const translate = useTranslate();
  const labelOf = useGetResourceLabel();
  const administers = session.groups.includes('base.group_system');
  const items = screensOf(session).map((screen) => ({
    ...screen,
    path: `/${screen.name}`,
    label: screen.page === undefined ? labelOf(screen.name, 2) : translate(`pages.${screen.name}`),
  }));
  return {
    work: items.filter(({ group }) => group === 'work'),
    administration: administers ? items.filter(({ group }) => group === 'administration') : [],
  };
}

/** The screens that a session grants, whether or not the navigation offers them. */
export function screensOf(session: Pick<Session, 'access'>): readonly Screen[] {
  return SCREENS.filter(({ name }) => mayDo(session, name, 'list'));
}
