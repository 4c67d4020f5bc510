import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useNotify } from 'react-admin';
import { sayingOf } from '../../../api/api-error.ts';
import type { Lead } from '../../../api/types.ts';
import type { Move } from './moves.ts';

/** Puts leads into other stages: shown at once, taken back and said when the service refuses. */
export function useMoves() {
  const [moves, setMoves] = useState<readonly Move[]>([]);
  const dataProvider = useDataProvider();
  const queryClient = useQueryClient();
  const notify = useNotify();
  const move = async (lead: Lead, to: number, index: number) => {
    const made: Move = { lead, to, index };
    // One that is moved on before the first answer counts from where it is now.
    setMoves((before) => [...before.filter((one) => one.lead.id !== lead.id), made]);
    try {
      await dataProvider.update('leads', { id: lead.id, data: { stage_id: to }, previousData: lead });
    } catch (error) {
      notify(sayingOf(error), { type: 'error' });
    }
    // As it is there now, before the move is forgotten: the card must not jump back and forth.
    await queryClient.invalidateQueries({ queryKey: ['leads'] });
    setMoves((before) => before.filter((one) => one !== made));
  };
  return { moves, move };
}
