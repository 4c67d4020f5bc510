import { type OdooCursor, readCursor, writeCursor } from '../../../models/odoo-cursor.ts';
import { type Place, type Reading, readChanges } from '../../../odoo/reading/read-changes.ts';
import { idOf } from '../../../odoo/reading/row-values.ts';
import { answerOf } from '../../../odoo/transport/failure.ts';
import type { OdooRow } from '../../../odoo/transport/read-rows.ts';
import type { FollowParts } from './follow-parts.ts';
import { askLeadReadings, type LeadReadings, withContacts } from './read-leads.ts';
import { type OdooMoment, type TakenIn, takeInLeads } from './take-in-leads.ts';

export type LeadSweep = {
  /** All that was written there by now is here when the sweep is through. */
  odoo: OdooMoment;
  /** How far before the last sweep it looks: whoever began to write before it may have committed after it. */
  lookBackMs: number;
  /** Counts what came of it. */
  sum: TakenIn;
};

/** Reads the leads that were changed in Odoo, and those whose contact was. True when all is read. */
export async function followLeads(parts: FollowParts, sweep: LeadSweep): Promise<boolean> {
  const readings = await askLeadReadings(parts.transport);
  const contacts = await readCursor(parts.database, 'res.partner');
  // Leads that are read for the first time bring their contacts' numbers along.
  if (contacts.write_date === null) await startContacts(parts, sweep.odoo.now);
  const isThrough = await followChanges(parts, readings, sweep);
  return isThrough && (await followContacts(parts, readings, sweep));
}

async function followChanges(parts: FollowParts, readings: LeadReadings, sweep: LeadSweep): Promise<boolean> {
  let cursor = begin(await readCursor(parts.database, 'crm.lead'), sweep);
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const place = placeOf(cursor, sweep);
    const rows = answerOf(await readChanges(parts.transport, readings.leads, place, PAGE));
    cursor = advance(cursor, rows);
    await takeIn(parts, readings, rows, sweep, 'crm.lead', cursor);
    if (cursor.sweep_until === null) return true;
  }
  return false;
}

/** A contact's number is a number of its leads; when it changes, they do not. */
async function followContacts(parts: FollowParts, readings: LeadReadings, sweep: LeadSweep): Promise<boolean> {
  let cursor = begin(await readCursor(parts.database, 'res.partner'), sweep);
  const reading = { model: 'res.partner', fields: ['id'] };
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const changed = answerOf(await readChanges(parts.transport, reading, placeOf(cursor, sweep), PAGE));
    cursor = advance(cursor, changed);
    const leads = await leadsOfContacts(parts, readings, changed.map(idOf));
    await takeIn(parts, readings, leads, sweep, 'res.partner', cursor);
    if (cursor.sweep_until === null) return true;
  }
  return false;
}

async function leadsOfContacts(
  { transport }: FollowParts,
  { leads }: LeadReadings,
  contactIds: readonly number[],
): Promise<OdooRow[]> {
  if (contactIds.length === 0) return [];
  const reading: Reading = { ...leads, domain: [['partner_id', 'in', contactIds]] };
  const rows: OdooRow[] = [];
  for (let afterId = 0; ; ) {
    const page = answerOf(await readChanges(transport, reading, { from: undefined, afterId }, PAGE));
    rows.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return rows;
    afterId = idOf(last);
  }
}

async function takeIn(
  parts: FollowParts,
  readings: LeadReadings,
  rows: readonly OdooRow[],
  { odoo, sum }: LeadSweep,
  model: string,
  cursor: OdooCursor,
): Promise<void> {
  const leads = await withContacts(parts, readings, rows);
  await parts.database.kysely.transaction().execute(async (tx) => {
    const taken = leads.length === 0 ? undefined : await takeInLeads(tx, parts, leads, odoo);
    sum.made += taken?.made ?? 0;
    sum.changed += taken?.changed ?? 0;
    await writeCursor(tx, model, cursor);
  });
}

async function startContacts({ database }: FollowParts, odooNow: Date): Promise<void> {
  const cursor = { write_date: odooNow, sweep_until: null, id: 0 };
  await database.kysely.transaction().execute((tx) => writeCursor(tx, 'res.partner', cursor));
}

/** A sweep that was broken off goes on where it ended. */
function begin(cursor: OdooCursor, { odoo }: LeadSweep): OdooCursor {
  return cursor.sweep_until === null ? { ...cursor, sweep_until: odoo.now, id: 0 } : cursor;
}

function placeOf({ write_date, id }: OdooCursor, { lookBackMs }: LeadSweep): Place {
  return { from: write_date === null ? undefined : new Date(write_date.getTime() - lookBackMs), afterId: id };
}

function advance(cursor: OdooCursor, rows: readonly OdooRow[]): OdooCursor {
  const last = rows.at(-1);
  if (last === undefined || rows.length < PAGE) return { write_date: cursor.sweep_until, sweep_until: null, id: 0 };
  return { ...cursor, id: idOf(last) };
}

/** A transaction of a tenth of a second; and so many pages that the rest of a round need not wait for long. */
const PAGE = 200;
const MOST_PAGES = 25;
