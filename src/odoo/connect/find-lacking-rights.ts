import { CALL_RECORD } from '../module/module-files.ts';
import { answered, type OdooAnswer } from '../transport/failure.ts';
import type { ServerVersion } from '../transport/server-version.ts';
import type { OdooTransport } from '../transport/transport.ts';
import { findUser } from './find-user.ts';

/** What the sync has to do, and this user may not; in words, empty when nothing is missing. */
export async function findLackingRights(
  transport: OdooTransport,
  version: ServerVersion,
  login: string,
  callRecords: boolean,
): Promise<OdooAnswer<string[]>> {
  const lacking: string[] = [];
  for (const [model, operations] of NEEDED) {
    if (model === CALL_RECORD && !callRecords) continue;
    for (const operation of operations) {
      const may = await mayDo(transport, version, model, operation);
      if (may.kind === 'failed') return may;
      if (!may.value) lacking.push(`${operation} ${WORDS[model]}`);
    }
  }
  // Who sees only some leads would have the others made a second time.
  if (lacking.length === 0 && (await isIn(SEES_ALL, transport, version, login)) === false)
    lacking.push('read the leads of others');
  return answered(lacking);
}

const NEEDED = [
  ['crm.lead', ['read', 'write', 'create']],
  ['res.partner', ['read']],
  [CALL_RECORD, ['read', 'write', 'create', 'unlink']],
] as const;

const WORDS = { 'crm.lead': 'leads', 'res.partner': 'contacts', [CALL_RECORD]: 'call records' } as const;

/** Whether the user has a right on a model at all; on which of its records is another matter. */
export async function mayDo(
  transport: OdooTransport,
  { major }: ServerVersion,
  model: string,
  operation: string,
): Promise<OdooAnswer<boolean>> {
  const answer = await transport.call(
    major >= FIRST_HAS_ACCESS
      ? { model, method: 'has_access', ids: [], named: { operation } }
      : { model, method: 'check_access_rights', named: { operation, raise_exception: false } },
  );
  return answer.kind === 'failed' ? answer : answered(answer.value === true);
}

const FIRST_HAS_ACCESS = 18;

/** Whether a user is in a group; undefined when it cannot be told. */
export async function isIn(
  group: string,
  transport: OdooTransport,
  { major }: ServerVersion,
  login: string,
): Promise<boolean | undefined> {
  const user = await findUser(transport, login);
  if (user.kind === 'failed' || user.value === undefined) return undefined;
  const question = { model: 'res.users', method: 'has_group', named: { group_ext_id: group } };
  // Asked of a user since 18, of nobody in particular before.
  const answer = await transport.call(major >= FIRST_HAS_ACCESS ? { ...question, ids: [user.value] } : question);
  return answer.kind === 'answered' ? answer.value === true : undefined;
}

const SEES_ALL = 'sales_team.group_sale_salesman_all_leads';
