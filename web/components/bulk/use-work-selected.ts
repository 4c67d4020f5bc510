import { useState } from 'react';
import { type Identifier, useListContext, useNotify, useRefresh } from 'react-admin';
import { sayingOf } from '../../api/api-error.ts';

/** Does something to every selected record, one after the other; says how far it is, and which part failed. */
export function useWorkSelected(done: () => void) {
  const notify = useNotify();
  const refresh = useRefresh();
  const { selectedIds, onUnselectItems } = useListContext();
  const [progress, setProgress] = useState<number>();
  const work = async (each: (id: Identifier) => Promise<unknown>) => {
    const failures: string[] = [];
    setProgress(0);
    for (const [index, id] of selectedIds.entries()) {
      await each(id).catch((error: Error) => failures.push(sayingOf(error)));
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
  return { work, progress };
}
