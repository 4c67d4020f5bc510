import BackIcon from '@mui/icons-material/ArrowBack';
import CallIcon from '@mui/icons-material/CallOutlined';
import RawIcon from '@mui/icons-material/DataObject';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import ShareIcon from '@mui/icons-material/IosShare';
import PreviousIcon from '@mui/icons-material/KeyboardArrowLeft';
import NextIcon from '@mui/icons-material/KeyboardArrowRight';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { Confirm, useDelete, useNotify, usePrevNextController, useRedirect, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { mayDo } from '../../../api/access.ts';
import { MOST_ROWS } from '../../../api/list-query.ts';
import { useSession } from '../../../api/session.ts';
import type { CallRecord } from '../../../api/types.ts';
import { focusNoteBox } from '../../../components/notes/note-box.ts';
import { ShareDialog } from './share-dialog.tsx';
import { StepButton } from './step-button.tsx';
import { useCallKeys } from './use-call-keys.ts';

/** Where one can go from a call, and what can be done with it. */
export function CallActions({ call }: { call: CallRecord }) {
  const translate = useTranslate();
  const session = useSession();
  const [sharing, setSharing] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const steps = usePrevNextController({
    resource: 'call-records',
    linkType: 'show',
    limit: MOST_ROWS,
    sort: { field: 'call_date', order: 'DESC' },
  });
  const { prevPath, nextPath } = 'prevPath' in steps ? steps : { prevPath: undefined, nextPath: undefined };
  useCallKeys({ previous: prevPath, next: nextPath, note: focusNoteBox, number: call.phone_number });
  return (
    <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      <Button component={Link} to="/call-records" startIcon={<BackIcon />} size="small">
        {translate('calls.to_list')}
      </Button>
      <StepButton to={prevPath} label={translate('calls.previous')} keys="←">
        <PreviousIcon />
      </StepButton>
      <StepButton to={nextPath} label={translate('calls.next')} keys="→">
        <NextIcon />
      </StepButton>
      <Stack direction="row" sx={{ flex: 1, gap: 1, justifyContent: 'flex-end', flexWrap: 'wrap' }}>
        {mayDo(session, 'webhook-events', 'list') && (
          <Button
            size="small"
            startIcon={<RawIcon />}
            component={Link}
            to={`/webhook-events?${new URLSearchParams({ filter: JSON.stringify({ call_record_id: call.id }) })}`}
          >
            {translate('calls.raw_events')}
          </Button>
        )}
        {mayDo(session, 'share-links', 'create') && call.recording_state !== 'none' && call.may_hear && (
          <Button size="small" startIcon={<ShareIcon />} onClick={() => setSharing(true)}>
            {translate('share.title')}
          </Button>
        )}
        {mayDo(session, 'call-records', 'delete') && (
          <Button size="small" color="error" startIcon={<DeleteIcon />} onClick={() => setDeleting(true)}>
            {translate('ra.action.delete')}
          </Button>
        )}
        {call.phone_number !== null && (
          <Button
            size="small"
            variant="contained"
            startIcon={<CallIcon />}
            href={`tel:${call.phone_number.replace(/[^+\d]/g, '')}`}
            sx={{ display: { xs: 'none', sm: 'inline-flex' } }}
          >
            {translate('calls.call_back')}
          </Button>
        )}
      </Stack>
      {sharing && <ShareDialog call={call} onClose={() => setSharing(false)} />}
      <Deletion call={call} open={deleting} onClose={() => setDeleting(false)} />
    </Stack>
  );
}

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
