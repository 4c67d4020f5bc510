import Box from '@mui/material/Box';

/** A key, as it looks on a keyboard. */
export function Key({ name }: { name: string }) {
  return (
    <Box
      component="kbd"
      sx={{
        fontFamily: 'inherit',
        fontSize: '0.8125rem',
        fontWeight: 600,
        px: 0.875,
        minWidth: 26,
        textAlign: 'center',
        border: 1,
        borderBottomWidth: 2,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.default',
      }}
    >
      {name}
    </Box>
  );
}
