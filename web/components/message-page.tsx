import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import Typography from '@mui/material/Typography';
import type { ComponentType, ReactNode } from 'react';

type Props = {
  icon: ComponentType<SvgIconProps>;
  title: string;
  text?: string | undefined;
  isWholePage?: boolean;
  children?: ReactNode;
};

/** In place of what cannot be shown: an icon, what is so, and what to do about it. */
export function MessagePage({ icon: Icon, title, text, isWholePage = false, children }: Props) {
  return (
    <Stack spacing={1.5} sx={{ alignItems: 'center', justifyContent: 'center', textAlign: 'center', py: 10, px: 2 }}>
      <Box
        sx={{
          display: 'grid',
          placeItems: 'center',
          width: 64,
          height: 64,
          borderRadius: '50%',
          bgcolor: 'action.selected',
        }}
      >
        <Icon sx={{ fontSize: 30, color: 'primary.main' }} aria-hidden />
      </Box>
      <Typography variant="h2" component={isWholePage ? 'h1' : 'p'}>
        {title}
      </Typography>
      {text !== undefined && (
        <Typography color="textSecondary" sx={{ maxWidth: '46ch' }}>
          {text}
        </Typography>
      )}
      {children}
    </Stack>
  );
}
