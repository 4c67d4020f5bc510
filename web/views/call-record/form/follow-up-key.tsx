import { useState } from 'react';
import { useDataProvider, useNotify } from 'react-admin';
import { sayingOf } from '../../../api/api-error.ts';
import type { CallRecord, Lead } from '../../../api/types.ts';
import { FollowUpDialog } from '../../../components/follow-up/follow-up-dialog.tsx';
import { useKeys } from '../../../keyboard/keys.ts';

/** f plans a follow-up of the call's lead, as on a row of the list. */
export function FollowUpKey({ call: { lead_id } }: { call: CallRecord }) {
  const dataProvider = useDataProvider();
  const notify = useNotify();
  const [planned, setPlanned] = useState<Lead>();
  const plan = async () => {
    if (lead_id === null) return notify('calls.no_lead_to_follow', { type: 'info' });
    try {
      setPlanned((await dataProvider.getOne<Lead>('leads', { id: lead_id })).data);
    } catch (error) {
      notify(sayingOf(error), { type: 'error' });
    }
  };
  useKeys({ f: () => void plan() });
  return planned !== undefined && <FollowUpDialog lead={planned} onClose={() => setPlanned(undefined)} />;
}
