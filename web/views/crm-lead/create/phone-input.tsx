import Alert from '@mui/material/Alert';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import { BooleanInput, TextInput, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { Link as RouterLink } from 'react-router-dom';
import type { Lead } from '../../../api/types.ts';
import { leadPath } from '../lead-path.ts';
import { useKnownLeads } from './use-known-leads.ts';

/** The number of a new lead; says while it is typed who works it already, so that a second one is made knowingly only. */
export function PhoneInput() {
  const translate = useTranslate();
  const phone: unknown = useWatch({ name: 'phone' });
  const known = useKnownLeads(typeof phone === 'string' ? phone : '');
  return (
    <Stack>
      <TextInput source="phone" type="tel" helperText={false} autoFocus />
      <div role="status">
        {known.length > 0 && (
          <Alert severity="warning" sx={{ mt: 1 }}>
            {known.map((lead) => (
              <Known key={lead.id} lead={lead} />
            ))}
            <BooleanInput source="allow_duplicate" label={translate('leads.allow_duplicate')} helperText={false} />
          </Alert>
        )}
      </div>
    </Stack>
  );
}

function Known({ lead: { id, name, user_name, stage_name } }: { lead: Lead }) {
  const translate = useTranslate();
  return (
    <div>
      {user_name === null ? translate('leads.known_unowned') : translate('leads.known', { user: user_name })}{' '}
      <Link component={RouterLink} to={leadPath(id)}>
        {name}
      </Link>{' '}
      · {stage_name}
    </div>
  );
}
