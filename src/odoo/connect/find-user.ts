import { answered, type OdooAnswer } from '../transport/failure.ts';
import { readId } from '../transport/read-rows.ts';
import type { OdooTransport } from '../transport/transport.ts';

/** The number of the user with this login; undefined when we see none. */
export async function findUser(transport: OdooTransport, login: string): Promise<OdooAnswer<number | undefined>> {
  const named = { domain: [['login', '=', login]] };
  const found = await transport.call({ model: 'res.users', method: 'search', named });
  return found.kind === 'failed' ? found : answered(readId(found.value));
}
