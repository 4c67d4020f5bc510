import Box from '@mui/material/Box';
import { useState } from 'react';
import { Form, SaveButton, useNotify, useTranslate, useUpdate } from 'react-admin';
import type { Lead } from '../../../api/types.ts';
import { Section } from '../../../components/section.tsx';
import { LeadInputs } from './inputs.tsx';

/** What people write about a lead. What a colleague changes meanwhile appears where one has typed nothing. */
export function LeadDetails({ lead }: { lead: Lead }) {
  const translate = useTranslate();
  const notify = useNotify();
  const [update] = useUpdate<Lead>();
  // What was saved is no change any more.
  const [saves, setSaves] = useState(0);
  const save = async (data: object) => {
    await update('leads', { id: lead.id, data, previousData: lead }, { returnPromise: true }).then(
      () => {
        setSaves(saves + 1);
        notify('leads.saved', { type: 'success' });
      },
      (error: Error) => notify(error.message, { type: 'error' }),
    );
  };
  return (
    <Form
      key={saves}
      record={lead}
      onSubmit={save}
      resetOptions={{ keepDirtyValues: true }}
      sanitizeEmptyValues
      warnWhenUnsavedChanges
    >
      <Section title={translate('leads.details')} action={<SaveButton size="small" icon={null} />}>
        <Box sx={{ pt: 0.5 }}>
          <LeadInputs />
        </Box>
      </Section>
    </Form>
  );
}
