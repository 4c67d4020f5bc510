import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { ShowBase, Title, useShowContext, useTranslate } from 'react-admin';
import { mayDo } from '../api/access.ts';
import { useSession } from '../api/session.ts';
import type { CallRecord } from '../api/types.ts';
import { CrashPage } from '../components/crash-page.tsx';
import { FullPageProgress } from '../components/full-page-progress.tsx';
import { Notes } from '../components/notes/notes.tsx';
import { Section } from '../components/section.tsx';
import { CallActions } from './call-record/form/actions.tsx';
import { CallDetails } from './call-record/form/details.tsx';
import { CallEvents } from './call-record/form/events.tsx';
import { CallIdentity } from './call-record/form/identity.tsx';
import { CallLead } from './call-record/form/lead.tsx';
import { CallListens } from './call-record/form/listens.tsx';
import { CallOwner } from './call-record/form/owner.tsx';
import { CallRecording } from './call-record/form/recording.tsx';
import { CallTags } from './call-record/form/tags.tsx';
import { useCallTitle } from './call-record/use-call-title.ts';

/** A call: who it was with, what was said, what became of it, and why. */
export default function CallRecordForm() {
  return (
    <ShowBase<CallRecord> error={<ShowError />}>
      <Form />
    </ShowBase>
  );
}

function ShowError() {
  const { error, refetch } = useShowContext();
  return <CrashPage error={error} resetErrorBoundary={() => void refetch()} />;
}

function Form() {
  const translate = useTranslate();
  const session = useSession();
  const titleOf = useCallTitle();
  const { record: call, isPending } = useShowContext<CallRecord>();
  if (isPending || call === undefined) return <FullPageProgress />;
  return (
    <>
      <Title title={titleOf(call)} />
      <Stack spacing={2} sx={{ maxWidth: 1280, mx: 'auto' }}>
        <CallActions call={call} />
        <CallIdentity call={call} />
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 3fr) minmax(0, 2fr)' },
          }}
        >
          <Stack spacing={2}>
            <CallRecording call={call} />
            {mayDo(session, 'notes', 'list') && (
              <Section title={translate('notes.title')}>
                <Notes about={{ call_record_id: call.id }} />
              </Section>
            )}
            {mayDo(session, 'call-events', 'list') && <CallEvents call={call} />}
          </Stack>
          <Stack spacing={2}>
            {mayDo(session, 'leads', 'list') && <CallLead call={call} />}
            <CallOwner call={call} />
            {mayDo(session, 'tags', 'list') && <CallTags call={call} />}
            <CallDetails call={call} />
            {mayDo(session, 'listens', 'list') && call.recording_state !== 'none' && <CallListens call={call} />}
          </Stack>
        </Box>
      </Stack>
    </>
  );
}
