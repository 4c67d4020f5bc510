import type { Database } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Settings } from '../kernel/settings.ts';
import { findApiKey } from '../models/api-key.ts';
import { extendSession, findSession, hoursAfter } from '../models/session.ts';
import type { Viewer } from '../security/viewer.ts';

export type Credentials = { apiKey: string } | { sessionSecret: string };

/** The viewer, and whether their session has just been given a new end. */
export type Identified = { viewer: Viewer; extended: boolean };

type Parts = { database: Database; settings: Settings; clock: Clock };

/** Who is behind an API key or a session; using a session moves its end. */
export async function identifyViewer(parts: Parts, credentials: Credentials): Promise<Identified | undefined> {
  const { database, settings, clock } = parts;
  const viewer = await readViewer(parts, credentials);
  if (viewer?.credential.kind !== 'session') return viewer && { viewer, extended: false };
  const { token_hash, expires_at } = viewer.credential;
  // Written when a twentieth of the time has gone, not at every request.
  const extended = hoursAfter(expires_at, settings.sessionHours / 20) < hoursAfter(clock.now(), settings.sessionHours);
  if (extended) await extendSession(database, token_hash, clock.now(), settings.sessionHours);
  return { viewer, extended };
}

/** The same without moving the end: for a connection that stays open by itself, which is no use of the session. */
export async function readViewer({ database, clock }: Parts, credentials: Credentials): Promise<Viewer | undefined> {
  if ('apiKey' in credentials) {
    const key = await findApiKey(database, credentials.apiKey, clock.now());
    if (key === undefined) return undefined;
    const { id, user_id, groups, expiration_date } = key;
    return { user_id, groups, credential: { kind: 'api_key', id, expiration_date } };
  }
  const session = await findSession(database, credentials.sessionSecret, clock.now());
  if (session === undefined) return undefined;
  const { user_id, groups, token_hash, expires_at } = session;
  return { user_id, groups, credential: { kind: 'session', token_hash, expires_at } };
}
