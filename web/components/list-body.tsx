import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import type { ReactElement, ReactNode } from 'react';
import { type RaRecord, RecordContextProvider, useListContext } from 'react-admin';
import { useIsPhone } from '../layout/use-is-phone.ts';
import { ListError } from './list-error.tsx';
import { ListSkeleton } from './list-skeleton.tsx';
import { NoMatch } from './no-match.tsx';

type Props<Row extends RaRecord> = {
  card: (record: Row) => ReactNode;
  /** What is said when there is none, unless it is that the filters let none through. */
  nothing?: ReactElement;
  children: ReactNode;
};

/** The records of a list: as cards on a phone, in the given table elsewhere. */
export function ListBody<Row extends RaRecord>({ card, nothing = <NoMatch />, children }: Props<Row>) {
  const { data = [], isPending, error } = useListContext<Row>();
  const isPhone = useIsPhone();
  if (isPending) return <ListSkeleton />;
  if (error && data.length === 0) return <ListError />;
  if (data.length === 0) return nothing;
  if (!isPhone) return children;
  return (
    <Stack component="ul" spacing={0} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {data.map((record) => (
        <Box
          component="li"
          key={record.id}
          sx={{ borderBottom: 1, borderColor: 'divider', '&:last-child': { border: 0 } }}
        >
          <RecordContextProvider value={record}>{card(record)}</RecordContextProvider>
        </Box>
      ))}
    </Stack>
  );
}
