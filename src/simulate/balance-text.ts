import type { Balance } from './balance.ts';

/** The balance for a person, its verdict in the last line. */
export function balanceText(balance: Balance): string {
  const { events, calls, leads } = balance;
  const refused = Object.values(events.refused).reduce((sum, count) => sum + count, 0);
  const reasons = Object.entries(events.refused).map(([reason, count]) => `${count} with ${reason}`);
  return [
    row('events sent', events.sent),
    row('events accepted', events.accepted),
    row('events refused', refused, reasons.join(', ')),
    row('posted again', events.retries),
    row('calls expected', calls.expected),
    row('calls stored', calls.stored),
    row('leads expected', leads.expected),
    row('leads stored', leads.stored, leads.doubled > 0 ? `and ${leads.doubled} beyond one for a customer` : ''),
    VERDICTS[balance.verdict](balance),
  ].join('\n');
}

function row(name: string, count: number | null, note = ''): string {
  return `  ${name.padEnd(16)}${String(count ?? 'unknown').padStart(9)}${note === '' ? '' : `   (${note})`}`;
}

const VERDICTS: Record<Balance['verdict'], (balance: Balance) => string> = {
  ok: () => 'OK: everything that was sent was accepted, and everything accepted is stored.',
  refused: (balance) => `REFUSED: not every event was accepted. ${difference(balance)}`.trimEnd(),
  missing: (balance) => `MISSING: ${difference(balance)}`,
  unchecked: ({ failure }) =>
    `NOT CHECKED: ${failure ?? 'give an API key (--api-key or MCUBE_API_KEY) to compare with what is stored.'}`,
};

function difference({ calls, leads, missing }: Balance): string {
  if (calls.stored === null || leads.stored === null) return '';
  const parts = [
    calls.stored < calls.expected ? `${calls.expected - calls.stored} calls (${missing.join(', ')} …)` : '',
    leads.stored < leads.expected ? `${leads.expected - leads.stored} leads` : '',
    leads.doubled > 0 ? `${leads.doubled} leads too many` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'What was accepted is stored.' : `${parts.join(', ')}.`;
}
