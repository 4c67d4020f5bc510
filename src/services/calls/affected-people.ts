import { keyOfPerson, type Person } from '../../models/missed-call-history.ts';
import type { StoredMissedCall } from '../../models/missed-call-queue.ts';
import type { Touch } from '../../models/missed-call-touch.ts';

/** A person of whom something changed. */
export type Affected = {
  person: Person;
  /** The stored rows that it may concern. */
  rows: StoredMissedCall[];
  touches: Set<Touch>;
  /** From when on something changed, and from when on history is needed to tell what follows. */
  touched: Date;
  since: Date;
};

/** Gathers changes by person. A connection makes no row: it concerns only those of whom a row was found. */
export function peopleOf(touches: readonly Touch[], rows: readonly StoredMissedCall[]): Map<string, Affected> {
  const people = new Map<string, Affected>();
  for (const touch of touches) if (!touch.connected) gather(people, personOf(touch), touch);
  for (const row of rows) {
    const person = personOf(row);
    for (const place of row.touched_by) gather(people, person, touches[place]);
    const affected = people.get(person === undefined ? '' : keyOfPerson(person));
    affected?.rows.push(row);
    if (affected !== undefined && row.first_missed_date < affected.since) affected.since = row.first_missed_date;
  }
  return people;
}

function gather(people: Map<string, Affected>, person: Person | undefined, touch: Touch | undefined): void {
  if (person === undefined || touch === undefined) return;
  const { moment } = touch;
  const known = people.get(keyOfPerson(person));
  if (known === undefined) {
    people.set(keyOfPerson(person), { person, rows: [], touches: new Set([touch]), touched: moment, since: moment });
    return;
  }
  known.touches.add(touch);
  if (moment < known.touched) known.touched = moment;
  if (moment < known.since) known.since = moment;
}

function personOf({ lead_id, phone_sanitized }: Pick<Touch, 'lead_id' | 'phone_sanitized'>): Person | undefined {
  if (lead_id !== null) return { lead_id, phone_sanitized: null };
  return phone_sanitized === null ? undefined : { lead_id, phone_sanitized };
}
