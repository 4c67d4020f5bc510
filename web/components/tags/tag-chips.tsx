import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import { useGetMany } from 'react-admin';
import type { Schema } from '../../api/types.ts';
import { TAG_COLOURS } from './tag-colours.ts';

/** Tags by their names and colours. */
export function TagChips({ ids }: { ids: readonly number[] }) {
  const { data = [] } = useGetMany<Schema['Tag']>('tags', { ids: [...ids] }, { enabled: ids.length > 0 });
  if (ids.length === 0) return null;
  return (
    <Stack direction="row" sx={{ gap: 0.5, flexWrap: 'wrap' }}>
      {data.map((tag) => tag !== undefined && <TagChip key={tag.id} tag={tag} />)}
    </Stack>
  );
}

export function TagChip({ tag: { name, color } }: { tag: Pick<Schema['Tag'], 'name' | 'color'> }) {
  return (
    <Chip
      size="small"
      variant="outlined"
      label={name}
      sx={{ height: 22, borderLeft: 4, borderLeftColor: TAG_COLOURS[color] ?? TAG_COLOURS[0] }}
    />
  );
}
