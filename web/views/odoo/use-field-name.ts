import { useTranslate } from 'react-admin';
import type { OdooConflict } from '../../api/types.ts';

/** What the field of a conflict is called where people see it; some have a name only here. */
export function useFieldName(): (conflict: OdooConflict) => string {
  const translate = useTranslate();
  return ({ model, field }) => {
    const own = translate(`odoo.field.${field}`, { _: field });
    return translate(`resources.${RESOURCES[model] ?? model}.fields.${field}`, { _: own });
  };
}

const RESOURCES: Readonly<Record<string, string>> = { 'crm.lead': 'leads', 'res.users': 'users', 'crm.team': 'teams' };
