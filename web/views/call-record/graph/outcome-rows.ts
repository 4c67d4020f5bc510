import { useTranslate } from 'react-admin';
import type { Outcome } from '../../../api/types.ts';
import { useGroupName } from '../../../components/search/use-group-name.ts';
import type { RecordGroup } from '../../../components/search/use-groups.ts';
import { useFormat } from '../../../format/use-format.ts';
import type { OutcomesOfGroups } from './use-outcomes.ts';

/** A row of the table, and of the file: a group, all that are not shown together, or all there are. */
export type OutcomeRow = {
  key: string;
  name: string;
  /** What its calls have in common; undefined where they are those of several groups. */
  group: RecordGroup | undefined;
  counts: readonly number[];
  count: number;
};

/** The groups that are shown, then the others, then all: the rows add up. */
export function useOutcomeRows(by: string, { groups, total, outcomes, all }: OutcomesOfGroups): OutcomeRow[] {
  const translate = useTranslate();
  const nameOf = useGroupName();
  const { number } = useFormat();
  const countsOf = (group: RecordGroup) => outcomes.map((outcome) => countOf(group, outcome));
  const shown = groups.map((group) => ({
    key: `group ${group.value}`,
    name: nameOf(by, group),
    group,
    counts: countsOf(group),
    count: group.count,
  }));
  const whole = { key: 'all', name: translate('graph.all'), group: undefined, counts: countsOf(all), count: all.count };
  if (total <= groups.length) return [...shown, whole];
  const sum = (of: (row: (typeof shown)[number]) => number) => shown.reduce((sum, row) => sum + of(row), 0);
  const hidden = total - groups.length;
  const others = {
    key: 'others',
    name: translate('graph.others', { smart_count: hidden, others: number(hidden) }),
    group: undefined,
    counts: whole.counts.map((count, place) => count - sum(({ counts }) => counts[place] ?? 0)),
    count: whole.count - sum(({ count }) => count),
  };
  return [...shown, others, whole];
}

/** How many of a group's calls ended so. */
export function countOf(group: RecordGroup, outcome: Outcome): number {
  return group[outcome] ?? 0;
}
