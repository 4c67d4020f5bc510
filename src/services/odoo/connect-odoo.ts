import type { Database } from '../../db/database.ts';
import type { OdooAbout } from '../../db/odoo-tables.ts';
import type { Clock } from '../../kernel/clock.ts';
import { RequestError } from '../../kernel/errors.ts';
import { say } from '../../kernel/sentences.ts';
import {
  findOdooConnection,
  noteOdooAbout,
  type OdooConnection,
  saveOdooConnection,
} from '../../models/odoo-connection.ts';
import { findLackingRights, isIn } from '../../odoo/connect/find-lacking-rights.ts';
import { inspectOdoo } from '../../odoo/connect/inspect.ts';
import type { OdooAnswer } from '../../odoo/transport/failure.ts';
import { openTransport } from '../../odoo/transport/open-transport.ts';
import type { OdooAddress } from '../../odoo/transport/transport.ts';
import type { ServiceKey } from '../../security/service-key.ts';
import { ODOO_CHANNEL, tellOfEvents } from '../inbox-signal.ts';
import { WELL } from './odoo-health.ts';
import { openOdooKey, sealOdooKey } from './odoo-key.ts';

type Parts = { database: Database; serviceKey: ServiceKey; clock: Clock };

/** Connects with an Odoo, or gives the connection another login or key. What does not work is refused, and nothing is kept. */
export async function connectOdoo({ database, serviceKey, clock }: Parts, given: OdooAddress): Promise<OdooAbout> {
  const address = { ...given, url: given.url.replace(/\/+$/, '') };
  const known = await findOdooConnection(database);
  if (known !== undefined && (known.url !== address.url || known.db !== address.db))
    throw new RequestError('conflict', say('connected_with_another', { url: known.url, db: known.db }));
  const about = await examine(address);
  const key_sealed = sealOdooKey(serviceKey, address.key);
  const { url, db, login } = address;
  await database.kysely
    .transaction()
    .execute((tx) => saveOdooConnection(tx, { url, db, login, key_sealed, about }, clock.now()));
  // Whoever connects watches what comes of it.
  tellOfEvents(database, ODOO_CHANNEL)();
  return about;
}

/** Looks again at the Odoo that the service is connected with: after somebody changed rights there, or installed our module. */
export async function checkOdoo({ database, serviceKey, clock }: Parts): Promise<OdooConnection> {
  const connection = await requireConnection(database);
  const { url, db, login } = connection;
  const key = openOdooKey(serviceKey, connection);
  if (key === undefined) throw new RequestError('conflict', say('odoo_key_unreadable'));
  const about = await examine({ url, db, login, key });
  const health = { ...WELL, last_answer_date: clock.now() };
  await database.kysely.transaction().execute((tx) => noteOdooAbout(tx, about, health));
  return await requireConnection(database);
}

export async function requireConnection(database: Database): Promise<OdooConnection> {
  const connection = await findOdooConnection(database);
  if (connection === undefined) throw new RequestError('not_found', say('not_connected'));
  return connection;
}

async function examine(address: OdooAddress): Promise<OdooAbout> {
  const { transport, version } = unlessFailed(await openTransport(address));
  const about = unlessFailed(await inspectOdoo(transport, version));
  if (version.major < OLDEST)
    throw new RequestError('conflict', say('odoo_too_old', { series: version.series, oldest: OLDEST }));
  if (!about.crm) throw new RequestError('conflict', say('no_crm_or_hidden'));
  const lacking = unlessFailed(await findLackingRights(transport, version, address.login, about.callRecords));
  if (lacking.length > 0)
    throw new RequestError(
      'access_denied',
      say('rights_lacking', { login: address.login, rights: lacking.join(', ') }),
    );
  const servesOnly = await isIn(SERVES, transport, version, address.login);
  return { ...about, ...(servesOnly === true && { servesOnly }) };
}

/** Its group, that of our module. */
const SERVES = 'mcube_integration.group_mcube_service';

const OLDEST = 14;

function unlessFailed<Value>(answer: OdooAnswer<Value>): Value {
  if (answer.kind === 'answered') return answer.value;
  throw new RequestError('conflict', `${answer.failure.message} ${answer.failure.fix}`);
}
