/** Where the key for a note goes. */
export const NOTE_BOX_ID = 'new-note';

export function focusNoteBox(): void {
  document.getElementById(NOTE_BOX_ID)?.focus();
}
