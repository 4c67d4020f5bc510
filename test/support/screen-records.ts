import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext } from 'playwright-core';
import { PASSWORD } from './browser.ts';

/** Who looks at the screens. */
export const MANAGER = 'kavya';
export const VISITOR = 'visitor';

/** What the screens show, of the demo's records. */
export type ScreenRecords = {
  call: number;
  missedCall: number;
  visitorsCall: number;
  lead: number;
  leadNumber: string;
  doubleLead: number;
  archivedLead: number;
  user: number;
  team: number;
  event: number;
  refused: number;
  /** The path of a share link. */
  shared: string;
};

/** Prepares the demo, as its administrator: people to look at it, a link, a lead that is archived. */
export async function arrangeRecords(administrator: BrowserContext): Promise<ScreenRecords> {
  const ask = asking(administrator);
  const list = async <Row>(path: string) => (await ask<{ data: Row[] }>('GET', path)).data;
  const addUser = (fields: object) => ask<{ id: number }>('POST', '/api/users', { password: PASSWORD, ...fields });

  const calls = await list<Call>('/api/call-records?limit=200&sort=-call_date');
  const leads = await list<Lead>('/api/leads?limit=200&sort=next_follow_up_at');
  const call = found(calls, ({ recording_state }) => recording_state === 'ready');
  const theirs = found(calls, ({ id, lead_id, outcome }) => {
    return id !== call.id && lead_id !== null && lead_id !== call.lead_id && outcome === 'answered';
  });
  const taken = [call.lead_id, theirs.lead_id];
  const lead = found(leads, ({ user_id, call_count, phone }) => user_id !== null && call_count > 3 && phone !== null);
  const old = found(leads, ({ id, call_count }) => id !== lead.id && !taken.includes(id) && call_count > 0);
  await ask('PATCH', `/api/leads/${old.id}`, { active: false });

  const groups = ['base.group_system', 'base.group_user'];
  await addUser({ login: MANAGER, name: 'Kavya Shetty', groups, phone: MANAGERS_PHONE });
  const visitor = await addUser({ login: VISITOR, name: 'Visitor', groups: ['base.group_portal'] });
  await ask('PATCH', `/api/leads/${theirs.lead_id}`, { user_id: visitor.id });
  const link = await ask<{ url: string }>('POST', `/api/call-records/${call.id}/share-links`, {
    expires_in_hours: 168,
  });
  await administrator.request.post('/mcube/webhook', { data: REFUSED });
  const first = async (path: string) => found(await list<{ id: number }>(path), () => true).id;
  return {
    call: call.id,
    missedCall: found(calls, ({ outcome }) => outcome === 'missed').id,
    visitorsCall: theirs.id,
    lead: lead.id,
    leadNumber: lead.phone ?? '',
    doubleLead: await first('/api/leads?q=walk-in'),
    archivedLead: old.id,
    user: visitor.id,
    team: await first('/api/teams'),
    event: await first('/api/webhook-events?state=processed'),
    // It is kept after it was answered.
    refused: (await awaited(() => list<{ id: number }>('/api/webhook-events?state=refused'))).id,
    shared: new URL(link.url).pathname,
  };
}

/** The manager's phone rings twice: somebody we know, and somebody new. */
export async function ring(window: BrowserContext, { leadNumber }: ScreenRecords, begun: Date): Promise<void> {
  for (const [index, callto] of [leadNumber, '9000000099'].entries())
    await asking(window)('POST', '/mcube/webhook', {
      callid: `98000000991${begun.getTime() + index}`,
      direction: 'inbound',
      dialstatus: 'CONNECTING',
      callto,
      starttime: indianTime(begun),
      emp_phone: MANAGERS_PHONE,
      clicktocalldid: '8030000001',
    });
}

/** What somebody sends who connected the wrong thing. */
const REFUSED = {
  event: 'call.ended',
  apikey: 'hidden',
  call: { id: 'A-17', from: { number: '9000000099' }, seconds: 31 },
};

async function awaited<Row>(ask: () => Promise<Row[]>): Promise<Row> {
  for (let asked = 0; asked < 100; asked++) {
    const [row] = await ask();
    if (row !== undefined) return row;
    await sleep(50);
  }
  throw new Error('It did not come.');
}

const MANAGERS_PHONE = '9800000099';

type Call = { id: number; outcome: string; recording_state: string; lead_id: number | null };
type Lead = { id: number; name: string; phone: string | null; user_id: number | null; call_count: number };

/** Requests as the pages of a window make them: a change that comes from elsewhere is refused. */
function asking(window: BrowserContext) {
  return async <Answer>(method: string, path: string, data?: object): Promise<Answer> => {
    const headers = { 'sec-fetch-site': 'same-origin' };
    const answer = await window.request.fetch(path, { method, headers, ...(data !== undefined && { data }) });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
    return answer.json();
  };
}

function found<Row>(rows: readonly Row[], fits: (row: Row) => boolean): Row {
  const row = rows.find(fits);
  if (row === undefined) throw new Error('The demo has no record that fits.');
  return row;
}

/** As MCUBE writes a moment. */
function indianTime(moment: Date): string {
  return new Date(moment.getTime() + 5.5 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
