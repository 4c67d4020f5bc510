import type { OdooAbout } from './inspect.ts';

/** What was found in an Odoo, a sentence each. */
export function describeOdoo(about: OdooAbout): string[] {
  const { version, crm, importer, mobile, numbers } = about;
  return [
    `This is Odoo ${version.series}${crm ? ', with CRM.' : '. CRM is not installed, or this user may not see it.'}`,
    describeModule(about),
    describeKey(about),
    IMPORTER[importer],
    mobile ? 'Leads have a phone and a mobile number.' : 'Leads have one phone number.',
    NUMBERS[numbers],
  ];
}

function describeKey({ administrator, servesOnly }: OdooAbout): string {
  if (administrator) return 'The key belongs to an administrator, who may install modules.';
  const whose =
    servesOnly === true ? 'a user who is there for this service alone' : 'somebody who may not install modules';
  return `The key belongs to ${whose}: enough for the sync, not for the installation.`;
}

function describeModule({ module, callRecords }: OdooAbout): string {
  if (module !== undefined) return `Our module is installed, version ${module}.`;
  // Only administrators see the list of modules.
  if (callRecords) return 'Our module is installed.';
  return 'Our module is not installed, so calls wait here until it is; leads are kept in step all the same.';
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
