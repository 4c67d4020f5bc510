/** A row as Odoo gives it; a field without a value is false there. */
export type OdooRow = Readonly<Record<string, unknown>>;

/** The rows of an answer of search_read or read; what is no row is left out. */
export function readRows(answer: unknown): OdooRow[] {
  return Array.isArray(answer) ? answer.filter(isRow) : [];
}

/** The only id that create answered with: a number or a list of one. */
export function readId(answer: unknown): number | undefined {
  const id: unknown = Array.isArray(answer) ? answer[0] : answer;
  return typeof id === 'number' ? id : undefined;
}

export function isRow(value: unknown): value is OdooRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of a field; '' for none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
