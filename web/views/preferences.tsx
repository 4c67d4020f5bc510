import Stack from '@mui/material/Stack';
import { Title, useTranslate } from 'react-admin';
import { AboutMe } from './preferences/about-me.tsx';
import { Appearance } from './preferences/appearance.tsx';
import { NewPassword } from './preferences/new-password.tsx';
import { Notifications } from './preferences/notifications.tsx';

/** What everybody says about themselves, and how they want the application. */
export default function Preferences() {
  const translate = useTranslate();
  return (
    <Stack spacing={2} sx={{ maxWidth: 640 }}>
      <Title title={translate('pages.preferences')} />
      <AboutMe />
      <Notifications />
      <Appearance />
      <NewPassword />
    </Stack>
  );
}
