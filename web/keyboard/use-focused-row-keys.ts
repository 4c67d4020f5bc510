import { useKeys } from './keys.ts';

type RowKeys = Readonly<Record<string, (id: number) => void>>;

/** Keys for the row of a list that has the focus; they are told the id of its record (components/row-link.tsx). */
export function useFocusedRowKeys(keys: RowKeys): void {
  const onRow = (work: (id: number) => void) => () => {
    const row = document.activeElement?.closest('main [data-row]')?.getAttribute('data-row') ?? '';
    if (/^\d+$/.test(row)) work(Number(row));
  };
  useKeys(Object.fromEntries(Object.entries(keys).map(([key, work]) => [key, onRow(work)])));
}
