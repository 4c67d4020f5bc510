import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { CreateBase, Form, SaveButton, Title, useNotify, useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { statusOf } from '../api/api-error.ts';
import { useSession } from '../api/session.ts';
import { Section } from '../components/section.tsx';
import { PhoneInput } from './crm-lead/create/phone-input.tsx';
import { LeadInputs } from './crm-lead/form/inputs.tsx';

/** A lead that no call has made. The number may stand in the address: ?phone=… */
export default function LeadCreate() {
  const translate = useTranslate();
  const notify = useNotify();
  const { user } = useSession();
  const [search] = useSearchParams();
  return (
    <CreateBase
      redirect="show"
      mutationOptions={{
        onError: (error: Error) =>
          notify(statusOf(error) === 409 ? 'leads.duplicate_refused' : error.message, { type: 'error' }),
      }}
      transform={withoutEmpty}
    >
      <Title title="leads.new" />
      <Form
        sanitizeEmptyValues
        warnWhenUnsavedChanges
        defaultValues={{ phone: search.get('phone') ?? '', user_id: user.id, team_id: user.team_id, tag_ids: [] }}
      >
        <Stack sx={{ maxWidth: 720, mx: 'auto' }}>
          <Section title={translate('leads.details')}>
            <Stack sx={{ pt: 0.5 }} spacing={2}>
              <LeadInputs phone={<PhoneInput />} />
              <Stack direction="row" spacing={1} sx={{ justifyContent: 'flex-end' }}>
                <Button component={Link} to="/leads">
                  {translate('ra.action.cancel')}
                </Button>
                <SaveButton alwaysEnable icon={null} label="leads.create" />
              </Stack>
            </Stack>
          </Section>
        </Stack>
      </Form>
    </CreateBase>
  );
}

/** What was left empty is for the service to fill in. */
function withoutEmpty(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''));
}
