import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { mayDo } from '../api/access.ts';
import { useSession } from '../api/session.ts';
import type { Lead } from '../api/types.ts';
import { dial } from '../components/dial.ts';
import { FollowUpDialog } from '../components/follow-up/follow-up-dialog.tsx';
import { FormColumns } from '../components/form-columns.tsx';
import { FormPage } from '../components/form-page.tsx';
import { focusNoteBox } from '../components/notes/note-box.ts';
import { Notes } from '../components/notes/notes.tsx';
import { Section } from '../components/section.tsx';
import { StickyCall } from '../components/sticky-call.tsx';
import { useKeys } from '../keyboard/keys.ts';
import { useIsPhone } from '../layout/use-is-phone.ts';
import { LeadActions } from './crm-lead/form/actions.tsx';
import { LeadCalls } from './crm-lead/form/calls.tsx';
import { ClosedNotice } from './crm-lead/form/closed-notice.tsx';
import { LeadDetails } from './crm-lead/form/details.tsx';
import { LeadDuplicates } from './crm-lead/form/duplicates.tsx';
import { LeadFollowUp } from './crm-lead/form/follow-up.tsx';
import { LeadMerges } from './crm-lead/form/merges.tsx';
import { LeadNumbers } from './crm-lead/form/numbers.tsx';
import { numberOf } from './crm-lead/number-of.ts';

/** A lead: who it is, what was said, what comes next. */
export default function LeadForm() {
  return <FormPage<Lead> title={({ name }) => name} form={(lead) => <Form lead={lead} />} />;
}

function Form({ lead }: { lead: Lead }) {
  const translate = useTranslate();
  const session = useSession();
  const isPhone = useIsPhone();
  const [planning, setPlanning] = useState(false);
  const number = numberOf(lead);
  useKeys({
    f: () => setPlanning(true),
    n: focusNoteBox,
    c: () => dial(number),
  });
  const work = (
    <Stack spacing={2}>
      <LeadFollowUp lead={lead} onEdit={() => setPlanning(true)} />
      {mayDo(session, 'notes', 'list') && (
        <Section title={translate('notes.title')}>
          <Notes about={{ lead_id: lead.id }} />
        </Section>
      )}
      <LeadNumbers lead={lead} />
    </Stack>
  );
  return (
    <>
      <Stack spacing={2} sx={{ maxWidth: 1280, mx: 'auto' }}>
        <LeadActions lead={lead} />
        {isPhone && (
          // The heading above has room for a few letters; it is what a reader of screens hears.
          <Typography variant="h2" component="p" aria-hidden sx={{ overflowWrap: 'anywhere' }}>
            {lead.name}
          </Typography>
        )}
        <ClosedNotice lead={lead} />
        <LeadDuplicates lead={lead} />
        <FormColumns>
          {isPhone && work}
          <Stack spacing={2}>
            <LeadDetails lead={lead} />
            <LeadCalls lead={lead} />
            <LeadMerges lead={lead} />
          </Stack>
          {!isPhone && work}
        </FormColumns>
      </Stack>
      {isPhone && number !== undefined && <StickyCall number={number} />}
      {planning && <FollowUpDialog lead={lead} onClose={() => setPlanning(false)} />}
    </>
  );
}
