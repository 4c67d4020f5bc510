import AddIcon from '@mui/icons-material/Add';
import KeyIcon from '@mui/icons-material/KeyOutlined';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { DataTable, DeleteWithConfirmButton, TopToolbar, useTranslate } from 'react-admin';
import type { ApiKey } from '../api/types.ts';
import { ListPage } from '../components/list-page.tsx';
import { MessagePage } from '../components/message-page.tsx';
import { Moment } from '../components/moment.tsx';
import { NewKeyDialog } from './api-key/new-key-dialog.tsx';

const Column = DataTable.Col<ApiKey>;

/** Keys with which scripts and other systems act as their user. */
export default function ApiKeyList() {
  const translate = useTranslate();
  const [making, setMaking] = useState(false);
  const add = (
    <Button variant="contained" size="small" startIcon={<AddIcon />} onClick={() => setMaking(true)}>
      {translate('api_keys.add')}
    </Button>
  );
  return (
    <>
      <ListPage<ApiKey>
        sort={{ field: 'create_date', order: 'DESC' }}
        actions={<TopToolbar>{add}</TopToolbar>}
        card={(key) => <ApiKeyCard apiKey={key} />}
        empty={
          <MessagePage icon={KeyIcon} title={translate('api_keys.empty')} text={translate('api_keys.empty_hint')}>
            {add}
          </MessagePage>
        }
      >
        <DataTable rowClick={false} bulkActionButtons={false}>
          <Column source="name" />
          <Column source="login" disableSort />
          <Column source="create_date" render={({ create_date }) => <Moment value={create_date} />} />
          <Column source="expiration_date" render={(key) => <Expiration apiKey={key} />} />
          <Column label="ra.message.details" render={({ name }) => <Revoke name={name} />} />
        </DataTable>
      </ListPage>
      {making && <NewKeyDialog onClose={() => setMaking(false)} />}
    </>
  );
}

function ApiKeyCard({ apiKey }: { apiKey: ApiKey }) {
  return (
    <Stack direction="row" spacing={1.5} sx={{ p: 1.5, alignItems: 'center' }}>
      <Stack sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="body2" sx={{ fontWeight: 600 }} noWrap>
          {apiKey.name}
        </Typography>
        <Typography variant="body2" color="textSecondary" noWrap>
          {apiKey.login} · <Expiration apiKey={apiKey} />
        </Typography>
      </Stack>
      <Revoke name={apiKey.name} />
    </Stack>
  );
}

function Expiration({ apiKey: { expiration_date } }: { apiKey: ApiKey }) {
  const translate = useTranslate();
  return expiration_date === null ? translate('api_keys.never') : <Moment value={expiration_date} />;
}

function Revoke({ name }: { name: string }) {
  const translate = useTranslate();
  return (
    <DeleteWithConfirmButton
      label="api_keys.revoke"
      redirect={false}
      confirmTitle={translate('api_keys.revoke_title', { name })}
      confirmContent="api_keys.revoke_text"
    />
  );
}
