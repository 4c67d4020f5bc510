import MoreIcon from '@mui/icons-material/MoreVert';
import Divider from '@mui/material/Divider';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { required, TextInput, useTranslate } from 'react-admin';
import type { MissedCall } from '../../api/types.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useFormat } from '../../format/use-format.ts';
import { SNOOZES, snoozedUntil } from './snoozes.ts';
import { useDeeds } from './use-deeds.ts';

/** What is done less often: snooze it, or say that no call is needed. */
export function MoreMenu({ row }: { row: MissedCall }) {
  const translate = useTranslate();
  const { timeZone } = useFormat();
  const { snooze, notNeeded, reopen } = useDeeds(row);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [isAsking, setAsking] = useState(false);
  const name = row.lead_name ?? row.phone_number ?? '';
  return (
    <>
      <IconButton
        size="small"
        aria-label={translate('missed.more', { name })}
        aria-haspopup="menu"
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        <MoreIcon />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)} onClick={() => setAnchor(null)}>
        {SNOOZES.map((wait) => (
          <MenuItem key={wait} onClick={() => void snooze(snoozedUntil(wait, new Date(), timeZone))}>
            {translate(`missed.snooze.${wait}`)}
          </MenuItem>
        ))}
        {row.state === 'snoozed' && <MenuItem onClick={() => void reopen()}>{translate('missed.wake')}</MenuItem>}
        <Divider />
        <MenuItem onClick={() => setAsking(true)}>{translate('missed.not_needed')}</MenuItem>
      </Menu>
      {isAsking && (
        <FormDialog
          title={translate('missed.not_needed')}
          submit="missed.close"
          onClose={() => setAsking(false)}
          onSubmit={async ({ reason }) => {
            await notNeeded(String(reason));
            setAsking(false);
          }}
        >
          <TextInput source="reason" label="missed.why" validate={required()} autoFocus helperText={false} />
        </FormDialog>
      )}
    </>
  );
}
