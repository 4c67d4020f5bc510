import type { Selectable } from 'kysely';
import type { Database } from '../db/database.ts';
import type { Tables } from '../db/tables.ts';

/** How the application looks and speaks to one user. The defaults are the columns'. */
export type UserPreferences = Pick<Selectable<Tables['res_users']>, (typeof COLUMNS)[number]>;

export async function loadPreferences({ kysely }: Database, userId: number): Promise<UserPreferences | undefined> {
  return await kysely.selectFrom('res_users').select(COLUMNS).where('id', '=', userId).executeTakeFirst();
}

const COLUMNS = ['theme', 'density', 'lang', 'popup', 'sound', 'push_missed_calls'] as const;
