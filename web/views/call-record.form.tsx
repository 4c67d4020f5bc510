import Stack from '@mui/material/Stack';
import { useTranslate } from 'react-admin';
import { mayDo } from '../api/access.ts';
import { useSession } from '../api/session.ts';
import type { CallRecord } from '../api/types.ts';
import { FormColumns } from '../components/form-columns.tsx';
import { FormPage } from '../components/form-page.tsx';
import { Notes } from '../components/notes/notes.tsx';
import { Section } from '../components/section.tsx';
import { StickyCall } from '../components/sticky-call.tsx';
import { useIsPhone } from '../layout/use-is-phone.ts';
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
  return <FormPage<CallRecord> title={useCallTitle()} form={(call) => <Form call={call} />} />;
}

function Form({ call }: { call: CallRecord }) {
  const translate = useTranslate();
  const session = useSession();
  const isPhone = useIsPhone();
  return (
    <>
      <Stack spacing={2} sx={{ maxWidth: 1280, mx: 'auto' }}>
        <CallActions call={call} />
        <CallIdentity call={call} />
        <FormColumns>
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
        </FormColumns>
      </Stack>
      {isPhone && call.phone_number !== null && <StickyCall number={call.phone_number} />}
    </>
  );
}
