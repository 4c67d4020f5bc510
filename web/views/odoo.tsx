import Stack from '@mui/material/Stack';
import { Title, useTranslate } from 'react-admin';
import { CrashPage } from '../components/crash-page.tsx';
import { FullPageProgress } from '../components/full-page-progress.tsx';
import { Balance } from './odoo/balance.tsx';
import { ConnectForm } from './odoo/connect-form.tsx';
import { Connection } from './odoo/connection.tsx';
import { Queue } from './odoo/queue.tsx';
import { useOdoo } from './odoo/use-odoo.ts';

/** Whether Odoo has what is here: the connection, what waits, what failed, and the balance of each day. */
export default function Odoo() {
  const translate = useTranslate();
  const { data, error, refetch } = useOdoo();
  if (error !== null && data === undefined)
    return <CrashPage error={error} resetErrorBoundary={() => void refetch()} />;
  if (data === undefined) return <FullPageProgress />;
  const { connection } = data;
  return (
    <Stack spacing={2} sx={{ maxWidth: 960 }}>
      <Title title={translate('pages.odoo')} />
      {connection === null ? (
        <ConnectForm />
      ) : (
        <>
          <Connection connection={connection} />
          <Queue {...data} />
          <Balance />
        </>
      )}
    </Stack>
  );
}
