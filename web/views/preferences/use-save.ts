import { useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { sayingOf } from '../../api/api-error.ts';
import { request } from '../../api/request.ts';
import { SESSION_KEY } from '../../api/session.ts';

/** Keeps something about oneself; tells whether that worked. */
export function useSave(): (changes: Record<string, unknown>) => Promise<boolean> {
  const notify = useNotify();
  const queryClient = useQueryClient();
  return async (changes) => {
    try {
      await request('PATCH', '/api/preferences', { body: changes });
      await queryClient.invalidateQueries({ queryKey: SESSION_KEY });
      notify('preferences.saved', { type: 'success' });
      return true;
    } catch (error) {
      notify(sayingOf(error), { type: 'error' });
      return false;
    }
  };
}
