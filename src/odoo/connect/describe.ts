import { say } from '../../kernel/sentences.ts';
import type { OdooAbout } from './inspect.ts';

/** What was found in an Odoo, a sentence each. */
export function describeOdoo(about: OdooAbout): string[] {
  const { version, crm, importer, mobile, numbers } = about;
  return [
    say(crm ? 'is_odoo_with_crm' : 'is_odoo_without_crm', { series: version.series }),
    describeModule(about),
    describeKey(about),
    IMPORTER[importer],
    mobile ? say('two_numbers') : say('one_number'),
    NUMBERS[numbers],
  ];
}

function describeKey({ administrator, servesOnly }: OdooAbout): string {
  if (administrator) return say('key_of_administrator');
  return servesOnly === true ? say('key_of_service') : say('key_of_somebody');
}

function describeModule({ module, callRecords }: OdooAbout): string {
  if (module !== undefined) return say('module_of_version', { version: module });
  // Only administrators see the list of modules.
  if (callRecords) return say('module_is_there');
  return say('module_is_not_there');
}

const IMPORTER = {
  installed: say('importer_installed'),
  available: say('importer_available'),
  absent: say('importer_absent'),
} as const;

const NUMBERS = {
  understood: say('numbers_understood'),
  copied: say('numbers_copied'),
  unknown: say('numbers_unknown'),
} as const;
