import type { QueryClient } from '@tanstack/react-query';
import type { AuthProvider } from 'react-admin';
import { mayDo } from './access.ts';
import { statusOf } from './api-error.ts';
import { request } from './request.ts';
import { loadSession, SESSION_KEY } from './session.ts';
import type { Session } from './types.ts';

/** react-admin's way to /api/session. The cookie is out of reach of scripts; who is signed in is asked. */
export function createAuthProvider(queryClient: QueryClient): AuthProvider {
  return {
    async login({ login, password }: { login: string; password: string }) {
      queryClient.setQueryData(
        SESSION_KEY,
        await request<Session>('POST', '/api/session', { body: { login, password } }),
      );
    },

    async logout() {
      // Also when the session is over already, or nobody answers: the screen must not stay.
      await request('DELETE', '/api/session').catch(() => undefined);
      queryClient.removeQueries({ queryKey: SESSION_KEY });
    },

    async checkAuth() {
      await loadSession(queryClient).catch((error: unknown) => {
        // To whom nobody answers is not signed out: what is on the screen stays, and says that the connection is lost.
        if (statusOf(error) === 401) throw Object.assign(new Error('errors.signed_out'), { message: false });
        throw error;
      });
    },

    async checkError(error: unknown) {
      if (statusOf(error) === 401) throw new Error('errors.signed_out');
    },

    async getIdentity() {
      const { user } = await loadSession(queryClient);
      return { id: user.id, fullName: user.name };
    },

    async getPermissions() {
      return (await loadSession(queryClient)).access;
    },

    async canAccess({ resource, action }) {
      return mayDo(await loadSession(queryClient), resource, action);
    },
  };
}
