import type { Lead } from '../../api/types.ts';

/** The number by which a lead is called. */
export function numberOf({
  phone_sanitized,
  phone_numbers,
  phone,
}: Pick<Lead, 'phone_sanitized' | 'phone_numbers' | 'phone'>) {
  return phone_sanitized ?? phone_numbers[0] ?? phone ?? undefined;
}
