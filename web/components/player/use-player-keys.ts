import { type RefObject, useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { isSecondKey } from '../../keyboard/keys.ts';
import { changeSpeed, type Sound, seek, toggle, toggleMute } from './sound.ts';
import { nextSpeed } from './speed.ts';

const STEP_SECONDS = 5;

/** The keys of the player: on the whole page, but for those that mean something to what has the focus. */
export function usePlayerKeys(
  address: string,
  { time, speed }: Pick<Sound, 'time' | 'speed'>,
  player: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const key = (act: () => void) => (event: KeyboardEvent) => {
      // g m leads to the missed calls.
      if (isSecondKey(event)) return;
      event.preventDefault();
      act();
    };
    // Elsewhere on the page the arrows lead to the previous and the next call; on a slider they move it.
    const arrow = (seconds: number) => (event: KeyboardEvent) => {
      const { target } = event;
      const inside = target instanceof Element && player.current?.contains(target) && !target.matches(SLIDER);
      if (inside === true) key(() => seek(address, time + seconds))(event);
    };
    const space = (event: KeyboardEvent) => {
      if (!isOperated(event.target)) key(() => toggle(address))(event);
    };
    const bindings = {
      k: key(() => toggle(address)),
      j: key(() => seek(address, time - STEP_SECONDS)),
      l: key(() => seek(address, time + STEP_SECONDS)),
      m: key(toggleMute),
      'Shift+Comma': key(() => changeSpeed(nextSpeed(speed, -1))),
      'Shift+Period': key(() => changeSpeed(nextSpeed(speed, 1))),
      Space: space,
      ArrowLeft: arrow(-STEP_SECONDS),
      ArrowRight: arrow(STEP_SECONDS),
    };
    return tinykeys(window, bindings, { ignore: ({ target }) => isTyping(target) });
  }, [address, time, speed, player]);
}

const SLIDER = 'input[type=range]';
const TYPED_INTO = 'textarea, select, input:not([type=range], [type=checkbox])';
const COVERING = '[role=dialog], [role=menu]';

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches(TYPED_INTO) || target.closest(COVERING) !== null;
}

/** Space already means something there. */
function isOperated(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('button, a, [role=button], [role^=menuitem], [role=option]') !== null
  );
}
