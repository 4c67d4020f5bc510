import type { OdooConnection, OdooHealth } from '../../models/odoo-connection.ts';
import type { FailureKind, OdooAnswer } from '../../odoo/transport/failure.ts';

/** What an answer tells about the server, where that is news: the breaker's rule. Any answer about a record closes it. */
export function healthAfter(
  { state, failures, retry_at, last_answer_date }: OdooConnection,
  answer: OdooAnswer,
  now: Date,
): OdooHealth | undefined {
  if (answer.kind === 'answered' || !OF_THE_SERVER.has(answer.failure.kind)) {
    const recent = last_answer_date !== null && now.getTime() - last_answer_date.getTime() < NEWS_MS;
    if (state === 'connected' && failures === 0 && recent) return undefined;
    return { ...WELL, last_answer_date: now };
  }
  // Calls that were under way when the first one failed tell nothing more.
  if (retry_at !== null && retry_at > now) return undefined;
  const { kind, message, fix, retryAfter = 0 } = answer.failure;
  const waits = kind === 'unauthorised' ? REFUSED_SECONDS : AWAY_SECONDS;
  const wait = waits[Math.min(failures, waits.length - 1)] ?? 0;
  return {
    state: kind === 'unauthorised' ? 'refused' : 'unreachable',
    reason: message,
    fix,
    retry_at: new Date(now.getTime() + Math.max(wait, retryAfter) * 1000),
    failures: failures + 1,
  };
}

/** Failures that the next record would meet as well. */
export const OF_THE_SERVER: ReadonlySet<FailureKind> = new Set(['unreachable', 'busy', 'unauthorised']);

export const WELL = { state: 'connected', reason: null, fix: null, retry_at: null, failures: 0 } as const;
const NEWS_MS = 5_000;

/** A look a minute costs a server that is away nothing, and the queue flows within a minute when it is back. */
const AWAY_SECONDS = [2, 5, 15, 30, 60];
/** Odoo locks out who signs in wrongly again and again. */
const REFUSED_SECONDS = [60, 600];
