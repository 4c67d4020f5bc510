import {
  DragDropContext,
  type DragStart,
  type DragUpdate,
  type DropResult,
  type ResponderProvided,
} from '@hello-pangea/dnd';
import Stack from '@mui/material/Stack';
import { useCallback, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Query } from '../../../api/request.ts';
import type { Lead } from '../../../api/types.ts';
import { CrashPage } from '../../../components/crash-page.tsx';
import { ListSkeleton } from '../../../components/list-skeleton.tsx';
import { useGroups } from '../../../components/search/use-groups.ts';
import { Column } from './column.tsx';
import { countOf, type KanbanStage } from './moves.ts';
import { useMoves } from './use-moves.ts';

/** More stages than anybody's pipeline has. */
const MOST_STAGES = 50;

/** A column a stage. A card goes by mouse, by finger (held for a moment), or by keyboard: Space, arrows, Space. */
export function Board({ filter }: { filter: Query }) {
  const translate = useTranslate();
  const [dragging, setDragging] = useState(false);
  const seen = useRef(new Map<string, Lead>());
  const see = useCallback((leads: readonly Lead[]) => {
    for (const lead of leads) seen.current.set(String(lead.id), lead);
  }, []);
  const { moves, move } = useMoves();
  const { data, error, isPending, refetch } = useGroups('leads', 'stage_id', filter, MOST_STAGES);
  if (error !== null) return <CrashPage error={error} resetErrorBoundary={() => void refetch()} />;
  if (isPending) return <ListSkeleton />;
  const stages: KanbanStage[] = data.data.map(({ value, label, count }) => ({
    id: Number(value),
    name: label ?? '',
    count,
  }));
  const nameOf = (id: string | undefined) => stages.find((stage) => String(stage.id) === id)?.name ?? '';
  const leadOf = (id: string) => seen.current.get(id)?.name ?? '';

  const onDragStart = ({ draggableId }: DragStart, { announce }: ResponderProvided) => {
    setDragging(true);
    announce(translate('kanban.lifted', { name: leadOf(draggableId) }));
  };
  const onDragUpdate = ({ destination }: DragUpdate, { announce }: ResponderProvided) =>
    announce(
      destination === null
        ? translate('kanban.over_nothing')
        : translate('kanban.over', { stage: nameOf(destination.droppableId) }),
    );
  const onDragEnd = ({ draggableId, source, destination }: DropResult, { announce }: ResponderProvided) => {
    setDragging(false);
    const lead = seen.current.get(draggableId);
    if (lead === undefined || destination === null || destination.droppableId === source.droppableId) {
      announce(translate('kanban.stays', { name: leadOf(draggableId) }));
      return;
    }
    announce(translate('kanban.moved', { name: lead.name, stage: nameOf(destination.droppableId) }));
    void move(lead, Number(destination.droppableId), destination.index);
  };

  return (
    <DragDropContext
      onDragStart={onDragStart}
      onDragUpdate={onDragUpdate}
      onDragEnd={onDragEnd}
      dragHandleUsageInstructions={translate('kanban.instructions')}
    >
      <Stack
        direction="row"
        spacing={1.5}
        sx={{ overflowX: 'auto', mx: { xs: -1.5, sm: 0 }, px: { xs: 1.5, sm: 0 }, pb: 1, alignItems: 'stretch' }}
      >
        {stages.map((stage) => (
          <Column
            key={stage.id}
            stage={stage}
            count={countOf(stage, moves)}
            filter={filter}
            moves={moves}
            held={dragging}
            onSee={see}
          />
        ))}
      </Stack>
    </DragDropContext>
  );
}
