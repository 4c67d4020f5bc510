import LockIcon from '@mui/icons-material/LockOutlined';
import { Title, useTranslate } from 'react-admin';
import { MessagePage } from './message-page.tsx';

export function AccessDenied() {
  const translate = useTranslate();
  return (
    <>
      <Title title="ra.page.access_denied" />
      <MessagePage
        icon={LockIcon}
        title={translate('ra.page.access_denied')}
        text={translate('errors.access_denied')}
      />
    </>
  );
}
