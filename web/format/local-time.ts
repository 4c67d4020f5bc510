/** A moment as a <input type="datetime-local"> of that zone holds it: 2026-09-21T12:00. */
export function localTimeOf(moment: Date, timeZone: string): string {
  return new Date(moment.getTime() + distance(moment, timeZone)).toISOString().slice(0, 16);
}

/** The moment that such an input means; undefined while it is not filled in. */
export function momentOf(localTime: string, timeZone: string): Date | undefined {
  const there = new Date(`${localTime}Z`);
  if (Number.isNaN(there.getTime())) return undefined;
  // The distance to UTC is asked twice: where clocks change between, the first answer is of the other side.
  const guess = new Date(there.getTime() - distance(there, timeZone));
  return new Date(there.getTime() - distance(guess, timeZone));
}

/** How many milliseconds the clocks of a zone are ahead of UTC. */
function distance(moment: Date, timeZone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(moment);
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(moment.getTime() / 1000) * 1000;
}
