import { type Person, signIn } from './web-session.ts';

/** An API key, made as a person makes it: Preferences, Account Security, New API Key, the password once more. */
export async function makeApiKey(person: Person): Promise<string> {
  const session = await signIn(person);
  const fields = await session.call('res.users.apikeys.description', 'fields_get', [], { attributes: ['type'] });
  // Keys expire since 18; a person chooses for how long.
  const duration = typeof fields === 'object' && fields !== null && 'duration' in fields ? { duration: '1' } : {};
  const description = await session.call('res.users.apikeys.description', 'create', [{ name: 'MCUBE', ...duration }]);
  let action = await session.call('res.users.apikeys.description', 'make_key', [[description]]);
  if (resModel(action) === 'res.users.identitycheck') {
    const check = [Reflect.get(Object(action), 'res_id')];
    await session.call('res.users.identitycheck', 'write', [check, { password: person.password }]);
    action = await session.call('res.users.identitycheck', 'run_check', [check], {
      context: { password: person.password },
    });
  }
  const context: unknown = Reflect.get(Object(action), 'context');
  const key: unknown = Reflect.get(Object(context), 'default_key');
  if (typeof key !== 'string') throw new Error(`Odoo made no key: ${JSON.stringify(action)}`);
  return key;
}

function resModel(action: unknown): unknown {
  return Reflect.get(Object(action), 'res_model');
}
