import type { Screen } from '../screens.tsx';
import { OpenCount } from './open-count.tsx';

/** A screen's icon, with how many records wait there where it counts some. */
export function NavigationIcon({ name, icon: Icon, counter }: Pick<Screen, 'name' | 'icon' | 'counter'>) {
  if (Icon === undefined) return null;
  if (counter === undefined) return <Icon />;
  return (
    <OpenCount resource={name} filter={counter}>
      <Icon />
    </OpenCount>
  );
}
