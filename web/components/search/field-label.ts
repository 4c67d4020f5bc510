/** The name of the text that says what a field is. */
export function fieldLabel(resource: string, field: string): string {
  return `resources.${resource}.fields.${field}`;
}
