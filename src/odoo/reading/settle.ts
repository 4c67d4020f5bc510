/** A record as one side has it; relations by Odoo's ids. */
export type Values = Readonly<Record<string, string | number | boolean | null>>;

export type Settled = {
  /** The fields that Odoo's value is taken of. */
  take: string[];
  /** Those of them in which something that somebody wrote here gives way. */
  conflicts: string[];
};

/**
 * Who wins, field by field: Odoo where somebody edited it there since it was last read, else what stands here. Without
 * anything to compare with, at the first meeting, Odoo wins wherever it says something; what only the service itself had
 * written here (`ownWork`) is then no conflict.
 */
export function settle(
  before: Values | undefined,
  inOdoo: Values,
  here: Values,
  ownWork: ReadonlySet<string> = new Set(),
): Settled {
  const take: string[] = [];
  const conflicts: string[] = [];
  for (const [field, theirs] of Object.entries(inOdoo)) {
    const ours = here[field] ?? null;
    if (theirs === ours) continue;
    if (before === undefined) {
      if (theirs === null) continue;
      take.push(field);
      if (ours !== null && !ownWork.has(field)) conflicts.push(field);
      continue;
    }
    const was = before[field] ?? null;
    if (theirs === was) continue;
    take.push(field);
    if (ours !== was) conflicts.push(field);
  }
  return { take, conflicts };
}
