import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply } from 'fastify';
import type { Settings } from '../kernel/settings.ts';

export const SESSION_COOKIE = 'mcube_session';

/** Out of reach of scripts, and not sent along with requests that other sites make. */
export function setSessionCookie(reply: FastifyReply, secret: string, settings: Settings): void {
  reply.setCookie(SESSION_COOKIE, secret, { ...cookieOptions(settings), maxAge: settings.sessionHours * 3600 });
}

export function clearSessionCookie(reply: FastifyReply, settings: Settings): void {
  reply.clearCookie(SESSION_COOKIE, cookieOptions(settings));
}

function cookieOptions(settings: Settings): CookieSerializeOptions {
  const secure = settings.publicUrl?.startsWith('https:') ?? false;
  return { path: '/', httpOnly: true, sameSite: 'lax', secure };
}
