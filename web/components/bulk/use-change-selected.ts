import { useState } from 'react';
import {
  type Identifier,
  type RaRecord,
  useDataProvider,
  useListContext,
  useNotify,
  useRefresh,
  useResourceContext,
} from 'react-admin';

/** Changes every selected record, each by what it is now; says how far it is, and which part failed. */
export function useChangeSelected<Row extends RaRecord>(done: () => void) {
  const notify = useNotify();
  const refresh = useRefresh();
  const dataProvider = useDataProvider();
  const resource = useResourceContext() ?? '';
  const { selectedIds, onUnselectItems } = useListContext();
  const [progress, setProgress] = useState<number>();
  const changeOne = async (id: Identifier, changesOf: (row: Row) => object) => {
    const { data: row } = await dataProvider.getOne<Row>(resource, { id });
    await dataProvider.update(resource, { id, data: changesOf(row), previousData: row });
  };
  const change = async (changesOf: (row: Row) => object) => {
    const failures: string[] = [];
    setProgress(0);
    for (const [index, id] of selectedIds.entries()) {
      await changeOne(id, changesOf).catch((error: Error) => failures.push(error.message));
      setProgress((index + 1) / selectedIds.length);
    }
    setProgress(undefined);
    refresh();
    const smart_count = selectedIds.length - failures.length;
    const [reason] = failures;
    if (reason === undefined) notify('bulk.changed', { type: 'success', messageArgs: { smart_count } });
    else notify('bulk.not_all', { type: 'error', messageArgs: { failed: failures.length, reason } });
    onUnselectItems();
    done();
  };
  return { change, progress };
}
