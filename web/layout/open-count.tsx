import Badge from '@mui/material/Badge';
import type { ReactNode } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { useFormat } from '../format/use-format.ts';

type Props = {
  resource: string;
  filter: Readonly<Record<string, unknown>>;
  /** What it stands on; without it, it stands for itself. */
  children?: ReactNode;
};

/** Puts the number of matching records on what it is given; it follows live changes as every list does. */
export function OpenCount({ resource, filter, children }: Props) {
  const format = useFormat();
  const translate = useTranslate();
  const { total = 0 } = useGetList(resource, { pagination: { page: 1, perPage: 1 }, filter });
  if (total === 0) return children ?? null;
  return (
    <Badge
      badgeContent={format.number(total)}
      // It says how many rows there are, and a row more or less counts.
      max={Number.POSITIVE_INFINITY}
      color="secondary"
      sx={children === undefined ? { '& .MuiBadge-badge': { position: 'static', transform: 'none' } } : null}
      slotProps={{ badge: { 'aria-label': translate('navigation.open_count', { smart_count: total }), role: 'img' } }}
    >
      {children}
    </Badge>
  );
}
