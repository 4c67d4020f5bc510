/** The address of a lead. */
export function leadPath(id: number): string {
  return `/leads/${id}/show`;
}
