import pg from 'pg';
import { say } from '../kernel/sentences.ts';

/** What an error of the database says about a request: try later, or what the person should change. */
export type DatabaseFailure =
  | { kind: 'unreachable' }
  | { kind: 'busy'; message: string }
  | { kind: 'taken'; message: string }
  | { kind: 'refused'; message: string };

/** Undefined: no failure that a request can meet, so a bug. */
export function databaseFailure(error: unknown): DatabaseFailure | undefined {
  if (!(error instanceof Error)) return undefined;
  if (!(error instanceof pg.DatabaseError)) return isConnectionError(error) ? { kind: 'unreachable' } : undefined;
  const { code = '', constraint = '', detail = '' } = error;
  if (UNREACHABLE.test(code)) return { kind: 'unreachable' };
  if (code === LOCK_NOT_AVAILABLE) return { kind: 'busy', message: say('being_changed') };
  if (code === '23505') return { kind: 'taken', message: TAKEN[constraint] ?? say('one_like_this') };
  const [, column, value] = /Key \((\w+)\)=\((.*?)\) is not present/.exec(detail) ?? [];
  if (code === '23503' && column !== undefined)
    return { kind: 'refused', message: say('does_not_exist', { field: column, id: value }) };
  if (code === '22003') return { kind: 'refused', message: say('number_too_large') };
  if (code === '22021') return { kind: 'refused', message: say('nul_in_text') };
  return undefined;
}

const LOCK_NOT_AVAILABLE = '55P03';

const TAKEN: Readonly<Record<string, string>> = {
  res_users_login: say('login_taken'),
  crm_team_name: say('team_name_taken'),
  crm_tag_name: say('tag_name_taken'),
};

/** Connection lost or refused, shutting down or starting up, out of connections, disk or memory, read-only, deadlock. */
const UNREACHABLE = /^(08...|57P0[1-4]|53...|25006|40001|40P01|57014)$/;

function isConnectionError(error: Error): boolean {
  const code = 'code' in error ? String(error.code) : '';
  return (
    CONNECTION_CODES.has(code) ||
    /^(Connection terminated|timeout exceeded when trying|Client has encountered a connection)/.test(error.message)
  );
}

const CONNECTION_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
]);
