import { beforeAll, describe, expect, test } from 'vitest';
import { OUTCOMES } from '../../web/api/outcomes.ts';
import { searchOf } from '../../web/api/query.ts';
import { resolveFilters } from '../../web/api/relative-filters.ts';
import type { Session } from '../../web/api/types.ts';
import { countByHour, type Dashboard, figuresOf, rowsBy } from '../../web/views/dashboard/figures.ts';
import * as rows from '../../web/views/dashboard/rows-address.ts';
import { hangUp, missed, onCall } from '../support/calls.ts';
import { createTestClock, startService, type TestService } from '../support/service.ts';

/** On Lord Howe, half an hour came twice in this night: 1:30 to 2:00 of the fifth. */
const DAYS = { from: '2026-04-04', to: '2026-04-05' };
const FIRST = Date.parse('2026-04-03T06:00:00Z');

describe.each(['Asia/Kolkata', 'Australia/Lord_Howe'])('the dashboard in %s', (zone) => {
  let service: TestService;
  let session: Session;
  let dashboard: Dashboard;
  const read = (days: typeof DAYS) => service.api<Dashboard>(`/api/dashboard?from=${days.from}&to=${days.to}`);

  /** How many rows the list shows that an address opens. */
  async function rowsAt(address: string): Promise<number> {
    const { pathname, searchParams } = new URL(address, 'http://127.0.0.1');
    const filter = JSON.parse(searchParams.get('filter') ?? '');
    const query = { ...resolveFilters(pathname.slice(1), filter, session, service.clock.now()), limit: 1 };
    return (await service.api<{ total: number }>(`/api${pathname}${searchOf(query)}`)).total;
  }

  async function expectRows(figures: readonly (readonly [name: string, figure: number, address: string])[]) {
    const found = await Promise.all(figures.map(async ([name, , address]) => [name, await rowsAt(address)]));
    expect(found).toEqual(figures.map(([name, figure]) => [name, figure]));
    // Nothing equals nothing: somewhere there must be rows.
    expect(figures.some(([, figure]) => figure > 0)).toBe(true);
  }

  beforeAll(async () => {
    // Of that time, or the schedule, which looks every minute, closes what rings in the middle of a test.
    const clock = createTestClock(new Date('2026-04-06T06:00:00Z'));
    const environment = { MCUBE_TIME_ZONE: zone, MCUBE_HANGING_CALL_MINUTES: '10080' };
    service = await startService({ environment, clock });
    await service.addUser({ name: 'Asha', phone: '9800000001' });
    await service.addUser({ name: 'Ravi', phone: '9800000002' });
    session = await service.api<Session>('/api/session');
    // One every 25 minutes, for three days: there is one in each half of the hours that come twice.
    const calls = Array.from({ length: 170 }, (_, n) => callAt(new Date(FIRST + n * 25 * 60_000), n));
    await Promise.all(calls.map((call) => service.post(call)));
    await service.settled();
    dashboard = await read(DAYS);
  });

  test('opens the rows that each of its figures counts', async () => {
    const figures = figuresOf(dashboard);
    const to = rows.callRows(DAYS);
    const talked = dashboard.days.reduce((sum, { outcome, calls }) => sum + (outcome === 'answered' ? calls : 0), 0);
    await expectRows([
      ['calls', figures.calls, to.calls],
      ['talked', talked, to.talked],
      ['inbound', figures.inbound, to.inbound],
      ['answered', figures.answered, to.answered],
      ['missed', figures.missed, to.missed],
      ['rung', figures.rung, to.rung],
      ['rung_20', figures.rung_20, to.rung_20],
    ]);
    expect(figures.missed_share).toBeCloseTo(figures.missed / figures.inbound);
  });

  test('opens the calls of each hour of the week', async () => {
    const counts = countByHour(dashboard);
    const cells = [1, 6, 7].flatMap((weekday) => Array.from({ length: 24 }, (_, hour) => ({ weekday, hour })));
    await expectRows(
      cells.map(({ weekday, hour }) => [
        `${weekday} ${hour}`,
        counts(weekday, hour),
        rows.hourAddress(DAYS, weekday, hour),
      ]),
    );
  });

  test('opens the calls of each day and outcome, of each owner and of each number', async () => {
    const calls = (day: string, outcome: string) =>
      dashboard.days.reduce((sum, one) => sum + (one.day === day && one.outcome === outcome ? one.calls : 0), 0);
    const byDay = [DAYS.from, DAYS.to].flatMap((day) =>
      OUTCOMES.map(
        (outcome) =>
          [
            `${day} ${outcome}`,
            calls(day, outcome),
            rows.callsAddress({ from: day, to: day }, { outcome: [outcome] }),
          ] as const,
      ),
    );
    const owners = rowsBy(
      dashboard.users.map((count) => ({ ...count, key: count.user_id })),
      [],
    ).map((row) => [row, rows.callRows(DAYS, rows.ownedBy(row.key))] as const);
    const numbers = rowsBy(
      dashboard.virtual_numbers.map((count) => ({ ...count, key: count.virtual_number })),
      [],
    ).map((row) => [row, rows.callRows(DAYS, rows.onNumber(row.key))] as const);
    expect([owners.length, numbers.length]).toEqual([3, 3]);
    const each = [...owners, ...numbers].flatMap(([row, to]) =>
      (['calls', 'inbound', 'missed'] as const).map((name) => [`${row.key} ${name}`, row[name], to[name]] as const),
    );
    await expectRows([...byDay, ...each]);
  });

  test('opens the leads that were opened, and those that were won', async () => {
    const { data: stages } = await service.api<{ data: { id: number; is_won: boolean }[] }>('/api/stages');
    const stage_id = stages.find(({ is_won }) => is_won)?.id;
    const { data: leads } = await service.api<{ data: { id: number }[] }>('/api/leads?limit=10');
    const [won = 0, lost = 0, kept = 0, merged = 0, archived = 0] = leads.map(({ id }) => id);
    for (const id of [won, merged, archived]) await service.api(`/api/leads/${id}`, 'PATCH', { stage_id });
    for (const id of [lost, archived]) await service.api(`/api/leads/${id}`, 'PATCH', { active: false });
    await service.api(`/api/leads/${kept}/merge`, 'POST', { lead_ids: [merged] });
    const years = { from: '2020-01-01', to: '2039-12-31' };
    const figures = figuresOf(await read(years));
    expect(figures.won_leads).toBeGreaterThan(1);
    await expectRows([
      ['new_leads', figures.new_leads, rows.newLeadsAddress(years)],
      ['won_leads', figures.won_leads, rows.wonLeadsAddress(years)],
    ]);
  });
});

/** Calls of every kind: answered sooner or later, missed, busy, still going on; ours too; of two agents, and of nobody. */
function callAt(moment: Date, n: number): object {
  const times = {
    starttime: moment.toISOString(),
    endtime: new Date(moment.getTime() + 60_000).toISOString(),
  };
  const whose = [
    { emp_phone: '9800000001', clicktocalldid: '8030000001' },
    { emp_phone: '9800000002', clicktocalldid: '8030000002' },
    { emp_phone: '', clicktocalldid: '' },
  ][n % 3];
  const fields = { ...times, ...whose, callto: `90000050${String(n % 12).padStart(2, '0')}` };
  if (n % 11 === 0) return hangUp({ ...fields, direction: 'outbound' });
  if (n % 7 === 0) return missed({ ...fields, dialstatus: 'BUSY' });
  if (n % 5 === 0) return missed(fields);
  if (n % 13 === 0) return onCall(fields);
  return hangUp({ ...fields, answeredtime: ['00:00:10', '00:00:45'][n % 2] });
}
