import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { TitlePortal } from 'react-admin';
import { LiveState } from '../live/live-state.tsx';
import { AppearanceMenu } from './appearance-menu.tsx';
import { Bell } from './bell.tsx';
import { SearchBox } from './search-box.tsx';
import { UserMenu } from './user-menu.tsx';

/** The page's heading, the search, and what concerns the person rather than the page. */
export function TopBar() {
  return (
    <Stack
      component="header"
      direction="row"
      spacing={{ xs: 0.5, sm: 1.5 }}
      sx={{
        alignItems: 'center',
        minHeight: 64,
        px: { xs: 1.5, sm: 3 },
        position: 'sticky',
        top: 0,
        zIndex: 'appBar',
        bgcolor: 'background.default',
      }}
    >
      <TitlePortal
        variant="h1"
        component="h1"
        sx={{
          flex: 1,
          minWidth: 0,
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          whiteSpace: 'nowrap',
          // The box that react-admin puts around the words would be cut off instead of them.
          '&& > *': { display: 'inline' },
        }}
      />
      <SearchBox />
      <Box sx={{ display: 'flex', alignItems: 'center' }}>
        <LiveState />
        <Bell />
        <AppearanceMenu />
        <UserMenu />
      </Box>
    </Stack>
  );
}
