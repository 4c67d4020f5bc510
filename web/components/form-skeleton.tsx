import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import { useTranslate } from 'react-admin';
import { FormColumns } from './form-columns.tsx';

/** Where a form is about to be. */
export function FormSkeleton() {
  const translate = useTranslate();
  return (
    <Stack spacing={2} sx={{ maxWidth: 1280, mx: 'auto' }} role="status" aria-label={translate('ra.page.loading')}>
      <Skeleton variant="rounded" height={32} />
      <FormColumns>
        <Stack spacing={2}>
          <Skeleton variant="rounded" height={160} />
          <Skeleton variant="rounded" height={240} />
        </Stack>
        <Skeleton variant="rounded" height={200} />
      </FormColumns>
    </Stack>
  );
}
