/** A row of crm_lead as JSON, times as text. */
export type LeadJson = Readonly<Record<MergedColumn, string | number | null>> & {
  readonly id: number;
  readonly name: string;
  readonly active: boolean;
  readonly is_open: boolean;
  readonly caller_number: string | null;
  readonly merged_into_id: number | null;
};

/** The columns of a lead that a merge may fill. */
export type MergedColumn = (typeof GROUPS)[number][number];

/** Columns that only make sense together; a lead has a group when it has the group's first column. */
const GROUPS = [
  ['contact_name'],
  ['email'],
  ['description'],
  ['phone', 'phone_sanitized'],
  // With the owner comes the call that chose him, so that he still follows who answers it.
  ['user_id', 'team_id', 'owner_call_id'],
  ['source_id'],
  ['next_follow_up_at', 'next_follow_up_note'],
] as const;

export const MERGED_COLUMNS: readonly MergedColumn[] = GROUPS.flat();

/** What the kept lead takes from the merged ones: what it lacks, from the first that has it, and the earliest follow-up. */
export function fillLead(kept: LeadJson, merged: readonly LeadJson[]): LeadJson {
  const filled = { ...kept };
  for (const group of GROUPS) {
    const [first] = group;
    const giver =
      first === 'next_follow_up_at'
        ? [kept, ...merged].filter(({ next_follow_up_at }) => next_follow_up_at !== null).sort(byFollowUp)[0]
        : [kept, ...merged].find((lead) => lead[first] !== null);
    if (giver !== undefined) copy(group, giver, filled);
  }
  return filled;
}

/**
 * The kept lead as it is after undoing: what the merge filled is taken back. What a person has changed since stays as they
 * left it, for the lead that gave it has its own again in any case.
 */
export function emptyLead(now: LeadJson, { before, after }: { before: LeadJson; after: LeadJson }): LeadJson {
  const emptied = { ...now };
  for (const group of GROUPS) if (same(group, now, after)) copy(group, before, emptied);
  return emptied;
}

type Group = (typeof GROUPS)[number];

function copy(group: Group, from: LeadJson, to: { -readonly [Column in MergedColumn]: string | number | null }): void {
  for (const column of group) to[column] = from[column];
}

function same(group: Group, one: LeadJson, other: LeadJson): boolean {
  return group.every((column) => one[column] === other[column]);
}

/** Of two at one moment the first stays first. */
function byFollowUp(one: LeadJson, other: LeadJson): number {
  return Date.parse(String(one.next_follow_up_at)) - Date.parse(String(other.next_follow_up_at));
}
