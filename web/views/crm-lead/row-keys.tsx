import { useState } from 'react';
import { useDataProvider } from 'react-admin';
import { mayDo } from '../../api/access.ts';
import { useSession } from '../../api/session.ts';
import type { Lead } from '../../api/types.ts';
import { dial } from '../../components/dial.ts';
import { FollowUpDialog } from '../../components/follow-up/follow-up-dialog.tsx';
import { NoteDialog } from '../../components/notes/note-dialog.tsx';
import { useFocusedRowKeys } from '../../keyboard/use-focused-row-keys.ts';
import { numberOf } from './number-of.ts';

/** c, n and f on a row of the list of leads, as on a lead's own page. */
export function LeadRowKeys() {
  const session = useSession();
  const dataProvider = useDataProvider();
  const [noted, setNoted] = useState<number>();
  const [planned, setPlanned] = useState<Lead>();
  const load = async (id: number) => (await dataProvider.getOne<Lead>('leads', { id })).data;
  useFocusedRowKeys({
    c: (id) => load(id).then((lead) => dial(numberOf(lead))),
    ...(mayDo(session, 'notes', 'create') && { n: setNoted }),
    ...(mayDo(session, 'leads', 'edit') && { f: (id) => load(id).then(setPlanned) }),
  });
  return (
    <>
      {noted !== undefined && <NoteDialog about={{ lead_id: noted }} onClose={() => setNoted(undefined)} />}
      {planned !== undefined && <FollowUpDialog lead={planned} onClose={() => setPlanned(undefined)} />}
    </>
  );
}
