const DAY = 86_400_000;
/** Days remembered per zone: eleven years of them; a replay of older calls starts the memory afresh. */
const MOST_DAYS = 4_000;

type Zone = { format: Intl.DateTimeFormat; offsetOfDay: Map<number, number | null> };
const zones = new Map<string, Zone>();

/**
 * How far a zone's wall clock is ahead of UTC, in milliseconds, at a wall-clock time given as if it were UTC. A time that
 * occurs twice, when clocks go back, is the first of the two; one that is skipped, when they go forward, counts on from before.
 */
export function offsetOfZone(timeZone: string, wall: number): number {
  const zone = zones.get(timeZone) ?? openZone(timeZone);
  const day = Math.floor(wall / DAY);
  let offset = zone.offsetOfDay.get(day);
  if (offset === undefined) {
    offset = offsetOfWholeDay(zone, day);
    if (zone.offsetOfDay.size >= MOST_DAYS) zone.offsetOfDay.clear();
    zone.offsetOfDay.set(day, offset);
  }
  return offset ?? offsetOnChangingDay(zone, wall);
}

function openZone(timeZone: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const zone = { format, offsetOfDay: new Map<number, number | null>() };
  zones.set(timeZone, zone);
  return zone;
}

/** The offset all day long, or null when it changes near that day (wall clocks differ from UTC by up to 14 hours). */
function offsetOfWholeDay(zone: Zone, day: number): number | null {
  const before = offsetAt(zone, day * DAY - DAY);
  return before === offsetAt(zone, day * DAY + 2 * DAY) ? before : null;
}

function offsetOnChangingDay(zone: Zone, wall: number): number {
  const before = offsetAt(zone, wall - DAY);
  if (offsetAt(zone, wall - before) === before) return before;
  const after = offsetAt(zone, wall + DAY);
  return offsetAt(zone, wall - after) === after ? after : before;
}

function offsetAt(zone: Zone, instant: number): number {
  const name = zone.format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? '';
  // "GMT" or "GMT+05:30", and with seconds for the local mean times of old.
  const [, sign, hours = 0, minutes = 0] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
