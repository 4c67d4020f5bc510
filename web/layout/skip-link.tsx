import Link from '@mui/material/Link';
import { useTranslate } from 'react-admin';

/** The first thing that Tab reaches: past the navigation. */
export function SkipLink() {
  const translate = useTranslate();
  return (
    <Link
      href="#main-content"
      sx={{
        position: 'fixed',
        top: -100,
        left: 8,
        zIndex: 'tooltip',
        p: 1.5,
        bgcolor: 'background.paper',
        '&:focus': { top: 8 },
      }}
    >
      {translate('app.skip_to_content')}
    </Link>
  );
}
