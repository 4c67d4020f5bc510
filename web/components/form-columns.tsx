import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** The two columns of a form, the wider one first; on a phone one below the other. */
export function FormColumns({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 3fr) minmax(0, 2fr)' },
      }}
    >
      {children}
    </Box>
  );
}
