import { type OdooRow, textOf } from '../transport/read-rows.ts';

/** The id of a row; rows without one are not to be had. */
export function idOf({ id }: OdooRow): number {
  return typeof id === 'number' ? id : 0;
}

/** What a many2one field points to: Odoo gives it as [id, name]. */
export function relatedId(value: unknown): number | null {
  const id: unknown = Array.isArray(value) ? value[0] : value;
  return typeof id === 'number' ? id : null;
}

/** A text without space around it; null for none. */
export function filledText(value: unknown): string | null {
  const text = textOf(value).trim();
  return text === '' ? null : text;
}
