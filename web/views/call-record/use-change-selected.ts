import { useState } from 'react';
import { useDataProvider, useListContext, useNotify, useRefresh } from 'react-admin';
import type { CallRecord } from '../../api/types.ts';

/** Changes every selected call, each by what it is now; says how far it is, and which part failed. */
export function useChangeSelected(done: () => void) {
  const notify = useNotify();
  const refresh = useRefresh();
  const dataProvider = useDataProvider();
  const { selectedIds, onUnselectItems } = useListContext();
  const [progress, setProgress] = useState<number>();
  const change = async (changesOf: (call: CallRecord) => object) => {
    const failures: string[] = [];
    setProgress(0);
    for (const [index, id] of selectedIds.entries()) {
      await changeOne(id, changesOf).catch((error: Error) => failures.push(error.message));
      setProgress((index + 1) / selectedIds.length);
    }
    setProgress(undefined);
    refresh();
    const smart_count = selectedIds.length - failures.length;
    if (failures[0] === undefined) notify('calls.changed', { type: 'success', messageArgs: { smart_count } });
    else
      notify('calls.not_all_changed', { type: 'error', messageArgs: { failed: failures.length, reason: failures[0] } });
    onUnselectItems();
    done();
  };
  const changeOne = async (id: CallRecord['id'], changesOf: (call: CallRecord) => object) => {
    const { data: call } = await dataProvider.getOne<CallRecord>('call-records', { id });
    await dataProvider.update('call-records', { id, data: changesOf(call), previousData: call });
  };
  return { change, progress };
}
