import SignpostIcon from '@mui/icons-material/SignpostOutlined';
import Button from '@mui/material/Button';
import { Title, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { MessagePage } from '../components/message-page.tsx';

export function NotFound() {
  const translate = useTranslate();
  return (
    <>
      <Title title="not_found.title" />
      <MessagePage icon={SignpostIcon} title={translate('not_found.title')} text={translate('not_found.text')}>
        <Button variant="contained" component={Link} to="/">
          {translate('not_found.back')}
        </Button>
      </MessagePage>
    </>
  );
}
