import BackIcon from '@mui/icons-material/ArrowBack';
import CallIcon from '@mui/icons-material/CallOutlined';
import RawIcon from '@mui/icons-material/DataObject';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import ShareIcon from '@mui/icons-material/IosShare';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { Confirm, useDelete, useNotify, useRedirect, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { mayDo } from '../../../api/access.ts';
import { useSession } from '../../../api/session.ts';
import type { CallRecord } from '../../../api/types.ts';
import { dial } from '../../../components/dial.ts';
import { focusNoteBox } from '../../../components/notes/note-box.ts';
import { Steps } from '../../../components/steps/steps.tsx';
import { ToolButton } from '../../../components/tool-button.tsx';
import { ToolLink } from '../../../components/tool-link.tsx';
import { telephoneLink } from '../../../format/phone-number.ts';
import { useKeys } from '../../../keyboard/keys.ts';
import { FollowUpKey } from './follow-up-key.tsx';
import { ShareDialog } from './share-dialog.tsx';

/** Where one can go from a call, and what can be done with it. */
export function CallActions({ call }: { call: CallRecord }) {
  const translate = useTranslate();
  const session = useSession();
  const [sharing, setSharing] = useState(false);
  const [deleting, setDeleting] = useState(false);
  useKeys({ n: focusNoteBox, c: () => dial(call.phone_number) });
  return (
    <Stack direction="row" sx={{ columnGap: { xs: 0, sm: 1 }, rowGap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      <Button component={Link} to="/call-records" startIcon={<BackIcon />} size="small">
        {translate('calls.to_list')}
      </Button>
      <Steps resource="call-records" id={call.id} sort={NEWEST_FIRST} previous="calls.previous" next="calls.next" />
      <Stack direction="row" sx={{ flex: 1, gap: { xs: 0, sm: 1 }, justifyContent: 'flex-end' }}>
        {mayDo(session, 'webhook-events', 'list') && (
          <ToolLink
            icon={<RawIcon />}
            label={translate('calls.raw_events')}
            to={`/webhook-events?${new URLSearchParams({ filter: JSON.stringify({ call_record_id: call.id }) })}`}
          />
        )}
        {mayDo(session, 'share-links', 'create') && call.recording_state !== 'none' && call.may_hear && (
          <ToolButton icon={<ShareIcon />} label={translate('share.title')} onClick={() => setSharing(true)} />
        )}
        {mayDo(session, 'call-records', 'delete') && (
          <ToolButton
            icon={<DeleteIcon />}
            color="error"
            label={translate('ra.action.delete')}
            onClick={() => setDeleting(true)}
          />
        )}
        {call.phone_number !== null && (
          <Button
            size="small"
            variant="contained"
            startIcon={<CallIcon />}
            href={telephoneLink(call.phone_number)}
            sx={{ display: { xs: 'none', sm: 'inline-flex' } }}
          >
            {translate('calls.call_back')}
          </Button>
        )}
      </Stack>
      {mayDo(session, 'leads', 'edit') && <FollowUpKey call={call} />}
      {sharing && <ShareDialog call={call} onClose={() => setSharing(false)} />}
      <Deletion call={call} open={deleting} onClose={() => setDeleting(false)} />
    </Stack>
  );
}

const NEWEST_FIRST = { field: 'call_date', order: 'DESC' } as const;

function Deletion({ call, open, onClose }: { call: CallRecord; open: boolean; onClose: () => void }) {
  const notify = useNotify();
  const redirect = useRedirect();
  const [remove, { isPending }] = useDelete();
  const confirm = () =>
    void remove(
      'call-records',
      { id: call.id, previousData: call },
      {
        onSuccess: () => {
          notify('calls.deleted', { type: 'success' });
          redirect('list', 'call-records');
        },
      },
    );
  return (
    <Confirm
      isOpen={open}
      loading={isPending}
      title="calls.delete_title"
      content="calls.delete_text"
      confirm="ra.action.delete"
      confirmColor="warning"
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
