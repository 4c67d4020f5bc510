import ReplayIcon from '@mui/icons-material/ReplayOutlined';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useListContext, useTranslate, useUnselectAll } from 'react-admin';
import type { WebhookEvent } from '../../api/types.ts';
import { ReplayDialog } from './replay-dialog.tsx';

/** Processes the selected events again, after showing what that would do. */
export function ReplaySelected() {
  const translate = useTranslate();
  const { selectedIds } = useListContext<WebhookEvent>();
  const unselect = useUnselectAll('webhook-events');
  const [asked, setAsked] = useState(false);
  const close = () => {
    setAsked(false);
    unselect();
  };
  return (
    <>
      <Button size="small" startIcon={<ReplayIcon />} onClick={() => setAsked(true)}>
        {translate('inbox.replay')}
      </Button>
      {asked && <ReplayDialog ids={selectedIds.map(Number)} onClose={close} />}
    </>
  );
}
