import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import { useTranslate } from 'react-admin';

const ROWS = Array.from({ length: 10 }, (_, row) => row);

/** Where rows are about to be. */
export function ListSkeleton() {
  const translate = useTranslate();
  return (
    <Stack spacing={1.5} sx={{ p: 2 }} role="status" aria-label={translate('ra.page.loading')}>
      {ROWS.map((row) => (
        <Stack key={row} direction="row" spacing={2} sx={{ alignItems: 'center' }}>
          <Skeleton variant="rounded" width={64} height={20} />
          <Skeleton variant="rounded" height={20} sx={{ flex: 1 }} />
          <Skeleton variant="rounded" width={96} height={20} />
        </Stack>
      ))}
    </Stack>
  );
}

/** Where the buttons of a list are about to be, as high as they are. */
export function ToolbarSkeleton() {
  return <Box sx={{ height: { xs: 56, sm: 48 } }} />;
}

/** Where the filters that one press sets are about to be. */
export function QuickFiltersSkeleton() {
  return <Box sx={{ height: 44 }} />;
}
