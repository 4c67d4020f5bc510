import { useEffect, useState } from 'react';
import { useGetList } from 'react-admin';
import type { Lead } from '../../../api/types.ts';

/** Fewer digits are no number yet. */
const FEWEST_DIGITS = 7;
/** A pause of this length in typing is worth a question. */
const PAUSE_MS = 300;

/** The open leads that a number, as it is being typed, reaches already. */
export function useKnownLeads(typed: string): Lead[] {
  const [phone, setPhone] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setPhone(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const enabled = phone.replace(/\D/g, '').length >= FEWEST_DIGITS;
  const { data = [] } = useGetList<Lead>(
    'leads',
    { filter: { phone, is_open: true }, sort: { field: 'id', order: 'ASC' }, pagination: { page: 1, perPage: 5 } },
    { enabled },
  );
  return enabled ? data : [];
}
