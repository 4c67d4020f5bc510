import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { OUTCOMES } from '../../../api/outcomes.ts';
import type { Query } from '../../../api/request.ts';
import type { Outcome } from '../../../api/types.ts';
import { loadGroups, type RecordGroup } from '../../../components/search/use-groups.ts';

export type { Outcome };

/** Groups, and how many of the calls of each ended in which way. */
export type OutcomesOfGroups = {
  groups: RecordGroup[];
  /** How many groups there are; those with the most calls are shown. */
  total: number;
  outcomes: { outcome: Outcome; counts: number[] }[];
};

/** As many as can be read side by side; of days a quarter. */
const MOST_SHOWN = 20;
const MOST_DAYS = 92;

export function useOutcomes(by: string, filter: Query) {
  return useQuery({
    queryKey: ['call-records', 'outcomes', by, filter],
    queryFn: ({ signal }) => load(by, filter, signal),
    placeholderData: keepPreviousData,
  });
}

async function load(by: string, filter: Query, signal: AbortSignal): Promise<OutcomesOfGroups> {
  const shown = by === 'day' ? MOST_DAYS : MOST_SHOWN;
  const { data, total } = await loadGroups('call-records', by, filter, shown, signal);
  const groups = by === 'day' ? data.toReversed() : data;
  const wanted = valuesOf(filter.outcome);
  const counted = await Promise.all(
    OUTCOMES.filter((outcome) => wanted.length === 0 || wanted.includes(outcome)).map(async (outcome) => {
      const { data: some } = await loadGroups('call-records', by, { ...filter, outcome }, MOST_GROUPS, signal);
      const counts = new Map(some.map(({ value, count }) => [value, count]));
      return { outcome, counts: groups.map(({ value }) => counts.get(value) ?? 0) };
    }),
  );
  return { groups, total, outcomes: counted.filter(({ counts }) => counts.some((count) => count > 0)) };
}

/** The most that the API gives at once. */
const MOST_GROUPS = 200;

function valuesOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}
