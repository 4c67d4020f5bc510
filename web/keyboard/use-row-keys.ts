import { useKeys } from './keys.ts';

/** j and k move between the rows of the list that is shown; Enter on a row's link opens it, as on every link. */
export function useRowKeys(): void {
  useKeys({ j: () => moveBy(1), k: () => moveBy(-1) });
}

function moveBy(step: number): void {
  const rows = [...document.querySelectorAll('main [data-row]')];
  const here = rows.indexOf(document.activeElement ?? document.body);
  const next = rows[here === -1 && step < 0 ? rows.length - 1 : here + step];
  if (next instanceof HTMLElement) next.focus();
}
