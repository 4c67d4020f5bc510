import { SaveButton, Toolbar } from 'react-admin';

/** Below a form of something that is never deleted. */
export function SaveToolbar() {
  return (
    <Toolbar>
      <SaveButton />
    </Toolbar>
  );
}
