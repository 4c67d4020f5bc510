import Link from '@mui/material/Link';
import { useTranslate } from 'react-admin';
import { useFormat } from '../format/use-format.ts';

/** A number to call; null is a caller who withheld theirs. */
export function PhoneNumber({ value }: { value: string | null }) {
  const format = useFormat();
  const translate = useTranslate();
  if (value === null) return <span>{translate('phone.withheld')}</span>;
  const shown = format.phone(value);
  return (
    <Link
      href={`tel:${value.replace(/[^+\d]/g, '')}`}
      aria-label={translate('phone.call', { number: shown })}
      color="inherit"
      underline="hover"
      sx={{ whiteSpace: 'nowrap' }}
      onClick={(event) => event.stopPropagation()}
    >
      {shown}
    </Link>
  );
}
