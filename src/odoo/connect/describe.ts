import type { OdooAbout } from './inspect.ts';

/** What was found in an Odoo, a sentence each. */
export function describeOdoo({ version, crm, module, administrator, importer, mobile, numbers }: OdooAbout): string[] {
  return [
    `This is Odoo ${version.series}${crm ? ', with CRM.' : '. CRM is not installed, or this user may not see it.'}`,
    module === undefined ? 'Our module is not installed.' : `Our module is installed, version ${module}.`,
    administrator
      ? 'The key belongs to an administrator, who may install modules.'
      : 'The key belongs to somebody who may not install modules: enough for the sync, not for the installation.',
    IMPORTER[importer],
    mobile ? 'Leads have a phone and a mobile number.' : 'Leads have one phone number.',
    NUMBERS[numbers],
  ];
}

const IMPORTER = {
  installed: 'Odoo takes modules in over its interface.',
  available: 'Odoo can take modules in over its interface once its module "Base import module" is installed.',
  absent: 'Odoo does not offer to take modules in over its interface to this user.',
} as const;

const NUMBERS = {
  understood: 'Odoo understands phone numbers, whatever their spelling.',
  copied:
    'Odoo keeps phone numbers as they were typed: its server lacks the Python library phonenumbers, or its company has no country.',
  unknown: 'No lead has a phone number yet, so it cannot be told whether Odoo understands them.',
} as const;
