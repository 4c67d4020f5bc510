import type { Lead } from '../../../api/types.ts';

export type KanbanStage = { id: number; name: string; count: number };

/** A lead that was put elsewhere and of which the service has not answered yet. */
export type Move = { lead: Lead; to: number; index: number };

/** The leads of a column as they will be once all moves are saved. */
export function withMoves(leads: readonly Lead[], stage: number, moves: readonly Move[]): Lead[] {
  const shown = leads.filter(({ id }) => !moves.some(({ lead }) => lead.id === id));
  for (const { lead, to, index } of moves) if (to === stage) shown.splice(index, 0, { ...lead, stage_id: to });
  return shown;
}

export function countOf({ id, count }: KanbanStage, moves: readonly Move[]): number {
  const come = moves.filter(({ to }) => to === id).length;
  const gone = moves.filter(({ lead }) => lead.stage_id === id).length;
  return count + come - gone;
}
