import { useState } from 'react';
import { useDataProvider, useNotify } from 'react-admin';
import { mayDo } from '../../api/access.ts';
import { useSession } from '../../api/session.ts';
import type { CallRecord, Lead } from '../../api/types.ts';
import { dial } from '../../components/dial.ts';
import { FollowUpDialog } from '../../components/follow-up/follow-up-dialog.tsx';
import { NoteDialog } from '../../components/notes/note-dialog.tsx';
import { useFocusedRowKeys } from '../../keyboard/use-focused-row-keys.ts';

/** c, n and f on a row of the list of calls; a follow-up is of the call's lead. */
export function CallRowKeys() {
  const session = useSession();
  const dataProvider = useDataProvider();
  const notify = useNotify();
  const [noted, setNoted] = useState<number>();
  const [planned, setPlanned] = useState<Lead>();
  const load = async (id: number) => (await dataProvider.getOne<CallRecord>('call-records', { id })).data;
  const plan = async (id: number) => {
    const { lead_id } = await load(id);
    if (lead_id === null) notify('calls.no_lead_to_follow', { type: 'info' });
    else setPlanned((await dataProvider.getOne<Lead>('leads', { id: lead_id })).data);
  };
  useFocusedRowKeys({
    c: (id) => load(id).then(({ phone_number }) => dial(phone_number)),
    ...(mayDo(session, 'notes', 'create') && { n: setNoted }),
    ...(mayDo(session, 'leads', 'edit') && { f: plan }),
  });
  return (
    <>
      {noted !== undefined && <NoteDialog about={{ call_record_id: noted }} onClose={() => setNoted(undefined)} />}
      {planned !== undefined && <FollowUpDialog lead={planned} onClose={() => setPlanned(undefined)} />}
    </>
  );
}
