import { telephoneLink } from '../format/phone-number.ts';

/** Calls a number as its link does; where it is withheld, nothing happens. */
export function dial(number: string | null | undefined): void {
  if (number !== null && number !== undefined) window.location.assign(telephoneLink(number));
}
