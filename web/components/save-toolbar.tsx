import { SaveButton, Toolbar, ToolbarClasses } from 'react-admin';
import { ABOVE_NAVIGATION } from '../theme/above-navigation.ts';

/** Below a form of something that is never deleted. */
export function SaveToolbar() {
  return (
    // On a phone it sticks to the bottom of the window, where the navigation is.
    <Toolbar sx={{ [`&.${ToolbarClasses.mobileToolbar}`]: { bottom: ABOVE_NAVIGATION } }}>
      <SaveButton />
    </Toolbar>
  );
}
