import SelectIcon from '@mui/icons-material/ChecklistOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Stack from '@mui/material/Stack';
import { type ReactElement, type ReactNode, useId, useState } from 'react';
import { BulkActionsToolbar, type RaRecord, RecordContextProvider, useListContext, useTranslate } from 'react-admin';

type Props<Row extends RaRecord> = { card: (record: Row) => ReactNode; bulkActions: ReactElement | false };

/** The records of a list on a phone. Boxes to select them by take room: they are there when they are asked for. */
export function CardList<Row extends RaRecord>({ card, bulkActions }: Props<Row>) {
  const translate = useTranslate();
  const id = useId();
  const { data = [], selectedIds, onToggleItem } = useListContext<Row>();
  const [isAsked, setAsked] = useState(false);
  const isSelecting = isAsked || selectedIds.length > 0;
  return (
    <>
      {bulkActions !== false && selectedIds.length === 0 && (
        <Button startIcon={<SelectIcon />} aria-pressed={isAsked} onClick={() => setAsked(!isAsked)} sx={{ mx: 1 }}>
          {translate(isAsked ? 'list.select_none' : 'list.select')}
        </Button>
      )}
      {bulkActions !== false && selectedIds.length > 0 && (
        <Box sx={TOOLBAR}>
          <BulkActionsToolbar>{bulkActions}</BulkActionsToolbar>
        </Box>
      )}
      <Stack component="ul" spacing={0} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data.map((record) => (
          <Stack
            component="li"
            direction="row"
            key={record.id}
            sx={{ borderBottom: 1, borderColor: 'divider', '&:last-child': { border: 0 } }}
          >
            {bulkActions !== false && isSelecting && (
              <Checkbox
                checked={selectedIds.includes(record.id)}
                onChange={() => onToggleItem(record.id)}
                sx={{ alignSelf: 'flex-start', mr: -1 }}
                slotProps={{ input: { 'aria-labelledby': `${id}${record.id}` } }}
              />
            )}
            <Box id={`${id}${record.id}`} sx={{ flex: 1, minWidth: 0 }}>
              <RecordContextProvider value={record}>{card(record)}</RecordContextProvider>
            </Box>
          </Stack>
        ))}
      </Stack>
    </>
  );
}

/** Above the cards, and with them out of sight: over a table's head there is room, over a card there is none. */
const TOOLBAR = {
  // Once more, since its own style is as strong.
  '&& .RaBulkActionsToolbar-toolbar': { position: 'static', height: 'auto', flexWrap: 'wrap', py: 0.5 },
  '&& .RaBulkActionsToolbar-topToolbar': { flexWrap: 'wrap', justifyContent: 'flex-start' },
} as const;
