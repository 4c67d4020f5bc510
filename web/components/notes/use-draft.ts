import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import type { NotesAbout } from './notes.tsx';

/**
 * The text of a note that is not saved yet. It waits where it was begun, in this tab and for its author alone, while they
 * look at another record, close the popup, load the page anew or must sign in again; who signs out leaves none behind.
 */
export function useDraft(about: NotesAbout): [string, (text: string) => void] {
  const { user } = useSession();
  const key = [PREFIX, user.id, ...Object.entries(about).flat()].join('.');
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? '');
  const keep = (changed: string) => {
    setText(changed);
    if (changed === '') sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, changed);
  };
  return [text, keep];
}

export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(`${PREFIX}.`)) sessionStorage.removeItem(key);
}

const PREFIX = 'draft';
