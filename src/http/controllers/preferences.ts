import { Type } from 'typebox';
import { RequestError } from '../../kernel/errors.ts';
import { say } from '../../kernel/sentences.ts';
import { loadUsers } from '../../models/user-list.ts';
import { changePreferences } from '../../services/change-preferences.ts';
import type { SignInLimits } from '../../services/sign-in-limits.ts';
import { viewerOf } from '../access-line.ts';
import type { App, ServerParts } from '../parts.ts';
import { presentUser, User } from '../presenters/user.ts';
import { PREFERENCE_FIELDS } from '../presenters/user-preferences.ts';
import { changes, Name, nullable, Password, ref, Text } from '../schemas.ts';
import { setSessionCookie } from '../session-cookie.ts';

/** What everybody may change about themselves. */
export function preferences(app: App, parts: ServerParts & { limits: SignInLimits }): void {
  const schema = { tags: ['session'], body: Preferences, response: { 200: ref(User) } };
  app.patch('/api/preferences', { config: { access: 'signed-in' }, schema }, async (request, reply) => {
    const viewer = viewerOf(request);
    const secret = await changePreferences(parts, viewer, request.body, request.ip);
    if (secret !== undefined) setSessionCookie(reply, secret, parts.settings);
    const [user] = await loadUsers(parts.database, [viewer.user_id]);
    if (user === undefined) throw new RequestError('not_found', say('no_such_user'));
    return presentUser(user);
  });
}

const Preferences = changes({
  name: Name,
  phone: nullable(Text(100)),
  email: nullable(Text(250)),
  mcube_virtual_number: nullable(Text(100)),
  ...PREFERENCE_FIELDS,
  password: Password,
  current_password: Type.String({ maxLength: 256 }),
});
