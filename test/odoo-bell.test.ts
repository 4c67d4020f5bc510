import { expect, test } from 'vitest';
import { type CallRow, readCallRow } from '../odoo/mcube_integration/static/src/core/call-row.ts';
import { sortCalls } from '../odoo/mcube_integration/static/src/core/sort-calls.ts';

const NOW = Date.parse('2026-09-21T12:00:00Z');

test('somebody who tried twice waits once, and no longer when anybody has talked to them', () => {
  const missed = [call(1, 'missed', '9000000001', 50), call(2, 'abandoned', '+91 90000 00001', 40)];
  expect(sortCalls(missed, NOW).missed).toMatchObject([{ id: 2, tries: 2 }]);
  expect(sortCalls([...missed, call(3, 'answered', '09000000001', 30)], NOW).missed).toEqual([]);
  expect(sortCalls([...missed, call(4, 'answered', '9000000001', 60)], NOW).missed).toHaveLength(1);
});

test('callers who hide their number are several', () => {
  expect(sortCalls([call(1, 'missed', '', 20), call(2, 'missed', '', 10)], NOW).missed).toHaveLength(2);
});

test('what rings is shown, unless its end got lost', () => {
  const rows = [call(1, 'in_progress', '9000000001', 1), call(2, 'in_progress', '9000000002', 180)];
  expect(sortCalls(rows, NOW).ringing).toMatchObject([{ id: 1 }]);
});

test('a row of Odoo is read in its own words', () => {
  const row = {
    id: 7,
    x_outcome: 'missed',
    x_phone_number: false,
    x_lead_id: [3, 'Asha'],
    x_call_date: '2026-09-21 12:00:00',
  };
  expect(readCallRow(row)).toEqual({
    id: 7,
    outcome: 'missed',
    phoneNumber: '',
    leadId: 3,
    leadName: 'Asha',
    time: NOW,
  });
});

function call(id: number, outcome: string, phoneNumber: string, minutesAgo: number): CallRow {
  return { id, outcome, phoneNumber, leadId: undefined, leadName: undefined, time: NOW - minutesAgo * 60_000 };
}
