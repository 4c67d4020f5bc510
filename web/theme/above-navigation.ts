/** Where what sticks to the bottom of a phone's window ends: 56 px is what Material UI's bottom navigation takes. */
export const ABOVE_NAVIGATION = 'calc(56px + env(safe-area-inset-bottom))';
