import { Type } from 'typebox';
import { RequestError } from '../../kernel/errors.ts';
import { say } from '../../kernel/sentences.ts';
import { changePositions } from '../../models/change-log.ts';
import { endSession } from '../../models/session.ts';
import { loadUsers } from '../../models/user-list.ts';
import { loadPreferences } from '../../models/user-preferences.ts';
import { RIGHTS, rightsOf } from '../../security/access.ts';
import { effectiveGroups } from '../../security/viewer.ts';
import { signIn } from '../../services/sign-in.ts';
import type { SignInLimits } from '../../services/sign-in-limits.ts';
import { viewerOf } from '../access-line.ts';
import type { App, ServerParts } from '../parts.ts';
import { Groups, presentUser, User } from '../presenters/user.ts';
import { UserPreferences } from '../presenters/user-preferences.ts';
import { refuseCrossOrigin } from '../same-origin.ts';
import { component, ref, words } from '../schemas.ts';
import { clearSessionCookie, setSessionCookie } from '../session-cookie.ts';

/** Sign in, who am I, sign out. */
export function session(app: App, parts: ServerParts & { limits: SignInLimits }): void {
  const { settings } = parts;
  app.addSchema(UserPreferences);
  app.addSchema(SessionAnswer);
  const answers = { tags: ['session'], response: { 200: ref(SessionAnswer) } };

  app.post(
    '/api/session',
    { config: { access: 'open' }, schema: { ...answers, body: Login } },
    async (request, reply) => {
      refuseCrossOrigin(request, settings.publicUrl);
      const { login, password } = request.body;
      const result = await signIn(parts, login, password, request.ip);
      if (result.kind === 'slowed')
        throw new RequestError('too_many_requests', say('too_many_attempts'), result.retryAfter);
      if (result.kind === 'refused') throw new RequestError('unauthenticated', say('wrong_login'));
      setSessionCookie(reply, result.secret, settings);
      return await describe(parts, result.user_id);
    },
  );

  app.get('/api/session', { config: { access: 'signed-in' }, schema: answers }, (request) =>
    describe(parts, viewerOf(request).user_id),
  );

  const ended = { tags: ['session'], response: { 204: Type.Null({ description: 'Signed out.' }) } };
  app.delete('/api/session', { config: { access: 'signed-in' }, schema: ended }, async (request, reply) => {
    const { credential } = viewerOf(request);
    if (credential.kind !== 'session') throw new RequestError('invalid_input', say('key_is_revoked'));
    await endSession(parts.database, credential.token_hash);
    clearSessionCookie(reply, settings);
    return reply.code(204).send(null);
  });
}

const Login = Type.Object(
  { login: Type.String({ minLength: 1, maxLength: 250 }), password: Type.String({ minLength: 1, maxLength: 256 }) },
  { additionalProperties: false },
);

const SessionAnswer = component('Session', {
  user: ref(User),
  groups: Groups,
  access: Type.Record(Type.String(), Type.Array(words(RIGHTS)), { description: 'The rights on each model.' }),
  preferences: ref(UserPreferences),
  last_event_id: Type.String({
    description:
      'For /api/events: from here on it tells of everything that may be newer than what is loaded after this answer.',
  }),
  settings: Type.Object({
    time_zone: Type.String({ description: 'The zone in which days begin and times are shown.' }),
    default_region: Type.String({ description: 'Country of numbers written without a country code.' }),
    callback_target_minutes: Type.Integer({
      description: 'Working minutes in which a missed call is to be called back.',
    }),
  }),
});

async function describe({ database, settings }: Pick<ServerParts, 'database' | 'settings'>, userId: number) {
  // Before anything is read: what changes from now on is told.
  const { settled } = await changePositions(database);
  const [[user], preferences] = await Promise.all([loadUsers(database, [userId]), loadPreferences(database, userId)]);
  if (user === undefined || preferences === undefined) throw new RequestError('unauthenticated', say('no_such_user'));
  const groups = effectiveGroups(user.groups);
  return {
    user: presentUser(user),
    groups: [...groups],
    access: rightsOf(groups),
    preferences,
    last_event_id: String(settled),
    settings: {
      time_zone: settings.timeZone,
      default_region: settings.defaultRegion,
      callback_target_minutes: settings.callbackTargetMinutes,
    },
  };
}
