import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { sayingOf } from '../../api/api-error.ts';
import { request } from '../../api/request.ts';
import type { Answer } from '../../api/types.ts';

export type OdooState = Answer<'/api/odoo'>;
export type OdooConnection = NonNullable<OdooState['connection']>;

/** Deliveries move with every call, and live events do not tell of them. */
export const LOOK_AGAIN_MS = 5_000;

export function useOdoo() {
  return useQuery({
    queryKey: ['odoo'],
    queryFn: ({ signal }) => request<OdooState>('GET', '/api/odoo', { signal }),
    refetchInterval: LOOK_AGAIN_MS,
  });
}

/** Does something about the connection; says what was done or why not. Tells whether it worked. */
export function useOdooDeed() {
  const notify = useNotify();
  const queryClient = useQueryClient();
  return async (work: () => Promise<unknown>, said: string): Promise<boolean> => {
    try {
      await work();
      notify(said, { type: 'success' });
      return true;
    } catch (error) {
      notify(sayingOf(error), { type: 'error', autoHideDuration: 10_000 });
      return false;
    } finally {
      await queryClient.invalidateQueries({ queryKey: ['odoo'] });
    }
  };
}
