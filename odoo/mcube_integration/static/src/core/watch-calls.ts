import { callOdoo, findOwnId, rowsOf } from './call-odoo.ts';
import { CALL_FIELDS, readCallRow, writeTime } from './call-row.ts';
import { type SortedCalls, sortCalls } from './sort-calls.ts';

/** Looks at one's own calls of the last day again and again, until the returned function is called. */
export function watchCalls(tell: (calls: SortedCalls) => void): () => void {
  let timer: number | undefined;
  let stopped = false;
  let ownId: number | undefined;

  async function look(): Promise<void> {
    ownId = ownId ?? (await findOwnId());
    const now = Date.now();
    const mine = ['|', ['x_user_id', '=', ownId], ['x_lead_id.user_id', '=', ownId]];
    const domain = [['x_call_date', '>=', writeTime(now - DAY_MS)], ...mine];
    const rows = await callOdoo('x_mcube_call_record', 'search_read', [], {
      domain,
      fields: CALL_FIELDS,
      order: 'x_call_date desc',
      limit: MOST_CALLS,
    });
    tell(sortCalls(rowsOf(rows).map(readCallRow), now));
  }

  async function lookAgain(): Promise<void> {
    window.clearTimeout(timer);
    // A connection that is away for a while, or a session that ended, is for the web client to tell.
    await look().catch(() => undefined);
    window.clearTimeout(timer);
    if (!stopped) timer = window.setTimeout(() => void lookAgain(), document.hidden ? HIDDEN_MS : VISIBLE_MS);
  }

  function whenShown(): void {
    if (!document.hidden) void lookAgain();
  }

  document.addEventListener('visibilitychange', whenShown);
  void lookAgain();
  return () => {
    stopped = true;
    window.clearTimeout(timer);
    document.removeEventListener('visibilitychange', whenShown);
  };
}

const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_CALLS = 200;

/** A look costs Odoo some milliseconds; one that nobody sees can wait. */
const VISIBLE_MS = 5_000;
const HIDDEN_MS = 60_000;
