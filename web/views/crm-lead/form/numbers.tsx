import Stack from '@mui/material/Stack';
import { useTranslate } from 'react-admin';
import type { Lead } from '../../../api/types.ts';
import { CopyButton } from '../../../components/copy-button.tsx';
import { PhoneNumber } from '../../../components/phone-number.tsx';
import { Section } from '../../../components/section.tsx';

/** Every number that reaches this lead: those that were written, and those that have called. */
export function LeadNumbers({ lead: { phone_numbers } }: { lead: Lead }) {
  const translate = useTranslate();
  if (phone_numbers.length === 0) return null;
  return (
    <Section title={translate('resources.leads.fields.phone_numbers')}>
      <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {phone_numbers.map((number) => (
          <Stack component="li" key={number} direction="row" spacing={1} sx={{ alignItems: 'center', minHeight: 36 }}>
            <PhoneNumber value={number} />
            <CopyButton text={number} label="phone.copy" />
          </Stack>
        ))}
      </Stack>
    </Section>
  );
}
