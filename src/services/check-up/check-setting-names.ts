import { SETTINGS } from '../../kernel/settings.ts';
import { type Finding, ok, warning } from './finding.ts';

/** Whether everything that looks like a setting is one: what is misspelled has no effect, and nobody else would say so. */
export function checkSettingNames(environment: Readonly<Record<string, string | undefined>>): Finding {
  const strange = Object.keys(environment).filter((name) => name.startsWith('MCUBE_') && !KNOWN.has(name));
  if (strange.length === 0) return ok('settings', 'All can be read.');
  return warning(
    'settings',
    `Nothing reads ${strange.sort().join(', ')}.`,
    'Correct the name in the environment or in .env (docs/settings.md), or take it away.',
  );
}

/** The last two are read by commands. */
const KNOWN: ReadonlySet<string> = new Set([
  ...Object.values(SETTINGS).map(({ variable }) => variable),
  ...['MCUBE_API_KEY', 'MCUBE_ODOO_API_KEY'],
]);
