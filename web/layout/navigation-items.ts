import { useGetResourceLabel, useTranslate } from 'react-admin';
import { mayDo } from '../api/access.ts';
import { useSession } from '../api/session.ts';
import { SCREENS, type Screen } from '../screens.tsx';

export type NavigationItem = Screen & { label: string; path: string };

/** Where this person can go: what their session grants, and administration for those who administer. */
export function useNavigationItems(): { work: NavigationItem[]; administration: NavigationItem[] } {
  const session = useSession();
  const translate = useTranslate();
  const labelOf = useGetResourceLabel();
  const administers = session.groups.includes('base.group_system');
  const items = SCREENS.filter(({ name }) => mayDo(session, name, 'list')).map((screen) => ({
    ...screen,
    path: `/${screen.name}`,
    label: screen.page === undefined ? labelOf(screen.name, 2) : translate(`pages.${screen.name}`),
  }));
  return {
    work: items.filter(({ group }) => group === 'work'),
    administration: administers ? items.filter(({ group }) => group === 'administration') : [],
  };
}
