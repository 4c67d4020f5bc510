import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { OUTCOMES } from '../../../api/outcomes.ts';
import type { Query } from '../../../api/request.ts';
import type { Outcome } from '../../../api/types.ts';
import { loadGroups, type RecordGroup } from '../../../components/search/use-groups.ts';

/** Groups, and how many of the calls of each ended in which way. */
export type OutcomesOfGroups = {
  groups: RecordGroup[];
  /** How many groups there are; those with the most calls are shown. */
  total: number;
  /** In which ways the calls ended: those that none did are left out. */
  outcomes: Outcome[];
  /** All calls, also those of groups that are not shown. */
  all: RecordGroup;
};

/** Read side by side at first; of days a quarter. */
const FIRST_SHOWN = 20;
const FIRST_DAYS = 92;
/** The most that the API gives at once. */
export const MOST_GROUPS = 200;

/** `everything`: as many groups as can be read at all. */
export function useOutcomes(by: string, filter: Query, everything: boolean) {
  const limit = everything ? MOST_GROUPS : by === 'day' ? FIRST_DAYS : FIRST_SHOWN;
  return useQuery({
    queryKey: ['call-records', 'outcomes', by, filter, limit],
    queryFn: ({ signal }) => load(by, filter, limit, signal),
    placeholderData: keepPreviousData,
  });
}

async function load(by: string, filter: Query, limit: number, signal: AbortSignal): Promise<OutcomesOfGroups> {
  const [{ data, total }, ended] = await Promise.all([
    loadGroups('call-records', by, filter, limit, signal),
    loadGroups('call-records', 'outcome', filter, OUTCOMES.length, signal),
  ]);
  const counts = OUTCOMES.map((outcome) => [outcome, ended.data.find(({ value }) => value === outcome)?.count ?? 0]);
  const count = ended.data.reduce((sum, one) => sum + one.count, 0);
  return {
    groups: by === 'day' ? data.toReversed() : data,
    total,
    outcomes: OUTCOMES.filter((outcome) => ended.data.some(({ value }) => value === outcome)),
    all: { ...Object.fromEntries(counts), value: null, label: null, count },
  };
}
