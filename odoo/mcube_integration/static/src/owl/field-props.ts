/** What Odoo hands to a component that shows a field. */
export type FieldProps = {
  name: string;
  record: { data: Record<string, unknown>; resModel: string; resId: number | false };
};
