import { useQuery } from '@tanstack/react-query';
import { type SortPayload, useCreatePath, useGetOne, useStore } from 'react-admin';
import { filtersOf } from '../../api/data-provider.ts';
import { listQuery } from '../../api/list-query.ts';
import { type Query, request } from '../../api/request.ts';
import type { Answer } from '../../api/types.ts';

type Neighbours = Answer<'/api/call-records/{id}/neighbours'>;

/** Where the records before and after one are, in the list as one left it; undefined at its ends, and until it is known. */
export function useNeighbours(resource: 'call-records' | 'leads', id: number, usual: SortPayload) {
  const createPath = useCreatePath();
  const [{ filter, sort, order }] = useListAsLeft(resource);
  const sorted = sort !== undefined && order !== undefined ? { field: sort, order } : usual;
  const { data } = useQuery({
    queryKey: [resource, 'neighbours', id, filter, sorted],
    queryFn: async ({ signal }) => {
      const { page: _, limit: __, ...query } = listQuery({ sort: sorted, filter: await filtersOf(resource, filter) });
      return await request<Neighbours>('GET', `/api/${resource}/${id}/neighbours`, { query, signal });
    },
  });
  const { previous = null, next = null } = data ?? {};
  // The next one is loaded before it is asked for: whoever reads one after the other waits for none.
  useGetOne(resource, { id: next ?? 0 }, { enabled: next !== null });
  const pathTo = (to: number | null) => (to === null ? undefined : createPath({ resource, type: 'show', id: to }));
  return { previous: pathTo(previous), next: pathTo(next) };
}

type ListAsLeft = { filter?: Query; sort?: string; order?: SortPayload['order'] };

/** What react-admin's lists remember of themselves. */
function useListAsLeft(resource: string) {
  return useStore<ListAsLeft>(`${resource}.listParams`, NEVER_SEEN);
}

const NEVER_SEEN: ListAsLeft = {};
