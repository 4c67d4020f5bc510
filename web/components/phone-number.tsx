import Link from '@mui/material/Link';
import { useTranslate } from 'react-admin';
import { telephoneLink } from '../format/phone-number.ts';
import { useFormat } from '../format/use-format.ts';

/** A number to call; null is a caller who withheld theirs. */
export function PhoneNumber({ value }: { value: string | null }) {
  const format = useFormat();
  const translate = useTranslate();
  if (value === null) return <span>{translate('phone.withheld')}</span>;
  const shown = format.phone(value);
  return (
    <Link
      href={telephoneLink(value)}
      aria-label={translate('phone.call', { number: shown })}
      color="inherit"
      underline="hover"
      sx={{ display: 'inline-block', lineHeight: '24px', whiteSpace: 'nowrap' }}
      onClick={(event) => event.stopPropagation()}
    >
      {shown}
    </Link>
  );
}
