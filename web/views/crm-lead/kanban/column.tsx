import { Droppable } from '@hello-pangea/dnd';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useEffect, useId, useState } from 'react';
import { useInfiniteGetList, useTranslate } from 'react-admin';
import type { Query } from '../../../api/request.ts';
import type { Lead } from '../../../api/types.ts';
import { useFormat } from '../../../format/use-format.ts';
import { KanbanCard } from './card.tsx';
import { type KanbanStage, type Move, withMoves } from './moves.ts';

/** As many cards as two screens hold; more come when they are asked for. */
const CARDS = 20;

type Props = {
  stage: KanbanStage;
  count: number;
  filter: Query;
  moves: readonly Move[];
  /** While a card is in the hand, the others stay where they are. */
  held: boolean;
  onSee: (leads: readonly Lead[]) => void;
};

/** The leads of a stage: those first that are to be called first. */
export function Column({ stage, count, filter, moves, held, onSee }: Props) {
  const translate = useTranslate();
  const format = useFormat();
  const title = useId();
  const { data, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteGetList<Lead>('leads', {
    filter: { ...filter, stage_id: stage.id },
    sort: { field: 'next_follow_up_at', order: 'ASC' },
    pagination: { page: 1, perPage: CARDS },
  });
  const leads = useHeld(data, held)?.pages.flatMap((page) => page.data);
  useEffect(() => onSee(leads ?? []));
  const shown = withMoves(leads ?? [], stage.id, moves);
  return (
    <Box
      component="section"
      aria-labelledby={title}
      sx={{
        flex: '1 0 264px',
        maxWidth: 400,
        minWidth: 0,
        display: 'flex',
        flexDirection: 'column',
        maxHeight: { xs: 'calc(100dvh - 250px)', sm: 'calc(100dvh - 180px)' },
        minHeight: 320,
        bgcolor: 'action.hover',
        borderRadius: 2,
      }}
    >
      <Stack direction="row" sx={{ px: 1.5, pt: 1.25, pb: 0.5, alignItems: 'baseline', gap: 1 }}>
        <Typography id={title} variant="h2" noWrap>
          {stage.name}
        </Typography>
        <Typography color="textSecondary" aria-label={translate('kanban.count', { smart_count: count })} role="img">
          {format.number(count)}
        </Typography>
      </Stack>
      <Droppable droppableId={String(stage.id)}>
        {({ innerRef, droppableProps, placeholder }, { isDraggingOver }) => (
          <Box
            ref={innerRef}
            {...droppableProps}
            sx={{
              flex: 1,
              overflowY: 'auto',
              minHeight: 80,
              p: 1,
              borderRadius: 2,
              bgcolor: isDraggingOver ? 'action.selected' : 'transparent',
            }}
          >
            {isPending && <Skeleton variant="rounded" height={88} />}
            {shown.map((lead, index) => (
              <KanbanCard key={lead.id} lead={lead} index={index} />
            ))}
            {placeholder}
            {!isPending && shown.length === 0 && !isDraggingOver && (
              <Typography variant="body2" color="textSecondary" sx={{ textAlign: 'center', py: 3 }}>
                {translate('kanban.empty')}
              </Typography>
            )}
            {hasNextPage && (
              <Button fullWidth size="small" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {translate('kanban.more')}
              </Button>
            )}
          </Box>
        )}
      </Droppable>
    </Box>
  );
}

function useHeld<Value>(value: Value, held: boolean): Value {
  const [kept, setKept] = useState(value);
  if (!held && kept !== value) setKept(value);
  return held ? kept : value;
}
