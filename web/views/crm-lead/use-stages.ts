import { useGetList } from 'react-admin';
import type { Stage } from '../../api/types.ts';

/** The stages in their order. */
export function useStages(): Stage[] {
  const { data = [] } = useGetList<Stage>('stages', {
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'sequence', order: 'ASC' },
  });
  return data;
}
