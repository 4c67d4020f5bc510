import Box from '@mui/material/Box';
import List from '@mui/material/List';
import ListSubheader from '@mui/material/ListSubheader';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Mark } from '../components/mark.tsx';
import { useNavigationItems } from './navigation-items.ts';
import { NavigationLink } from './navigation-link.tsx';

/** The navigation of screens that are wide enough for it. */
export function SideNavigation() {
  const translate = useTranslate();
  const { work, administration } = useNavigationItems();
  return (
    <Box
      component="nav"
      aria-label={translate('navigation.main')}
      sx={{
        width: { sm: 76, md: 224 },
        flexShrink: 0,
        position: 'sticky',
        top: 0,
        height: '100dvh',
        overflowY: 'auto',
        bgcolor: 'background.paper',
        borderRight: 1,
        borderColor: 'divider',
        px: 1.25,
      }}
    >
      <Stack direction="row" spacing={1.25} sx={{ alignItems: 'center', height: 64, px: { sm: 1, md: 0.75 } }}>
        <Mark size={34} />
        <Typography sx={{ fontWeight: 600, display: { sm: 'none', md: 'block' } }}>{translate('app.name')}</Typography>
      </Stack>
      <List disablePadding>
        {work.map((item) => (
          <NavigationLink key={item.name} item={item} />
        ))}
      </List>
      {administration.length > 0 && (
        <List
          disablePadding
          subheader={
            <ListSubheader
              disableSticky
              sx={{ bgcolor: 'transparent', display: { sm: 'none', md: 'block' }, px: 1.25 }}
            >
              {translate('navigation.administration')}
            </ListSubheader>
          }
          sx={{ mt: 1, pt: { sm: 1, md: 0 } }}
        >
          {administration.map((item) => (
            <NavigationLink key={item.name} item={item} />
          ))}
        </List>
      )}
    </Box>
  );
}
