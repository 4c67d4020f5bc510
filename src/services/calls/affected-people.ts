import { keyOfPerson, type Person } from '../../models/missed-call-history.ts';
import type { StoredMissedCall } from '../../models/missed-call-queue.ts';
import type { Touch } from '../../models/missed-call-touch.ts';

/** A person of whom something changed. */
export type Affected = {
  person: Person;
  /** The stored rows that it may concern. */
  rows: StoredMissedCall[];
  /** From when on something changed, and from when on history is needed to tell what follows. */
  touched: Date;
  since: Date;
};

/** Gathers changes by person. A connection makes no row: it concerns only those of whom a row was found. */
export function peopleOf(touches: readonly Touch[], rows: readonly StoredMissedCall[]): Map<string, Affected> {
  const people = new Map<string, Affected>();
  for (const touch of touches) {
    const person = touch.connected ? undefined : personOf(touch);
    if (person !== undefined) affectedBy(people, person, touch);
  }
  for (const row of rows) {
    const person = personOf(row);
    if (person === undefined) continue;
    for (const place of row.touched_by) {
      const touch = touches[place];
      if (touch !== undefined) affectedBy(people, person, touch);
    }
    const affected = people.get(keyOfPerson(person));
    if (affected === undefined) continue;
    affected.rows.push(row);
    if (row.first_missed_date < affected.since) affected.since = row.first_missed_date;
  }
  return people;
}

function affectedBy(people: Map<string, Affected>, person: Person, { moment }: Touch): Affected {
  const key = keyOfPerson(person);
  const known = people.get(key);
  if (known === undefined) {
    const affected = { person, rows: [], touched: moment, since: moment };
    people.set(key, affected);
    return affected;
  }
  if (moment < known.touched) known.touched = moment;
  if (moment < known.since) known.since = moment;
  return known;
}

function personOf({ lead_id, phone_sanitized }: Pick<Touch, 'lead_id' | 'phone_sanitized'>): Person | undefined {
  if (lead_id !== null) return { lead_id, phone_sanitized: null };
  return phone_sanitized === null ? undefined : { lead_id, phone_sanitized };
}
