import CallIcon from '@mui/icons-material/Call';
import IconButton from '@mui/material/IconButton';
import { useTranslate } from 'react-admin';
import type { Lead } from '../../api/types.ts';
import { telephoneLink } from '../../format/phone-number.ts';
import { numberOf } from './number-of.ts';

/** Calls a lead, with one press. */
export function CallButton({ lead }: { lead: Lead }) {
  const translate = useTranslate();
  const number = numberOf(lead);
  if (number === undefined) return null;
  return (
    <IconButton
      size="small"
      color="primary"
      href={telephoneLink(number)}
      aria-label={translate('phone.call', { number: lead.name })}
      onClick={(event) => event.stopPropagation()}
    >
      <CallIcon fontSize="small" />
    </IconButton>
  );
}
