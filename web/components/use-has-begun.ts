import { useDeferredValue } from 'react';

/**
 * False the first time a page is drawn: its heading then stands at once, and the rest follows without being waited for, as it
 * takes longer to draw than people wait for an answer to a press. Ask for its data in both cases.
 */
export function useHasBegun(): boolean {
  return useDeferredValue(true, false);
}
