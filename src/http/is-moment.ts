const FORM = /^(\d{4}-\d\d-\d\d)[T ](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)$/i;

/** Whether a text is a time that Date knows as well. ajv's own format lets leap seconds pass, of which Date makes nothing. */
export function isMoment(text: string): boolean {
  const [, date] = FORM.exec(text) ?? [];
  if (date === undefined || Number.isNaN(Date.parse(text))) return false;
  // Date turns the 30th of February into a day of March.
  return new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
}
