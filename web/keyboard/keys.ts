import { useEffect, useRef } from 'react';
import { tinykeys } from 'tinykeys';

/** Where `/` goes. */
export const SEARCH_BOX_ID = 'search';

/** Keys of a view and what they do, in tinykeys' spelling: `n`, `g c` (one after the other), `Shift+>`. */
export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** Keys that work while the component is shown, but not while somebody types, nor in an open dialog or menu. */
export function useKeys(keys: Keys): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  const names = Object.keys(keys).join('\n');
  useEffect(() => {
    const guarded = names.split('\n').map((name) => {
      const press = (event: KeyboardEvent) => {
        if (event.defaultPrevented || isBusyElsewhere(event.target)) return;
        if (!name.includes(' ') && isSecondKey(event)) return;
        event.preventDefault();
        current.current[name]?.(event);
      };
      return [name, press] as const;
    });
    return tinykeys(window, Object.fromEntries(guarded));
  }, [names]);
}

/** The first of two keys was pressed: the next one belongs to it, whatever it does alone. */
export function beginSequence({ timeStamp }: KeyboardEvent): void {
  sequenceBegan = timeStamp;
}

/** As long as tinykeys waits for the second one. */
const SEQUENCE_MS = 1000;
let sequenceBegan = Number.NEGATIVE_INFINITY;

/** Whether the key ends such a sequence. */
export function isSecondKey({ timeStamp }: KeyboardEvent): boolean {
  return timeStamp > sequenceBegan && timeStamp - sequenceBegan < SEQUENCE_MS;
}

function isBusyElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest('input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"]') !== null;
}
