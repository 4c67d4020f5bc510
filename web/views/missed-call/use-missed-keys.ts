import { useKeys } from '../../keyboard/keys.ts';

/** On the row that has the focus: c calls back, t takes. */
export function useMissedKeys(): void {
  useKeys({ c: () => press('[data-call]'), t: () => press('[data-take]') });
}

function press(button: string): void {
  const row = document.activeElement?.closest('main tr, main li');
  const found = row?.querySelector(button);
  if (found instanceof HTMLElement) found.click();
}
