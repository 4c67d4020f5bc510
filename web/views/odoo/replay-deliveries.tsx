import ReplayIcon from '@mui/icons-material/ReplayOutlined';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useListContext, useRefresh, useTranslate } from 'react-admin';
import { request } from '../../api/request.ts';
import { useOdooDeed } from './use-odoo.ts';

/** Sends the selected ones again at once. */
export function ReplayDeliveries() {
  const translate = useTranslate();
  const refresh = useRefresh();
  const deed = useOdooDeed();
  const { selectedIds, onUnselectItems } = useListContext();
  const [busy, setBusy] = useState(false);
  const replay = async () => {
    setBusy(true);
    const ids = selectedIds.map(Number);
    if (await deed(() => request('POST', '/api/odoo-deliveries/replay', { body: { ids } }), 'odoo.replayed'))
      onUnselectItems();
    setBusy(false);
    refresh();
  };
  return (
    <Button size="small" startIcon={<ReplayIcon />} loading={busy} onClick={() => void replay()}>
      {translate('odoo.replay')}
    </Button>
  );
}
