import { useNotify } from 'react-admin';
import { sayingOf } from '../api/api-error.ts';
import { useKeys } from './keys.ts';

type RowKeys = Readonly<Record<string, (id: number) => Promise<void> | void>>;

/**
 * Keys for the row of a list that has the focus; they are told the id of its record (components/row-link.tsx). What they fail
 * at is said.
 */
export function useFocusedRowKeys(keys: RowKeys): void {
  const notify = useNotify();
  const onRow = (work: RowKeys[string]) => async () => {
    const row = document.activeElement?.closest('main [data-row]')?.getAttribute('data-row') ?? '';
    if (!/^\d+$/.test(row)) return;
    try {
      await work(Number(row));
    } catch (error) {
      notify(sayingOf(error), { type: 'error' });
    }
  };
  useKeys(Object.fromEntries(Object.entries(keys).map(([key, work]) => [key, onRow(work)])));
}
