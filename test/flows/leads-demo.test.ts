import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { workDemoLeads } from '../../src/cli/work-demo-leads.ts';
import { type List, startTestServer } from '../support/http.ts';
import { addCall } from '../support/rows.ts';

const server = await startTestServer();
const asha = await server.user(['base.group_user'], { name: 'Asha Rao' });

type Lead = {
  stage_id: number;
  last_note: unknown;
  next_follow_up_at: string | null;
  tag_ids: number[];
  create_date: string;
};

test('the leads of the demo are dated by their first call, and agents have worked on them', async () => {
  const now = new Date('2026-09-21T06:30:00Z');
  for (let place = 0; place < 60; place += 1) {
    const phone = String(9_000_005_000 + place);
    const lead = await asha.send<{ id: number }>('POST', '/api/leads', { name: 'Ravi', contact_name: 'Ravi', phone });
    const call_date = new Date(now.getTime() - (1 + (place % 30)) * 86_400_000);
    await addCall(server.database, { lead_id: lead.body.id, call_date, phone_sanitized: `+91${phone}` });
  }
  await workDemoLeads(server.database, server.parts.settings, now);
  const { data } = (await asha.get<List<Lead>>('/api/leads?limit=200')).body;
  const having = (has: (lead: Lead) => boolean) => data.filter(has).length;
  expect(having(({ create_date }) => new Date(create_date) < now)).toBe(60);
  for (const has of [
    (lead: Lead) => lead.stage_id > 1,
    (lead: Lead) => lead.last_note !== null,
    (lead: Lead) => lead.next_follow_up_at !== null,
    (lead: Lead) => lead.tag_ids.length > 0,
  ])
    expect(having(has)).toBeGreaterThan(5);
  const { rows } = await sql<{ wrong: number }>`
    select count(*)::integer as wrong from crm_lead join crm_stage on crm_stage.id = stage_id
    where is_open = is_won or won_date > ${now}`.execute(server.database.kysely);
  expect(rows).toEqual([{ wrong: 0 }]);
  // Two were entered by hand a second time.
  expect(data.length).toBe(62);
});
